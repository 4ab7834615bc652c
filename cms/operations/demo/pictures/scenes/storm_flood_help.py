"""A flooded street: a boat of union volunteers in orange life jackets brings a family and boxes of aid."""

from ..canvas.colour import darker, lighter, mix, ramp
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, rain, splashes
from ..motifs.boats import sampan
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose
from ..motifs.water import ripples, water


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#34505c", "#5f8088", "#9cb4b0", at=(0, 0.4, 0.62))
    scene.cloud((-200, -180, 2400, 700), "#22383f", 0.75, (4, 2), 70)
    sea = 760
    for x, wide, tall, colour in (
        (-60, 300, 420, "#6b8a8c"),
        (250, 210, 330, "#7f9a98"),
        (470, 180, 260, "#8fa8a4"),
        (1290, 210, 290, "#86a09e"),
        (1500, 230, 380, "#728f92"),
        (1710, 280, 460, "#5f7d84"),
    ):
        scene.fill(Shape().box(x, sea - tall + 60, wide, tall), ramp(lighter(colour, 0.1), colour))
        roof = Shape().polygon(
            [
                (x - 30, sea - tall + 66),
                (x + wide * 0.22, sea - tall - 40),
                (x + wide * 0.78, sea - tall - 40),
                (x + wide + 30, sea - tall + 66),
            ]
        )
        scene.fill(roof, ramp(mix("#9c4a3c", colour, 0.3), mix("#6b2f30", colour, 0.3)))
        ribs = Shape().join(
            *(
                Shape().line(
                    [
                        (x + wide * (0.22 + 0.56 * n / 8), sea - tall - 40),
                        (x - 30 + (wide + 60) * n / 8, sea - tall + 66),
                    ],
                    3,
                )
                for n in range(9)
            )
        )
        scene.fill(ribs, "#5a2a2c", 0.4, within=roof)
        panes = (
            Shape()
            .box(x + wide * 0.18, sea - tall + 130, wide * 0.22, 90)
            .box(x + wide * 0.6, sea - tall + 130, wide * 0.22, 90)
        )
        scene.fill(panes, mix("#2a4650", "#ffd58a", 0.7 if wide == 230 else 0))
    mist(scene, 520, 800, "#b4c8c4", 0.6)
    for x in (760, 1190):
        scene.fill(Shape().line([(x, sea + 10), (x + 6, 300)], 11).line([(x - 70, 350), (x + 80, 342)], 7), "#34484f")
    wires = (
        Shape()
        .curve("700,346 960,400 1130,346", 3)
        .curve("830,344 1050,392 1260,344", 3)
        .curve("-20,300 350,390 700,348", 3)
        .curve("1260,344 1600,400 1940,280", 3)
    )
    scene.fill(wires, "#2a3c44", 0.8)
    scene.fill(
        Shape().join(
            *(
                Shape().ellipse(x, 640 + dy, r)
                for x, dy, r in ((620, 0, 70), (680, -40, 76), (570, -30, 56), (1250, 10, 60), (1210, -24, 54))
            )
        ),
        ramp("#5a8a72", "#34604f"),
    )
    scene.fill(Shape().box(-20, sea, 1960, 560), ramp("#9cb0a4", "#6f8a80", "#3f5c5c"))
    water(scene, sea + 8, "#8a8a6a", "#34484a", 0.34, 14)
    ripples(scene, sea + 10, 1300, "#dfe8dc", 170, 0.3)
    ripples(scene, sea + 10, 1300, "#34484a", 110, 0.3)
    cool = Light("#eef6f2", -100, 0.85, "#12262c", 0.45, "#5f8088", 0.08)
    far = Outfit(top="#f07a1e", garment="vest", over="#f07a1e", hat="helmet", trousers="#24404a")
    seat = Pose(view="side", hip=(0, -0.34), lean=8, has_legs=False, hands=((0.22, -0.42), (0.24, -0.4)), elbows=(1, 1))
    for x, flip in ((1480, True), (1560, True)):
        paint_figure(scene, x, 930, 190, seat, far, cool, mirror=flip)
    sampan(scene, 1520, 880, 300, "#2f5f6a", "#cfe0da")
    orange = Outfit(
        top="#24567a",
        garment="vest",
        over="#f07a1e",
        strip="#fff4d0",
        hat="helmet",
        hat_colour="#f2efe6",
        trousers="#1d3440",
    )
    scene.fill(Shape().ellipse(880, 1112, 520, 34), "#1d3234", 0.6, 12)
    row = Pose(
        view="side",
        hip=(0, -0.49),
        lean=17,
        feet=((-0.14, 0, 10), (0.1, 0, 0)),
        hands=((0.24, -0.6), (0.28, -0.56)),
        elbows=(1, 1),
    )
    reach = Pose(
        view="side", hip=(0, -0.32), lean=14, has_legs=False, hands=((0.24, -0.46), (0.27, -0.44)), elbows=(1, 1)
    )
    paint_figure(
        scene,
        1150,
        1220,
        560,
        reach,
        Outfit(top="#c8506a", is_woman=True, style="bun", hat="non_la", hat_colour="#e9d29a"),
        cool,
        mirror=True,
    )
    paint_figure(
        scene,
        1060,
        1180,
        400,
        Pose(view="front", hip=(0, -0.34), has_legs=False, hands=((-0.07, -0.34), (0.07, -0.34))),
        Outfit(top="#e9b21c", is_woman=True, style="tail", build=1.1),
        cool,
    )
    for x, y, w, h, c in (
        (790, 1060, 110, 86, "#c99a5f"),
        (850, 990, 96, 76, "#b5834c"),
        (700, 1066, 90, 80, "#e4d4b4"),
    ):
        crate = Shape().box(x, y - h + 10, w, h, 4)
        scene.fill(crate, ramp(lighter(c, 0.15), darker(c, 0.25)))
        scene.fill(Shape().box(x + w * 0.42, y - h + 10, w * 0.16, h), "#f4ead2", 0.7)
    paint_figure(scene, 560, 1090, 560, row, orange, cool)
    paint_figure(
        scene,
        1370,
        1240,
        600,
        Pose(view="side", hip=(0, -0.34), lean=-2, has_legs=False, hands=((0.16, -0.56), (0.26, -0.62)), elbows=(1, 1)),
        orange,
        cool,
        mirror=True,
    )
    hull = Shape().blob(
        "330,1000 420,1080 520,1130 1280,1130 1420,1090 1530,1000 1440,1036 1200,1056 640,1056 430,1036", steps=6
    )
    scene.fill(hull, ramp("#e2402f", "#b8242a", "#6b1420"))
    scene.fill(Shape().curve("360,1030 520,1078 900,1088 1290,1078 1500,1030", 12), "#fff4e0", within=hull)
    scene.edge(hull, "#ffd9c4", 0, 7, 1, 0.8)
    scene.fill(Shape().line("720,800 560,1200", 9).blob("575,1150 596,1160 560,1250 530,1246"), "#c9a06a")
    wake = Shape().polygon("330,1130 700,1140 1540,1130 1700,1160 1000,1168 200,1162")
    scene.fill(wake, "#e4ece0", 0.4, 6)
    for _ in range(9):
        x, y = draw.uniform(60, 1860), draw.uniform(860, 1240)
        scene.fill(
            Shape().join(
                *(
                    Shape().blob("-18,0 0,-7 18,0 0,7").placed(x + n * 20, y + (n % 2) * 9, 1, draw.uniform(-40, 40))
                    for n in range(3)
                )
            ),
            "#3f6a50",
            0.8,
        )
    splashes(scene, (0, sea + 30, 1920, 500), "#eef4ec", 110, 0.35)
    rain(scene, "#eef5f2", 620, 114, 88, 0.36)
    vignette(scene, "#0f2024", 0.5)
