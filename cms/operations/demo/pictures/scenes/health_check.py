"""A doctor takes a miner's blood pressure at a desk by a bright window."""

from ..canvas.colour import darker, lighter, ramp
from ..canvas.light import shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#e4f1ee", "#cfe6e2", "#b4d4d2")
    window = Shape().box(640, 90, 660, 520, 6)
    scene.fill(window, ramp("#bfe2ee", "#eaf5e4", "#fdf6d8"))
    hills = Shape().blob("600,720 640,520 740,440 830,520 930,470 1040,380 1130,500 1220,450 1320,530 1340,720")
    scene.fill(hills, ramp("#8fbfc4", "#d4e8d8"), within=window)
    frame = (
        Shape()
        .box(620, 70, 700, 24)
        .box(620, 600, 700, 26)
        .box(620, 70, 24, 550)
        .box(1296, 70, 24, 550)
        .box(960, 90, 14, 520)
    )
    scene.fill(frame, "#fbfaf7")
    scene.edge(frame, "#8fb8bc", -5, -6, 3, 0.7)
    curtain = Shape().blob("560,40 720,40 700,300 650,480 640,690 560,690")
    scene.fill(curtain, ramp("#8fd0c8", "#4fa8a4", angle=0), 0.9)
    folds = Shape().join(
        *(Shape().curve([(590 + n * 34, 40), (586 + n * 26, 350), (580 + n * 18, 690)], 7, 4) for n in range(4))
    )
    scene.fill(folds, "#2f8a8a", 0.5, 3, within=curtain)
    shine_shape(scene, Shape().polygon("640,100 1300,100 1000,1320 -60,1320"), "#fffbe4", 0.4, 40)
    chart = Shape().box(1480, 150, 260, 360, 8)
    scene.fill(chart.placed(8, 12), "#7fb0ae", 0.5, 9)
    scene.fill(chart, "#fdfcf8")
    heart = Shape().blob("1610,420 1530,330 1520,270 1560,236 1610,272 1660,236 1700,270 1690,330")
    scene.fill(heart, ramp("#e8485a", "#c8102e"))
    scene.fill(Shape().line("1506,330 1572,330 1592,290 1616,376 1636,320 1650,330 1716,330", 7), "#fdfcf8")
    shelf = Shape().box(120, 300, 330, 22, 4)
    scene.fill(shelf, "#f4f7f4")
    for n, (w, h, c) in enumerate(
        ((46, 90, "#4fa8a4"), (56, 70, "#f2efe6"), (40, 110, "#e9b64a"), (60, 64, "#8fc4d9"), (38, 96, "#f2efe6"))
    ):
        x = 140 + n * 62
        scene.fill(Shape().box(x, 300 - h, w, h, 6), ramp(lighter(c, 0.3), c, darker(c, 0.15), angle=0))
        scene.fill(Shape().box(x + 6, 300 - h - 12, w - 12, 16, 3), "#7fa8ac")
    floor = Shape().polygon("-20,1090 1940,1090 1940,1320 -20,1320")
    scene.fill(floor, ramp("#9cc4c4", "#6fa0a6"))
    light = Light("#ffffff", -120, 0.9, "#1f4a5a", 0.4)
    chairs = (
        Shape()
        .box(250, 920, 240, 34, 12)
        .line("280,940 260,1230", 16)
        .line("460,940 476,1230", 16)
        .line("262,920 240,640", 18)
    )
    chairs.box(1420, 920, 240, 34, 12).line("1450,940 1432,1230", 16).line("1630,940 1650,1230", 16).line(
        "1650,920 1676,640", 18
    )
    scene.fill(
        Shape().ellipse(400, 1230, 250, 22).ellipse(1520, 1230, 250, 22).ellipse(960, 1230, 330, 20), "#3f7078", 0.5, 10
    )
    scene.fill(chairs, "#3f8a94")
    doctor = Pose(
        view="side",
        hip=(0.02, -0.29),
        lean=7,
        nod=4,
        feet=((0.24, 0, 0), (0.28, 0, 0)),
        hands=((0.42, -0.44), (0.45, -0.43)),
        elbows=(1, 1),
    )
    miner = Pose(
        view="side",
        hip=(0.02, -0.29),
        lean=-2,
        feet=((0.24, 0, 0), (0.28, 0, 0)),
        hands=((0.27, -0.41), (0.46, -0.415)),
        elbows=(1, 1),
    )
    d = paint_figure(
        scene,
        370,
        1230,
        1120,
        doctor,
        Outfit(
            top="#fbfcfa",
            trousers="#2f7a86",
            is_woman=True,
            style="bun",
            hat="round_cap",
            hat_colour="#f4f7f6",
            shoes="#f4f4f0",
        ),
        light,
    )
    m = paint_figure(
        scene,
        1540,
        1230,
        1140,
        miner,
        Outfit(top="#0b4f9e", trousers="#24365a", is_short_sleeved=True, shoes="#2a2430"),
        light,
        mirror=True,
    )
    nx, ny = d.neck
    tube = (
        Shape()
        .curve([(nx - 34, ny + 4), (nx + 10, ny + 60), (nx + 56, ny + 150), (nx + 50, ny + 220)], 9)
        .ellipse(nx + 50, ny + 226, 18)
    )
    scene.fill(tube, "#2a3f4a")
    table = Shape().box(700, 812, 520, 34, 8)
    scene.fill(Shape().line("770,846 750,1230", 20).line("1150,846 1170,1230", 20), "#7fa8ac")
    scene.fill(table, ramp("#fbfaf5", "#c9d9d6"))
    ex, ey = m.elbows[1]
    sx, sy = m.shoulders[1]
    cuff = Shape().limb(
        (sx + (ex - sx) * 0.56, sy + (ey - sy) * 0.56), (sx + (ex - sx) * 0.94, sy + (ey - sy) * 0.94), 84, 78
    )
    scene.fill(cuff, ramp("#34507a", "#1d3050"))
    scene.edge(cuff, "#bfd8ee", 5, 5, 1, 0.7)
    hose = Shape().curve([(ex - 10, ey - 10), (ex - 90, ey + 70), (1010, 790), (930, 780)], 8)
    scene.fill(hose, "#24344a")
    gauge = Shape().box(820, 690, 130, 122, 16)
    scene.fill(gauge, ramp("#4f8fb4", "#1f5a86"))
    scene.fill(Shape().ellipse(885, 746, 44), "#fdfcf6")
    scene.fill(Shape().line("885,746 908,722", 6).ellipse(885, 746, 7), "#c8102e")
    scene.fill(
        Shape().join(*(Shape().box(-2, -40, 4, 9).placed(885, 746, 1, n * 36 - 144) for n in range(9))), "#5a6a78"
    )
    helmet_x, helmet_y = 1120, 812
    dome = Shape().polygon(arc(helmet_x, helmet_y - 14, 66, 64, 180, 360)).box(helmet_x - 84, helmet_y - 18, 168, 14, 6)
    scene.fill(dome, ramp("#ffd75e", "#e9b21c", "#a8780e"))
    scene.edge(dome, "#fffbe0", -4, 5, 0, 0.9)
    vignette(scene, "#1f4a52", 0.3)
