"""Two masts, one plane of cables, the strait below with a ship passing; the first lamps are lit."""

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, stars
from ..motifs.boats import cargo_ship
from ..motifs.karst import paint_far, ridge
from ..motifs.sky import streaks
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    sea, draw = 900, scene.random
    scene.background("#14305f", "#3d62a0", "#9a86b0", "#f5ae88", "#ffd9a0", at=(0, 0.22, 0.44, 0.6, 0.7))
    stars(scene, 330, 70)
    streaks(scene, (-100, 220, 2100, 340), ramp("#f7a08c", "#8f7fb0", angle=0), 11, 0.5, 6)
    glow(scene, 240, 820, 900, "#ffc98a", 0.65)
    paint_far(
        scene,
        ridge(draw, sea, [(x, draw.uniform(150, 280), draw.uniform(90, 210)) for x in range(0, 2000, 160)]),
        "#9a7f9c",
        "#f7c295",
        0.7,
    )
    hills = (
        Shape()
        .blob("-100,940 -100,770 90,700 260,760 420,860 560,940")
        .blob("1340,940 1500,820 1680,720 1860,690 2040,760 2040,940")
    )
    scene.fill(hills, ramp("#4a4f7c", "#8f7590"))
    town = Shape()
    for _ in range(46):
        x = draw.choice((draw.uniform(0, 420), draw.uniform(1480, 1920)))
        town.box(x, sea - draw.uniform(20, 110), draw.uniform(22, 54), 120)
    scene.fill(town, "#3a4270")
    panes = Shape()
    for _ in range(240):
        x = draw.choice((draw.uniform(0, 440), draw.uniform(1480, 1920)))
        panes.box(x, sea - draw.uniform(8, 90), 4, 6)
    scene.fill(panes, "#ffdc96", 0.9)
    mist(scene, 760, sea + 20, "#f7c6a0", 0.45)

    def deck(x: float) -> float:
        return 640 - 46 * (1 - ((x - 960) / 1100) ** 2)

    cables = Shape()
    for mast in (560, 1360):
        for n in range(1, 17):
            for sign in (-1, 1):
                x = mast + sign * n * 24.5
                cables.line([(mast, 196 + n * 9), (x, deck(x) - 6)], 2.6)
    scene.fill(cables, "#ffe6c0", 0.9)
    for mast in (560, 1360):
        tower = Shape().polygon([(mast - 13, deck(mast)), (mast - 8, 160), (mast + 8, 160), (mast + 13, deck(mast))])
        pier = Shape().polygon(
            [
                (mast - 52, deck(mast) + 20),
                (mast + 52, deck(mast) + 20),
                (mast + 34, 780),
                (mast + 40, sea + 10),
                (mast - 40, sea + 10),
                (mast - 34, 780),
            ]
        )
        scene.fill(pier, ramp("#2d3868", "#5c5680"))
        scene.fill(tower, ramp("#f6dfc4", "#54578a"))
        scene.edge(tower, "#fff0d6", 6, 0, 0, 0.8)
        scene.edge(pier, "#ffd0a0", 8, 0, 0, 0.6)
        scene.fill(Shape().ellipse(mast, 154, 6), "#ff5a4a")
        glow(scene, mast, 154, 60, "#ff5a4a", 0.8)
    road = Shape().polygon(
        [(x, deck(x)) for x in range(-40, 1980, 40)] + [(x, deck(x) + 26) for x in range(1960, -60, -40)]
    )
    for x in (110, 300, 1640, 1830):
        scene.fill(
            Shape().polygon([(x - 17, deck(x)), (x + 17, deck(x)), (x + 22, sea + 6), (x - 22, sea + 6)]),
            ramp("#2d3868", "#5c5680"),
        )
    scene.fill(road, ramp("#24305c", "#3d4576", angle=0))
    rail = Shape().line([(x, deck(x) - 5) for x in range(-40, 1980, 40)], 5)
    scene.fill(rail, "#ffd9a6", 0.9)
    for x in range(60, 1900, 105):
        scene.fill(Shape().line([(x, deck(x)), (x, deck(x) - 34)], 3), "#24305c")
        glow(scene, x, deck(x) - 36, 44, "#ffd487", 0.9)
        scene.fill(Shape().ellipse(x, deck(x) - 36, 3.6), "#fffbe8")
    cars = Shape()
    for x in (210, 480, 690, 880, 1110, 1500, 1740):
        cars.box(x, deck(x) - 13, 30, 9, 4)
    scene.fill(cars, "#141b3a")
    water(scene, sea + 6, "#3c4f88", "#15204a", 0.22, 16, squeeze=0.6)
    ripples(scene, sea + 8, 1300, "#1b2856", 150, 0.35)
    glints(scene, 240, sea + 8, 1290, "#ffd6a0", 120, 110, 0.7)
    for x in range(165, 1900, 210):
        glints(scene, x, sea + 10, 1120, "#ffdc9a", 9, 9, 0.5, 0.4)
    scene.fill(Shape().ellipse(960, 1066, 420, 16), "#0e1738", 0.6, 9)
    cargo_ship(scene, 960, 1058, 640, "#7d2f3c", "#e8dccb", "#ffd9a6", is_lit=True)
    scene.fill(Shape().polygon("640,1062 1330,1058 1500,1076 1000,1078 460,1084"), "#f7d2b8", 0.35, 4)
    vignette(scene, "#0c1636", 0.45)
