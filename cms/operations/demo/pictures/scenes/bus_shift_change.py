"""Before dawn: a lit bus waits, one shift steps down while the next one boards."""

from ..canvas.colour import ramp
from ..canvas.light import beam, glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, stars
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure


def paint(scene: Scene) -> None:
    scene.background("#0f1b40", "#2a3f78", "#7a6a98", "#f09a70", at=(0, 0.35, 0.6, 0.76))
    stars(scene, 330, 90)
    glow(scene, 1560, 880, 800, "#ffab6a", 0.6)
    hills = Shape().blob("-80,1000 -80,800 200,720 520,800 860,730 1200,800 1560,720 2000,790 2000,1000")
    scene.fill(hills, ramp("#333f74", "#8a6a88"))
    pit = (
        Shape()
        .line("1580,850 1660,330", 13)
        .line("1790,850 1690,330", 13)
        .box(1630, 296, 90, 40)
        .ellipse(1674, 316, 66)
        .ellipse(1674, 316, 54, cut=True)
    )
    for n in range(5):
        pit.line([(1590 + n * 13, 770 - n * 90), (1764 - n * 16, 690 - n * 90)], 6).line(
            [(1776 - n * 16, 770 - n * 90), (1604 + n * 13, 690 - n * 90)], 6
        )
    pit.line("1610,320 1400,850", 7).box(1300, 720, 170, 150).polygon("1290,724 1385,670 1480,724")
    scene.fill(pit, "#1c2550")
    scene.edge(pit, "#ffb07a", -3, 2, 0, 0.7)
    scene.fill(Shape().box(1326, 760, 26, 34).box(1376, 760, 26, 34).box(1426, 760, 26, 34), "#ffd58a")
    mist(scene, 700, 920, "#e8a088", 0.4)
    road = Shape().box(-20, 900, 1960, 420)
    scene.fill(road, ramp("#4a4a74", "#1d2146", "#121530"))
    scene.fill(Shape().polygon("-20,1180 1940,1180 1940,1200 -20,1200"), "#d9a85a", 0.5)
    body = Shape().box(146, 476, 1090, 534, 44)
    body.polygon("1190,476 1228,482 1256,512 1296,740 1304,970 1292,1010 1190,1010")
    scene.fill(Shape().ellipse(740, 1080, 680, 40), "#070a1c", 0.7, 16)
    scene.fill(body, ramp("#2f7ad0", "#0b4f9e", "#08356f"))
    scene.fill(Shape().box(140, 800, 1170, 30), "#f4efe2", within=body)
    scene.fill(Shape().box(140, 836, 1170, 12), "#e9b21c", within=body)
    scene.edge(body, "#a8d0ff", 0, 9, 3, 0.8)
    windows = [(200 + n * 166, 548) for n in range(5)]
    for n, (x, y) in enumerate(windows):
        pane = Shape().box(x, y, 146, 190, 16)
        scene.fill(pane, ramp("#fff0c4", "#ffd27a", "#f0a850"))
        for k in range(2):
            hx = x + 40 + k * 66 + (n % 2) * 8
            if (n + k) % 4 == 3:
                continue
            rider = (
                Shape()
                .ellipse(hx, y + 104, 23, 28)
                .blob(
                    [
                        (hx - 44, y + 220),
                        (hx - 40, y + 150),
                        (hx - 12, y + 132),
                        (hx + 12, y + 132),
                        (hx + 40, y + 150),
                        (hx + 44, y + 220),
                    ]
                )
            )
            if (n + k) % 2:
                rider.polygon(
                    [(hx - 30, y + 98), (hx - 22, y + 72), (hx, y + 62), (hx + 22, y + 72), (hx + 36, y + 98)]
                )
            scene.fill(rider, "#5a3348", 0.92, within=pane)
        scene.edge(pane, "#ffffff", 0, 5, 0, 0.5)
    door = Shape().box(1046, 548, 116, 440, 12)
    scene.fill(door, ramp("#fff3d0", "#ffc766"))
    scene.fill(Shape().box(1056, 900, 96, 20).box(1056, 945, 96, 24), "#7a4a3c")
    screen = Shape().polygon("1186,548 1236,548 1272,700 1276,760 1186,760")
    scene.fill(screen, ramp("#cfe4f7", "#6f8fc0"))
    glow(scene, 1104, 760, 420, "#ffd58a", 0.55)
    shine_shape(scene, Shape().polygon("1046,960 1162,960 1420,1200 960,1200"), "#ffc46a", 0.42, 22)
    for x in (350, 980):
        scene.fill(Shape().ellipse(x, 1012, 92), "#0a0e24")
        scene.fill(Shape().ellipse(x, 1012, 50), ramp("#8a94b8", "#3a4270"))
        scene.fill(Shape().ellipse(x, 1012, 18), "#1a2044")
    for y in (880,):
        glow(scene, 1296, y, 220, "#fff0c4", 0.95)
        beam(scene, (1296, y), (1960, 1010), 26, 300, "#ffe9b0", 0.5, 16)
        scene.fill(Shape().ellipse(1290, y, 16, 22), "#fffdf0")
    dawn = Light("#ffcf9a", -150, 0.95, "#080b20", 0.5, "#1a2048", 0.15)
    for x, tall, pose, wear in (
        (1250, 330, poses.WALKING, Outfit(hat="helmet", top="#2f5f9e", garment="vest")),
        (1430, 340, poses.STROLLING, Outfit(top="#31508a", hat="helmet", hat_colour="#f2efe6")),
        (1590, 325, poses.STANDING_SIDE, Outfit(top="#8a2f42", is_woman=True, style="tail")),
        (1740, 340, poses.STANDING_SIDE, Outfit(top="#2f5f9e", hat="helmet", garment="vest")),
        (1866, 330, poses.STROLLING, Outfit(top="#2a4a7a", hat="helmet")),
    ):
        scene.fill(Shape().ellipse(x, 1110, 80, 12), "#070a1c", 0.6, 6)
        paint_figure(scene, x, 1110, tall, pose, wear, dawn, mirror=True)
    paint_figure(
        scene,
        620,
        1170,
        390,
        poses.WALKING,
        Outfit(hat="helmet", hat_colour="#c8892b", top="#2a4a7a", garment="vest", skin="#a87860"),
        Light("#ffd9a0", -60, 0.95, "#080b20", 0.5, "#1a2048", 0.15),
        mirror=True,
    )
    paint_figure(
        scene,
        440,
        1180,
        400,
        poses.STROLLING,
        Outfit(hat="helmet", top="#31508a", skin="#a87860"),
        Light("#ffd9a0", -60, 0.95, "#080b20", 0.5, "#1a2048", 0.15),
        mirror=True,
    )
    vignette(scene, "#060a20", 0.5)
