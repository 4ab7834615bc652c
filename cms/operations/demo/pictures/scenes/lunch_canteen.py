"""A long table at noon: workers side by side behind steaming bowls, sun through the slats."""

from ..canvas.colour import mix, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#dfe8da", "#c9dbd0", "#a8c4bb")
    for n in range(4):
        x = 60 + n * 480
        pane = Shape().box(x, 70, 380, 400)
        scene.fill(pane, ramp("#fffdf0", "#f7efc4", "#cfe4b4"))
        leaves = Shape()
        for _ in range(16):
            leaves.ellipse(
                x + scene.random.uniform(0, 380), 460 - scene.random.uniform(0, 130), scene.random.uniform(24, 54)
            )
        scene.fill(leaves, "#7fb07a", 0.8, 5, within=pane)
        slats = (
            Shape()
            .join(*(Shape().box(x - 6, 60 + k * 100, 392, 10) for k in range(5)))
            .box(x - 10, 60, 14, 420)
            .box(x + 376, 60, 14, 420)
            .box(x + 184, 60, 10, 420)
        )
        scene.fill(slats, "#4f8a8a")
        shine_shape(scene, pane, "#fff8d8", 0.4, 30)
        shine_shape(
            scene, Shape().polygon([(x, 70), (x + 380, 70), (x + 180, 1300), (x - 360, 1300)]), "#fff2c4", 0.12, 20
        )
    for row, (y, tall, haze) in enumerate(((700, 230, 0.55),)):
        for n in range(10):
            x = 80 + n * 196
            paint_figure(
                scene,
                x,
                y,
                tall,
                Pose(hip=(0, -0.3), has_legs=False, hands=((-0.08, -0.34), (0.08, -0.34))),
                Outfit(
                    top=mix(("#0b4f9e", "#e08a2a", "#c8102e", "#f2efe6")[(n + row) % 4], "#c9dbd0", haze),
                    skin=mix("#d9a07a", "#c9dbd0", haze),
                    hair=mix("#1d1a22", "#c9dbd0", haze),
                    trousers="#8fb0aa",
                    is_woman=n % 3 == 1,
                    style="tail" if n % 3 == 1 else "short",
                ),
                Light(depth=0, strength=0),
            )
        scene.fill(Shape().box(-20, y - tall * 0.38, 1960, 26), mix("#e0b070", "#c9dbd0", 0.4))
        scene.fill(Shape().box(-20, y - tall * 0.38 + 26, 1960, 90), mix("#8a6a4c", "#c9dbd0", 0.55))
    for n in range(4):
        x = 240 + n * 480
        scene.fill(Shape().line([(x, -10), (x, 190)], 5), "#3a5a60")
        scene.fill(
            Shape().polygon([(x - 86, 262), (x + 86, 262), (x + 38, 190), (x - 38, 190)]), ramp("#e2503a", "#a8302a")
        )
        scene.fill(Shape().ellipse(x, 262, 86, 14), "#fff3c4")
        glow(scene, x, 290, 300, "#ffedb0", 0.4)
    seats = (
        (250, Outfit(top="#0b4f9e", hat="", style="short"), ((-0.13, -0.35), (0.09, -0.4))),
        (600, Outfit(top="#f08a24", garment="vest", over="#f08a24", hat="helmet"), ((-0.1, -0.38), (0.14, -0.35))),
        (960, Outfit(top="#c8102e", is_woman=True, style="tail"), ((-0.12, -0.36), (0.1, -0.39))),
        (1320, Outfit(top="#2f6f8a", hat="cap", hat_colour="#0b4f9e"), ((-0.1, -0.39), (0.13, -0.35))),
        (1670, Outfit(top="#f4efe2", is_woman=True, style="bun"), ((-0.13, -0.36), (0.1, -0.385))),
    )
    for n, (x, wear, hands) in enumerate(seats):
        pose = Pose(
            hip=(0, -0.34),
            has_legs=False,
            hands=hands,
            elbows=(1, -1),
            lean=(-2, 1, 0, 2, -1)[n],
            nod=(5, -4, 3, 4, -5)[n],
        )
        joints = paint_figure(scene, x, 1270, 920, pose, wear, Light("#fffbe0", -70, 0.9, "#2a3f48", 0.42))
        hx, hy = joints.head
        smile = Shape().curve([(hx - 13, hy + 26), (hx, hy + 32), (hx + 13, hy + 26)], 3.4)
        scene.fill(smile, "#8a4a3a", 0.8)
        eyes = (
            Shape()
            .curve([(hx - 27, hy + 1), (hx - 19, hy - 3), (hx - 11, hy + 1)], 3.4)
            .curve([(hx + 11, hy + 1), (hx + 19, hy - 3), (hx + 27, hy + 1)], 3.4)
        )
        scene.fill(eyes, "#3a2226", 0.9)
    table = Shape().polygon("-20,930 1940,930 1940,1040 -20,1040")
    scene.fill(table, ramp("#f3cf96", "#d9a460"))
    scene.fill(Shape().box(-20, 1036, 1960, 300), ramp("#8a5230", "#4a2a22"))
    scene.fill(Shape().box(-20, 1030, 1960, 10), "#fff0cc", 0.8)
    for x in (250, 600, 960, 1320, 1670):
        scene.fill(Shape().ellipse(x + 8, 1000, 126, 22), "#8a5a34", 0.5, 8)
        tray = Shape().box(x - 120, 958, 240, 40, 18)
        scene.fill(tray, ramp("#e9eff0", "#a8b8be"))
        rice = Shape().blob([(x - 30, 962), (x - 24, 934), (x, 922), (x + 24, 934), (x + 30, 962)])
        scene.fill(rice, "#fffdf6")
        bowl = Shape().blob([(x - 44, 950), (x + 44, 950), (x + 28, 992), (x - 28, 992)])
        scene.fill(bowl, ramp("#ffffff", "#c4d4dc"))
        scene.fill(Shape().box(x - 38, 962, 76, 6), "#0b4f9e", within=bowl)
        for k, (dx, c) in enumerate(((-84, "#7fae4a"), (78, "#d9803a"), (-62, "#c8402f"))):
            scene.fill(Shape().ellipse(x + dx, 960 - 4 * k, 24, 12), c)
        for k in range(3):
            px = x - 22 + k * 22
            scene.fill(
                Shape().curve([(px, 920), (px + 12, 890), (px - 10, 856), (px + 6, 820)], 9, 3), "#ffffff", 0.4, 7
            )
    vignette(scene, "#3a3f34", 0.3)
