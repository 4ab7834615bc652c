"""A row of cranes and a bulk carrier stand black before a huge red sun."""

from ..canvas.colour import mix, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.boats import cargo_ship
from ..motifs.cranes import gantry, trolley
from ..motifs.sky import streaks
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    sea = 900
    scene.background("#5a2348", "#a8323f", "#e4602f", "#f7a13c", "#ffd071", at=(0, 0.25, 0.46, 0.61, 0.71))
    streaks(scene, (-100, 80, 2100, 330), ramp("#ffb25a", "#e0503c", angle=0), 12, 0.4, 5)
    glow(scene, 800, 640, 900, "#ff9a3d", 0.6, 2)
    disc = Shape().ellipse(800, 630, 320)
    scene.fill(disc, ramp("#fff0b8", "#ffd166", "#ff8a3a"))
    bands = Shape()
    for n, y in enumerate((700, 752, 798, 842, 880)):
        bands.blob(
            [(420, y), (700, y - 6 - n * 2), (1000, y + 4), (1190, y), (960, y + 10 + n * 3), (600, y + 8 + n * 2)]
        )
    scene.fill(bands, "#e8622f", 0.75, 3, within=disc)
    hills = Shape().blob(
        "-100,920 -100,800 160,770 330,815 560,790 860,850 1240,800 1500,838 1800,780 2040,810 2040,920"
    )
    scene.fill(hills, ramp("#b5433a", "#e98446"), 0.85)
    mist(scene, 760, 920, "#ffbe6a", 0.5)
    for x, size, colour in ((1230, 360, "#7d2a3c"), (1500, 420, "#5f2038"), (1760, 470, "#4a1a34")):
        crane = gantry(x, sea - 10, size, 0.95)
        scene.fill(crane, mix(colour, "#2a1030", 0.2))
        scene.edge(crane, "#ffb45a", -3, 2, 0, 0.7)
    big = gantry(880, sea, 640, 1.12)
    scene.fill(big, "#250f2b")
    scene.edge(big, "#ffc46a", 4, 3, 0, 0.8)
    scene.fill(trolley(470, 414, 66, 180), "#250f2b")
    scene.fill(Shape().box(420, 610, 104, 50), "#250f2b")
    scene.fill(Shape().box(820, sea - 24, 1140, 40), "#200c26")
    cargo_ship(scene, 380, sea + 20, 860, "#2d1230", "#4a1d3a", "#ffb45a", is_lit=True)
    water(scene, sea + 16, "#7a2a40", "#2a0f30", 0.22, 18)
    ripples(scene, sea + 18, 1300, "#2a0f2e", 170, 0.4)
    glints(scene, 800, sea + 18, 1300, "#ffd98a", 110, 170, 0.85)
    tug = (
        Shape()
        .polygon("1226,1068 1244,1110 1430,1110 1462,1052 1400,1070")
        .box(1270, 1016, 86, 56, 4)
        .box(1290, 984, 46, 36, 3)
        .line("1372,1070 1372,966", 5)
    )
    scene.fill(tug, "#1c0a22")
    scene.edge(tug, "#ffbf66", 4, 4, 0, 0.9)
    scene.fill(Shape().box(1300, 994, 26, 14), "#ffe0a0")
    scene.fill(Shape().polygon("1226,1112 1470,1112 1420,1126 1250,1126"), "#1c0a22", 0.6, 3)
    gulls = Shape()
    for x, y, size in ((1180, 300, 30), (1260, 250, 24), (1110, 230, 18), (300, 250, 26)):
        gulls.curve(
            [
                (x - size, y - size * 0.35),
                (x - size * 0.35, y - size * 0.4),
                (x, y),
                (x + size * 0.35, y - size * 0.4),
                (x + size, y - size * 0.3),
            ],
            4,
        )
    scene.fill(gulls, "#3d1433", 0.9)
    vignette(scene, "#1d0a22", 0.5)
