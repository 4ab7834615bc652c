"""A red cloth with bánh chưng, gift boxes, a kumquat tree and tea, by a window on the bay."""

from math import cos, radians, sin

from ..canvas.colour import Colour, darker, lighter, mix, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.karst import ridge
from ..motifs.plants import blossom


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#b5473a", "#8f2f30", "#7a2430")
    pattern = Shape()
    for row in range(6):
        for column in range(12):
            x, y = column * 180 + (row % 2) * 90 - 40, row * 150 + 20
            pattern.join(
                *(Shape().ellipse(x + cos(radians(n * 72)) * 13, y + sin(radians(n * 72)) * 13, 10) for n in range(5))
            )
    scene.fill(pattern, "#c85a44", 0.5)
    window = Shape().box(640, 60, 640, 560)
    scene.fill(window, ramp("#8fc4d9", "#d9e8dc", "#fdeac4"))
    scene.fill(
        ridge(draw, 520, [(720, 200, 200), (900, 160, 120), (1090, 220, 260), (1220, 160, 150)]),
        ramp("#7a9fb0", "#d9e4d4"),
        within=window,
    )
    scene.fill(Shape().box(640, 520, 640, 100), ramp("#cfe4dc", "#9cc4c9"), within=window)
    bars = (
        Shape()
        .box(616, 40, 688, 26)
        .box(616, 40, 26, 600)
        .box(1278, 40, 26, 600)
        .box(948, 60, 16, 560)
        .box(640, 300, 640, 12)
        .box(600, 614, 720, 32)
    )
    scene.fill(bars, ramp("#f0cf96", "#b9824c"))
    shine_shape(scene, Shape().polygon("640,60 1280,60 1760,1300 500,1300"), "#fff0c4", 0.22, 40)
    glow(scene, 960, 330, 720, "#fff3cf", 0.35)
    cloth = Shape().polygon("-20,900 1940,900 1940,1320 -20,1320")
    scene.fill(cloth, ramp("#d8293a", "#a8102a", "#6b0a20"))
    scene.fill(Shape().box(-20, 896, 1960, 12), "#f6c860")
    hem = Shape().join(
        *(
            Shape().polygon([(n * 60 - 20, 1130), (n * 60 + 10, 1100), (n * 60 + 40, 1130), (n * 60 + 10, 1160)])
            for n in range(34)
        )
    )
    scene.fill(hem, "#f2b53a", 0.7)
    pot = Shape().polygon("250,760 470,760 436,970 284,970")
    scene.fill(Shape().ellipse(380, 975, 170, 22), "#4d0a18", 0.6, 9)
    stem = Shape().curve("360,770 352,660 366,500", 22, 10).line("358,660 260,540", 10).line("362,620 470,520", 10)
    scene.fill(stem, "#5b3d2c")
    for tier, (tone, count) in enumerate((("#1f5a3c", 90), ("#3a8050", 80), ("#79ad5c", 46))):
        leaves = Shape()
        for _ in range(count):
            a, reach = draw.uniform(0, 360), draw.random() ** 0.5
            cx, cy = 362 + cos(radians(a)) * reach * 210 - tier * 8, 440 + sin(radians(a)) * reach * 270 - tier * 12
            leaves.join(
                Shape().blob("-24,0 0,-10 24,0 0,9").placed(cx, cy, draw.uniform(0.8, 1.4), draw.uniform(0, 180))
            )
        scene.fill(leaves, tone)
    fruit, shine = Shape(), Shape()
    for _ in range(44):
        a, reach = draw.uniform(0, 360), draw.random() ** 0.5
        x, y = 362 + cos(radians(a)) * reach * 196, 450 + sin(radians(a)) * reach * 250
        fruit.ellipse(x, y, 19, 18)
        shine.ellipse(x - 6, y - 6, 5)
    scene.fill(fruit, "#f5921e")
    scene.edge(fruit, "#c85a10", 5, 6, 5, 0.7)
    scene.fill(shine, "#ffe3b0", 0.9)
    scene.fill(pot, ramp("#3f78b8", "#eef3f5", "#2f5f9a", angle=0))
    scene.fill(Shape().box(240, 746, 240, 26, 8), "#f2f5f5")
    waves = (
        Shape().curve("262,830 310,812 360,832 410,812 456,830", 6).curve("272,880 316,862 360,882 404,862 446,880", 6)
    )
    scene.fill(waves, "#1d4f8f", 0.8)

    def parcel(x: float, y: float, wide: float, tall: float, colour: Colour, ribbon: Colour) -> None:
        scene.fill(Shape().ellipse(x + wide / 2 + 10, y, wide * 0.58, 20), "#4d0a18", 0.55, 9)
        face = Shape().box(x, y - tall, wide, tall, 4)
        scene.fill(face, ramp(lighter(colour, 0.16), colour, darker(colour, 0.3), angle=40))
        scene.fill(
            Shape().polygon(
                [(x, y - tall), (x + wide, y - tall), (x + wide + 40, y - tall - 36), (x + 44, y - tall - 36)]
            ),
            lighter(colour, 0.28),
        )
        scene.fill(
            Shape().polygon(
                [(x + wide, y - tall), (x + wide + 40, y - tall - 36), (x + wide + 40, y - 34), (x + wide, y)]
            ),
            darker(colour, 0.42),
        )
        band = (
            Shape()
            .box(x + wide * 0.44, y - tall, wide * 0.12, tall)
            .polygon(
                [
                    (x + wide * 0.44, y - tall),
                    (x + wide * 0.56, y - tall),
                    (x + wide * 0.56 + 42, y - tall - 36),
                    (x + wide * 0.44 + 42, y - tall - 36),
                ]
            )
        )
        scene.fill(band, ribbon)
        bx, by = x + wide * 0.5 + 22, y - tall - 22
        bow = (
            Shape()
            .blob([(bx, by), (bx - 52, by - 50), (bx - 74, by - 16), (bx - 44, by + 4)])
            .blob([(bx, by), (bx + 52, by - 50), (bx + 74, by - 16), (bx + 44, by + 4)])
            .ellipse(bx, by - 4, 15)
        )
        scene.fill(bow, lighter(ribbon, 0.1))
        scene.edge(bow, lighter(ribbon, 0.6), -3, 4, 0, 0.8)

    parcel(1330, 960, 330, 230, "#0b4f9e", "#f6c860")
    parcel(1390, 730, 230, 150, "#f4efe2", "#c8102e")
    parcel(700, 975, 250, 170, "#e9b21c", "#c8102e")
    for x, y in ((1000, 985), (1120, 1000)):
        scene.fill(Shape().ellipse(x + 70, y, 110, 16), "#4d0a18", 0.55, 8)
        cake = Shape().box(x, y - 122, 140, 122, 10)
        scene.fill(cake, ramp("#6f9a4a", "#3f6f3a", "#274f30", angle=50))
        scene.fill(
            Shape().polygon([(x + 4, y - 118), (x + 136, y - 118), (x + 164, y - 146), (x + 34, y - 146)]), "#8ab05a"
        )
        scene.fill(
            Shape().polygon([(x + 140, y - 118), (x + 166, y - 146), (x + 166, y - 30), (x + 140, y - 2)]), "#22452c"
        )
        veins = Shape().join(
            *(Shape().line([(x + 8, y - 110 + n * 17), (x + 132, y - 112 + n * 17)], 1.6) for n in range(7))
        )
        scene.fill(veins, "#274f30", 0.6)
        ties = (
            Shape()
            .box(x + 44, y - 122, 6, 122)
            .box(x + 92, y - 122, 6, 122)
            .box(x, y - 84, 140, 6)
            .box(x, y - 42, 140, 6)
        )
        scene.fill(ties, "#ecdca8")
        scene.edge(cake, "#c4d98a", 4, 4, 0, 0.6)
    for n in range(3):
        card = Shape().box(-0.36, -0.5, 0.72, 1, 0.04).placed(560 + n * 44, 1010 - n * 8, 130, -14 + n * 13)
        scene.fill(card, mix("#e8303f", "#b80f2a", n / 2))
        scene.edge(card, "#f6c860", 4, 4, 0, 0.95)
        scene.edge(card, "#f6c860", -4, -4, 0, 0.95)
    vase = Shape().blob("1744,980 1716,900 1740,800 1756,740 1808,740 1824,800 1850,900 1820,980")
    scene.fill(Shape().ellipse(1790, 980, 90, 15), "#4d0a18", 0.55, 7)
    branch = (
        Shape()
        .curve("1780,750 1740,560 1640,400 1610,250", 16, 4)
        .curve("1740,560 1840,420 1860,240", 11, 3)
        .curve("1690,480 1560,470 1480,400", 8, 3)
    )
    scene.fill(branch, "#4a2a26")
    scene.fill(vase, ramp("#f7f3ea", "#dfe6ea", "#8fa8bc", angle=0))
    scene.fill(Shape().ellipse(1782, 870, 34).ellipse(1782, 870, 26, 26, cut=True), "#1d4f8f")
    for _ in range(30):
        a = draw.random()
        path = draw.choice(
            (
                ((1770, 650), (1640, 400), (1610, 250)),
                ((1750, 560), (1840, 420), (1860, 240)),
                ((1690, 480), (1560, 470), (1480, 400)),
            )
        )
        (x0, y0), (x1, y1), (x2, y2) = path
        x, y = (
            (x0 + (x1 - x0) * a * 2, y0 + (y1 - y0) * a * 2)
            if a < 0.5
            else (x1 + (x2 - x1) * (a * 2 - 1), y1 + (y2 - y1) * (a * 2 - 1))
        )
        blossom(
            scene,
            x + draw.gauss(0, 16),
            y + draw.gauss(0, 16),
            draw.uniform(22, 36),
            draw.choice(("#f7a0b0", "#f0718c", "#fbc4cc")),
            draw.uniform(0, 72),
        )
    vignette(scene, "#3a0a18", 0.45)
