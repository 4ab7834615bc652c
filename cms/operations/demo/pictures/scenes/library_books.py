"""Tall shelves close in on a reading table; green lamps, a worker deep in a book."""

from ..canvas.colour import Colour, darker, lighter, mix, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose

BOOKS = ("#0b4f9e", "#c8102e", "#e0a800", "#2f6f6a", "#7a2f42", "#f0e4cc", "#34507a", "#b5652f", "#4f7a4a", "#16213a")


def spines(
    scene: Scene, x: float, bottom: float, width: float, height: float, dim: float = 0, tone: Colour = "#2a1a20"
) -> None:
    """Draw a row of books with gold bands, some leaning, between `x` and `x + width`."""
    draw = scene.random
    groups: dict[Colour, Shape] = {}
    bands = Shape()
    end = x + width
    while x < end - 10:
        thick = draw.uniform(0.1, 0.22) * height
        tall = height * draw.uniform(0.72, 1)
        if x + thick > end:
            break
        colour = draw.choice(BOOKS)
        groups.setdefault(colour, Shape()).box(x, bottom - tall, thick - 2, tall, 2)
        for share in (0.14, 0.2, 0.82):
            if draw.random() < 0.7:
                bands.box(x, bottom - tall * (1 - share), thick - 2, max(1.6, height * 0.014))
        x += thick
        if draw.random() < 0.08:
            x += thick * 0.7
    for colour, shape in groups.items():
        tint = mix(colour, tone, dim)
        scene.fill(shape, ramp(lighter(tint, 0.12), tint, darker(tint, 0.3)))
    scene.fill(bands, mix("#f2d28a", tone, dim), 0.8)


def paint(scene: Scene) -> None:
    scene.background("#2a1a24", "#4a2c2c", "#6b3f30")
    for row in range(6):
        y = 190 + row * 150
        spines(scene, 620, y, 680, 112, 0.25)
    for side in (-1, 1):
        for row in range(6):
            y = 150 + row * 190
            for a, b in ((360, 460), (480, 640), (680, 960)):
                k = (a + b) / 2 / 420
                top = 560 + (y - 560) * k
                x = 960 + side * a if side > 0 else 960 - b
                spines(scene, x, top, b - a, 128 * k, 0.12)
    shelves = Shape()
    for row in range(7):
        shelves.box(610, 40 + row * 150, 700, 14)
    for side in (-1, 1):
        for row in range(7):
            y = 150 + row * 190
            near, far = 560 + (y - 560) * 2.3, 560 + (y - 560) * 0.84
            shelves.polygon(
                [
                    (960 + side * 350, far),
                    (960 + side * 966, near),
                    (960 + side * 966, near + 34),
                    (960 + side * 350, far + 13),
                ]
            )
        for a, wide in ((350, 16), (466, 20), (660, 26), (948, 40)):
            shelves.box(960 + side * a - (wide if side < 0 else 0), -20, wide, 1320)
    scene.fill(shelves, ramp("#8a5630", "#5f3824"))
    scene.edge(shelves, "#e8b070", 0, 4, 0, 0.5)
    glow(scene, 960, 500, 900, "#ffc476", 0.35)
    floor = Shape().polygon("610,1000 1310,1000 1960,1320 -40,1320")
    scene.fill(floor, ramp("#7a4a30", "#2f1a1e"))
    window = Shape().polygon([(860, 330), *arc(960, 330, 100, 120, 180, 360), (1060, 330), (1060, 640), (860, 640)])
    scene.fill(window, ramp("#1f3f7a", "#4f7ab0", "#f0c49a"))
    scene.fill(Shape().box(954, 210, 12, 430).box(860, 400, 200, 10).box(860, 520, 200, 10), "#5f3824")
    scene.edge(window, "#3f2418", 8, 8, 0, 1)
    reader = Pose(
        hip=(0, -0.34),
        feet=((-0.06, 0, 0), (0.06, 0, 0)),
        hands=((-0.13, -0.335), (0.13, -0.335)),
        elbows=(1, -1),
        has_legs=False,
    )
    other = Pose(
        hip=(0, -0.34),
        feet=((-0.06, 0, 0), (0.06, 0, 0)),
        hands=((-0.14, -0.335), (0.13, -0.335)),
        elbows=(1, -1),
        lean=-3,
        nod=-6,
        has_legs=False,
    )
    light = Light("#ffdf9e", 60, 0.9, "#1a0d18", 0.5)
    paint_figure(scene, 780, 1250, 760, reader, Outfit(top="#0b4f9e", trousers="#1d2740"), light)
    paint_figure(scene, 1260, 1240, 730, other, Outfit(top="#c8506a", is_woman=True, style="long"), light)
    table = Shape().polygon("300,960 1640,960 1860,1120 80,1120")
    scene.fill(table, ramp("#c98a4c", "#8a4f2c"))
    scene.fill(Shape().polygon("80,1120 1860,1120 1860,1170 80,1170"), ramp("#6b3a22", "#3f2018"))
    scene.fill(Shape().box(140, 1170, 60, 160).box(1740, 1170, 60, 160), "#2f1a18")
    for x, y, size in ((780, 1010, 190), (1266, 1010, 170)):
        glow(scene, x, y, 260, "#fff0c4", 0.6, 1.8, 0.5)
        left = Shape().blob(
            [
                (x, y - 26),
                (x - size * 0.5, y - 50),
                (x - size, y - 30),
                (x - size * 1.06, y + 34),
                (x - size * 0.5, y + 16),
                (x, y + 40),
            ]
        )
        right = Shape().blob(
            [
                (x, y - 26),
                (x + size * 0.5, y - 50),
                (x + size, y - 30),
                (x + size * 1.06, y + 34),
                (x + size * 0.5, y + 16),
                (x, y + 40),
            ]
        )
        scene.fill(Shape().join(left, right).placed(0, 12), "#3f2018", 0.5, 8)
        scene.fill(left, ramp("#fffdf2", "#f0e2c0", angle=0))
        scene.fill(right, ramp("#e4d2ac", "#fffaea", angle=0))
        rows = Shape()
        for n in range(5):
            for sign in (-1, 1):
                rows.curve(
                    [
                        (x + sign * size * 0.12, y - 18 + n * 10),
                        (x + sign * size * 0.5, y - 36 + n * 10),
                        (x + sign * size * 0.9, y - 22 + n * 10),
                    ],
                    2.4,
                )
        scene.fill(rows, "#a8927a", 0.8)
        for sign in (-1, 1):
            scene.fill(Shape().ellipse(x + sign * size * 0.98, y + 8, 26, 20), "#d9a07a")
    for x in (500, 1020, 1520):
        glow(scene, x, 930, 520, "#ffdf9e", 0.45)
        scene.fill(Shape().box(x - 10, 850, 20, 120).ellipse(x, 972, 62, 14), ramp("#e8b860", "#8a5a24"))
        shade = Shape().polygon([(x - 110, 862), *arc(x, 858, 108, 96, 190, 350), (x + 110, 862)])
        scene.fill(shade, ramp("#3f9a6a", "#1f6a4a"))
        scene.edge(shade, "#c4f0d0", -6, 7, 3, 0.8)
        shine_shape(
            scene,
            Shape().polygon([(x - 104, 864), (x + 104, 864), (x + 240, 1000), (x - 240, 1000)]),
            "#fff0c4",
            0.34,
            14,
        )
    for x, n in ((330, 3), (1610, 2)):
        for k in range(n):
            scene.fill(Shape().box(x - 80 + k * 9, 1010 - k * 30, 170 - k * 14, 28, 4), BOOKS[(k * 3 + x) % 10])
            scene.fill(Shape().box(x - 74 + k * 9, 1016 - k * 30, 160 - k * 14, 5), "#f4e8d0", 0.6)
    vignette(scene, "#12080f", 0.55)
