"""Three miners walk out of a drift; their head lamps cut the dust, steel arches close around them."""

from ..canvas.colour import mix, ramp
from ..canvas.light import beam, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure


def paint(scene: Scene) -> None:
    scene.background("#0b1322", "#0b1322")
    cx, cy = 960, 600
    rings = 9
    for n in range(rings):
        share = 1 - n / rings
        size = 60 + 1050 * share**2.1
        rim = [
            *arc(cx, cy + size * 0.08, size, size * 0.86, 180, 360, 40),
            (cx + size, cy + size * 0.62),
            (cx - size, cy + size * 0.62),
        ]
        depth = n / (rings - 1)
        wall = Shape().polygon(rim)
        scene.fill(wall, ramp(mix("#1a2438", "#c9853f", depth**1.6 * 0.8), mix("#131a2b", "#8f5a35", depth**1.6 * 0.8)))
        if n in (0, 4):
            scene.cloud(
                (cx - size, cy - size, size * 2, size * 1.7),
                mix("#2f3d58", "#f0b36a", depth),
                0.3,
                (7, 5),
                110,
                within=wall,
            )
        width = 10 + 46 * share**2
        inner = arc(cx, cy + size * 0.08, size - width, size * 0.86 - width, 180, 360, 40)
        arch = Shape().polygon(
            [
                *rim[:41],
                (cx + size, cy + size * 0.62),
                (cx + size - width, cy + size * 0.62),
                *reversed(inner),
                (cx - size + width, cy + size * 0.62),
                (cx - size, cy + size * 0.62),
            ]
        )
        scene.fill(arch, ramp(mix("#2c3953", "#7a4a2c", depth), mix("#1a2236", "#4a2d22", depth)))
        thin = width * 0.28
        under = arc(cx, cy + size * 0.08, size - width - thin, size * 0.86 - width - thin, 180, 360, 40)
        lip = Shape().polygon([*inner, *reversed(under)])
        scene.fill(lip, mix("#d98f4a", "#ffe2a5", depth), 0.2 + 0.5 * depth)
    glow(scene, cx, cy + 20, 620, "#ffb55e", 0.75, 2.2)
    glow(scene, cx, cy + 20, 180, "#fff0cc", 0.95, 1.6)
    floor = Shape().polygon([(-40, 1300), (cx - 90, cy + 60), (cx + 90, cy + 60), (1960, 1300)])
    scene.fill(floor, ramp("#8d5c36", "#1a1d2b", "#0d121f", at=(0, 0.4, 1)), 0.9)
    ties, rails = Shape(), Shape()
    for n in range(13):
        share = (n / 12) ** 2.2
        y = cy + 70 + share * 640
        half = 46 + share * 470
        ties.polygon(
            [
                (cx - half, y),
                (cx + half, y),
                (cx + half * 1.03, y + 3 + 24 * share),
                (cx - half * 1.03, y + 3 + 24 * share),
            ]
        )
    for side in (-1, 1):
        rails.polygon(
            [(cx + side * 28, cy + 64), (cx + side * 32, cy + 64), (cx + side * 368, 1300), (cx + side * 336, 1300)]
        )
    scene.fill(ties, "#0a0d17", 0.8)
    scene.fill(rails, ramp("#ffe0a4", "#8d7a6a", "#2a3042"))
    pipe = Shape().polygon([(cx + 120, cy - 24), (cx + 126, cy - 18), (1960, 300), (1960, 210)])
    scene.fill(pipe, ramp("#5a3b2c", "#1d2538", angle=0))
    scene.edge(pipe, "#ffc98a", 0, -4, 0, 0.4)
    mist(scene, 480, 1000, "#d9975a", 0.2)
    for x, y, tall, pose in (
        (840, 868, 300, poses.STANDING),
        (1096, 900, 340, poses.STANDING),
        (960, 1210, 660, poses.STANDING),
    ):
        wear = Outfit(
            hat="helmet",
            top="#20304f",
            trousers="#18233c",
            hat_colour="#d9a020",
            garment="vest",
            over="#c8642a",
            skin="#8d6250",
        )
        scene.fill(Shape().ellipse(x, y, tall * 0.2, tall * 0.03), "#05080f", 0.7, 5)
        scene.fill(
            Shape().polygon(
                [
                    (x - tall * 0.08, y),
                    (x + tall * 0.08, y),
                    (x + (x - cx) * 0.6 + tall * 0.24, y + tall * 0.5),
                    (x + (x - cx) * 0.6 - tall * 0.24, y + tall * 0.5),
                ]
            ),
            "#05080f",
            0.45,
            8,
        )
        if x != cx:
            spot = (x + (x - cx) * 3.4, y + tall * 0.9)
            beam(scene, (x, y - tall * 0.9), spot, tall * 0.04, tall * 0.8, "#ffe3b0", 0.5, 14)
        light = Light("#ffd79a", -90, 1, "#04070f", 0.85, "#0b1322", 0.5)
        joints = paint_figure(scene, x, y, tall, pose, wear, light)
        hx, hy = joints.head[0], joints.head[1] - tall * 0.055
        glow(scene, hx, hy, tall * 0.3, "#ffe9bf", 0.85, 2.6)
        scene.fill(Shape().ellipse(hx, hy, tall * 0.014), "#fffdf2")
    vignette(scene, "#03050b", 0.6)
