"""On the terraces of a closed pit two workers set an acacia; rows of young trees run up behind them."""

from itertools import pairwise

from ..canvas.colour import darker, lighter, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.plants import grass, sapling
from ..motifs.skeleton import Pose
from ..motifs.sky import heap


def paint(scene: Scene) -> None:
    scene.background("#6fb0d4", "#bfe0dc", "#f7efcf", at=(0, 0.3, 0.5))
    heap(scene, 380, 330, 560, "#ffffff", "#c4dce4", 0.9)
    heap(scene, 1560, 250, 440, "#ffffff", "#c4dce4", 0.9)
    glow(scene, 1500, 120, 900, "#fff3c0", 0.5)
    banks = (
        ("#b9ae8c", "#9cbf7a", [(-20, 620), (400, 520), (900, 440), (1400, 470), (1940, 420)]),
        ("#a89a74", "#84b067", [(-20, 720), (500, 640), (1000, 560), (1500, 590), (1940, 520)]),
        ("#8f8260", "#6a9f56", [(-20, 830), (500, 790), (1100, 700), (1600, 720), (1940, 650)]),
    )
    for n, (earth, green, crest) in enumerate(banks):
        slope = Shape().polygon([*crest, (1940, 1320), (-20, 1320)])
        scene.fill(slope, ramp(lighter(earth, 0.1), earth, darker(earth, 0.15)))
        cover = Shape().polygon([*crest, *((x, y + 54 + n * 14) for x, y in reversed(crest))])
        scene.fill(cover, green, 1, grit=0.4)
        for m in range(24):
            share = (m + 0.5) / 24
            x = -20 + share * 1960
            y = next(a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]) for a, b in pairwise(crest) if a[0] <= x <= b[0])
            size = (30 + n * 16) * scene.random.uniform(0.75, 1.15)
            bush = (
                Shape().ellipse(x, y - size * 0.5, size * 0.34, size * 0.5).ellipse(x, y + 22, size * 0.3, size * 0.44)
            )
            scene.fill(bush, ramp(lighter(green, 0.15), darker(green, 0.45)))
        mist(scene, crest[2][1] - 60, crest[2][1] + 130, "#f3eed0", 0.32 - n * 0.08, seed=str(n))
    ground = Shape().blob("-80,1400 -80,930 300,900 900,930 1500,890 2000,920 2000,1400")
    scene.fill(ground, ramp("#8fb35a", "#5c8a44", "#3a6536"))
    grass(scene, [(-20, 930), (300, 902), (900, 932), (1500, 892), (1940, 916)], "#6f9f4c", 34, 320)
    hole = Shape().ellipse(1010, 1130, 210, 46)
    scene.fill(hole, "#4a3324")
    scene.fill(
        Shape().blob("830,1140 880,1100 960,1076 1060,1078 1150,1104 1200,1142 1010,1166"),
        ramp("#8a5f3c", "#5a3c28"),
        grit=0.3,
    )
    sapling(scene, 1010, 1100, 470, "#3f8a48", "#8fc25c")
    sun = Light("#fff6cf", -50, 0.95, "#1f3a34", 0.42)
    kneel = Pose(
        view="side",
        hip=(-0.08, -0.28),
        lean=22,
        nod=6,
        feet=((-0.3, -0.01, 80), (0.1, 0, 0)),
        hands=((0.3, -0.16), (0.33, -0.2)),
        elbows=(1, 1),
    )
    scene.fill(Shape().ellipse(760, 1190, 260, 24).ellipse(1330, 1180, 200, 20), "#2a4f30", 0.55, 10)
    paint_figure(
        scene,
        730,
        1200,
        760,
        kneel,
        Outfit(
            top="#f4efe2",
            trousers="#2f4a7a",
            hat="non_la",
            hat_colour="#f3dca0",
            is_woman=True,
            style="bun",
            shoes="#5a3f30",
        ),
        sun,
    )
    dig = Pose(
        view="side",
        hip=(-0.02, -0.49),
        lean=18,
        nod=6,
        feet=((-0.12, 0, 0), (0.13, 0, 0)),
        hands=((0.14, -0.52), (0.24, -0.44)),
        elbows=(1, 1),
    )
    joints = paint_figure(
        scene,
        1370,
        1190,
        820,
        dig,
        Outfit(top="#0b4f9e", trousers="#26344f", hat="helmet", garment="vest", shoes="#3a2a26"),
        sun,
        mirror=True,
    )
    (ax, ay), (bx, by) = joints.wrists
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5 or 1
    ux, uy = dx / length, dy / length
    tip = (1165, 1096)
    spade = Shape().line([(ax - ux * 50, ay - uy * 50), (bx, by), tip], 13)
    scene.fill(spade, "#a8743f")
    blade = Shape().blob(
        [
            (tip[0] - 30, tip[1] - 34),
            (tip[0] + 34, tip[1] - 18),
            (tip[0] + 10, tip[1] + 60),
            (tip[0] - 26, tip[1] + 86),
            (tip[0] - 44, tip[1] + 40),
        ]
    )
    scene.fill(blade, ramp("#c4ccd4", "#5f6a7a"))
    for joint in joints.wrists:
        scene.fill(Shape().ellipse(joint[0] - 8, joint[1] + 6, 22, 19), "#d9a07a")
    for x, y, tall in ((160, 1140, 240), (330, 1040, 150), (1720, 1130, 230), (1580, 1010, 140)):
        sapling(scene, x, y, tall, "#4f9450", "#9fc864")
        scene.fill(Shape().line([(x + 16, y), (x + 18, y - tall * 0.7)], 5), "#b98a5a")
    can = (
        Shape()
        .polygon("470,1200 480,1100 570,1100 580,1200")
        .line("576,1180 650,1104", 14)
        .polygon("640,1090 676,1104 656,1124")
        .curve("490,1100 525,1050 560,1100", 9)
    )
    scene.fill(can, ramp("#e2503a", "#9c2a2a"))
    scene.edge(can, "#fff0cf", -4, 4, 0, 0.7)
    grass(scene, [(-20, 1310), (600, 1290), (1300, 1300), (1940, 1290)], "#2f5a32", 80, 240)
    vignette(scene, "#1f3a2f", 0.3)
