"""Cranes and containers in grey rain; a docker in a yellow coat is doubled by the wet quay."""

from ..canvas.colour import Colour, darker, lighter, ramp
from ..canvas.light import beam, lamp, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, rain, splashes
from ..motifs import poses
from ..motifs.boats import cargo_ship
from ..motifs.cranes import gantry, trolley
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.water import ripples, water


def container(scene: Scene, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """Draw a corrugated container, (x, y) its upper left corner."""
    body = Shape().box(x, y, width, height)
    scene.fill(body, ramp(lighter(colour, 0.12), darker(colour, 0.22)))
    ribs = Shape()
    for n in range(1, round(width / 15)):
        ribs.box(x + n * 15, y + height * 0.08, 4, height * 0.84)
    scene.fill(ribs, darker(colour, 0.4), 0.45)
    frame = (
        Shape()
        .box(x, y, width, 5)
        .box(x, y + height - 6, width, 6)
        .box(x, y, 6, height)
        .box(x + width - 6, y, 6, height)
    )
    scene.fill(frame, darker(colour, 0.32))


def paint(scene: Scene) -> None:
    quay = 930
    scene.background("#3c4c5f", "#6d7f8e", "#a9b4b8", "#c4c8c4", at=(0, 0.35, 0.6, 0.73))
    scene.cloud((-200, -160, 2400, 640), "#2d3b4d", 0.7, (4, 2), 70)
    scene.fill(gantry(1430, 800, 420, 0.9), "#93a1a9")
    scene.fill(gantry(980, 800, 420, 0.9), "#8a99a3")
    mist(scene, 560, 840, "#c2c8c6", 0.7)
    cargo_ship(scene, 560, 820, 900, "#5b3440", "#a9aeb0", "#c9d2d4", is_lit=True)
    mist(scene, 680, 860, "#aab4b7", 0.5, seed="b")
    scene.fill(Shape().box(-20, 824, 1960, 30), "#4e5d69")
    big = gantry(1340, quay, 790, 1.25)
    scene.fill(big, ramp("#274a78", "#1c3457"))
    scene.edge(big, "#b8cbdc", 3, 4, 0, 0.7)
    scene.fill(trolley(820, 332, 84, 250), "#1b2c47")
    container(scene, 742, 596, 156, 66, "#b5512f")
    for x, y in ((1345, 330), (900, 330), (1690, 330)):
        lamp(scene, x, y, 6, "#ffe3a8", 0.9)
    beam(scene, (1345, 335), (1240, 920), 12, 300, "#ffe2ad", 0.3, 20)
    for column, row, colour in (
        (0, 0, "#0b4f9e"),
        (0, 1, "#a8382f"),
        (1, 0, "#c8892b"),
        (0, 2, "#4d6f63"),
        (1, 1, "#39557c"),
    ):
        container(scene, 30 + column * 234, quay - 96 - row * 98, 226, 96, colour)
    for column, row, colour in ((0, 0, "#7d3a35"), (0, 1, "#2f5f73"), (0, 2, "#c08a32")):
        container(scene, 1700 + column * 234, quay - 100 - row * 102, 240, 100, colour)
    scene.fill(Shape().box(-20, quay - 4, 1960, 10), "#2c3846")
    docker = Outfit(hat="helmet", hat_colour="#f4f0e4", garment="raincoat", top="#eab020", trousers="#22304a")
    coat = Light("#fff2c8", -70, 0.8, "#5a3a10", 0.45)
    paint_figure(scene, 1010, quay + 8, 330, poses.STROLLING, docker, coat)
    paint_figure(
        scene,
        620,
        quay + 4,
        215,
        poses.STANDING_BACK,
        Outfit(hat="hood", hat_colour="#d9762b", garment="raincoat", top="#d9762b", trousers="#22304a"),
        coat,
    )
    water(scene, quay + 8, "#4a5a68", "#1f2b3a", 0.42, 7)
    ripples(scene, quay + 40, 1300, "#dfe8ea", 60, 0.18)
    scene.fill(Shape().polygon("-20,1180 1940,1120 1940,1136 -20,1200"), "#e0b24a", 0.35)
    splashes(scene, (0, quay + 30, 1920, 330), "#eef4f4", 150, 0.5)
    rain(scene, "#eef4f6", 620, 106, 84, 0.36)
    vignette(scene, "#141d2a", 0.45)
