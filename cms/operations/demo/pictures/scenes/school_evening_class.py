"""From the back of a lit class-room: workers after the shift, a teacher at the green board, night outside."""

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#f3d9a0", "#e4bd84", "#c4926a")
    window = Shape().polygon("60,120 430,200 430,640 60,700")
    scene.fill(window, ramp("#0f1f4a", "#2f4a86", "#7a6a9a"))
    scene.fill(Shape().ellipse(190, 280, 34), "#f7efd0")
    glow(scene, 190, 280, 130, "#cfe0ff", 0.6)
    ridge = Shape().blob("40,760 80,560 140,500 200,580 260,540 330,470 380,560 460,600 460,760")
    scene.fill(ridge, "#1a2a56", within=window)
    frame = (
        Shape().line("60,120 430,200 430,640 60,700 60,110", 16).line("245,160 245,670", 10).line("60,400 430,420", 9)
    )
    scene.fill(frame, "#8a5a3c")
    board = Shape().box(560, 210, 960, 430, 6)
    scene.fill(board.placed(10, 16), "#7a4a34", 0.4, 14)
    scene.fill(board, ramp("#2f6a56", "#23544a", "#1c453f"))
    border = Shape().box(544, 194, 992, 462, 8).box(560, 210, 960, 430, 4, cut=True)
    scene.fill(border, ramp("#c9925a", "#8a5a34"))
    scene.cloud((560, 210, 960, 430), "#7fae9c", 0.3, (5, 3), 100, within=board)
    chalk = Shape().line("620,560 620,290", 5).line("600,540 880,540", 5).curve("624,520 700,500 760,420 860,300", 6)
    gear = (
        Shape()
        .ellipse(1010, 420, 84)
        .ellipse(1010, 420, 76, 76, cut=True)
        .ellipse(1010, 420, 24)
        .ellipse(1010, 420, 18, 18, cut=True)
    )
    for n in range(8):
        gear.join(Shape().box(-9, -100, 18, 18).placed(1010, 420, 1, n * 45))
    triangle = Shape().line("1180,540 1300,300 1420,540 1180,540", 5).line("1300,300 1300,540", 4)
    scene.fill(chalk.join(gear, triangle), "#f2f5e8", 0.85, grit=0.6)
    for x in (500, 1040, 1580):
        scene.fill(Shape().line([(x, -10), (x, 70)], 5), "#6b4530")
        scene.fill(Shape().box(x - 150, 66, 300, 18, 9), "#fffdf0")
        glow(scene, x, 80, 420, "#fff6d4", 0.6)
    light = Light("#fff4d0", -90, 0.9, "#4a2a2c", 0.4)
    teach = Pose(
        view="side", lean=0, feet=((-0.05, 0, 0), (0.06, 0, 0)), hands=((0.03, -0.52), (0.24, -0.9)), elbows=(1, 1)
    )
    paint_figure(
        scene,
        1385,
        900,
        560,
        teach,
        Outfit(top="#c8102e", trousers="#f4ece0", garment="ao_dai", is_woman=True, style="long"),
        light,
        mirror=True,
    )
    desk = Shape().box(1560, 700, 330, 200, 6).box(1540, 684, 370, 22, 4)
    scene.fill(desk, ramp("#b5763f", "#7a4a2c"))
    flowers = Shape().join(
        *(Shape().ellipse(1760 + dx, 620 + dy, 17) for dx, dy in ((0, -20), (-22, -6), (22, -4), (-10, 12), (13, 14)))
    )
    scene.fill(Shape().polygon("1740,684 1732,640 1788,640 1780,684"), "#4f8fc0")
    scene.fill(flowers, "#e8476a")
    floor = Shape().polygon("-20,900 1940,880 1940,1320 -20,1320")
    scene.fill(floor, ramp("#a86f48", "#5a3430"))
    wears = (
        Outfit(top="#0b4f9e"),
        Outfit(top="#f08a24", garment="vest", over="#f08a24"),
        Outfit(top="#34507a", is_woman=True, style="tail"),
        Outfit(top="#e9dcc0"),
        Outfit(top="#2f6f8a", is_woman=True, style="bun"),
        Outfit(top="#0b4f9e", garment="vest"),
        Outfit(top="#7a3f5a", is_woman=True, style="long"),
        Outfit(top="#24406a"),
    )
    listen = Pose(
        view="back",
        hip=(0, -0.34),
        feet=((-0.07, 0, 0), (0.07, 0, 0)),
        hands=((-0.11, -0.325), (0.11, -0.325)),
        has_legs=False,
    )
    asking = Pose(
        view="back",
        hip=(0, -0.34),
        feet=((-0.07, 0, 0), (0.07, 0, 0)),
        hands=((-0.11, -0.325), (0.14, -0.92)),
        elbows=(1, -1),
        has_legs=False,
    )
    for row, (y, tall, count) in enumerate(((1000, 440, 6), (1240, 620, 5))):
        gap = 1960 / count
        for n in range(count):
            x = gap * (n + 0.5) - 20 + (row * 30)
            top = y - tall * 0.34
            back = Shape().box(x - gap * 0.4, top - tall * 0.05, gap * 0.8, tall * 0.06, 6)
            scene.fill(back, ramp("#e0a864", "#b5763f"))
            book = Shape().polygon(
                [
                    (x - tall * 0.16, top - tall * 0.06),
                    (x + tall * 0.16, top - tall * 0.06),
                    (x + tall * 0.18, top - tall * 0.02),
                    (x - tall * 0.18, top - tall * 0.02),
                ]
            )
            scene.fill(book, "#fffaf0")
            pose = asking if (row, n) == (1, 1) else listen
            paint_figure(scene, x, y + tall * 0.06, tall, pose, wears[(n * 3 + row) % 8], light)
            chair = Shape().box(x - tall * 0.12, y - tall * 0.3, tall * 0.24, tall * 0.12, 12)
            scene.fill(chair, ramp("#8a5230", "#5a3424"))
    vignette(scene, "#3a1c1c", 0.4)
