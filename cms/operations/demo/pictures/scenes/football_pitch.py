"""Evening match of two unions under floodlights, seen from behind the goal."""

from ..canvas.colour import mix, ramp
from ..canvas.light import beam, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure, silhouette
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#0c2448", "#1f4a78", "#5f8fa0", at=(0, 0.3, 0.5))
    stand = Shape().polygon("-20,560 300,470 1620,470 1940,560 1940,700 -20,700")
    scene.fill(stand, ramp("#1a3560", "#14284a"))
    dots = {c: Shape() for c in ("#c8102e", "#f2c14a", "#f2efe6", "#4f8fd0", "#e08a5a")}
    for _ in range(720):
        x, y = draw.uniform(0, 1920), draw.uniform(500, 640)
        draw.choice(list(dots.values())).ellipse(x, y, draw.uniform(4, 7))
    for colour, shape in dots.items():
        scene.fill(shape, mix(colour, "#1a3560", 0.35), within=stand)
    for x in (190, 1730):
        scene.fill(Shape().line([(x, 640), (x, 130)], 14, 9).box(x - 90, 60, 180, 90, 6), "#0a1a38")
        bulbs = Shape().join(*(Shape().ellipse(x - 66 + c * 44, 84 + r * 42, 15) for c in range(4) for r in range(2)))
        scene.fill(bulbs, "#fffdf0")
        glow(scene, x, 105, 640, "#dff0ff", 0.6, 2.4)
        glow(scene, x, 105, 190, "#ffffff", 0.9, 1.8)
        end = 700 if x < 900 else 1220
        beam(scene, (x, 110), (end, 1000), 120, 620, "#e4f2ff", 0.24, 40)
    pitch = Shape().polygon("-20,660 1940,660 1940,1320 -20,1320")
    scene.fill(pitch, ramp("#3f9a5c", "#2f8a4c", "#1f6a3c"))
    for n in range(0, 12, 2):
        a, b = -900 + n * 340, -900 + (n + 1) * 340
        strip = Shape().polygon(
            [
                (960 + (a - 960) * 0.42, 660),
                (960 + (b - 960) * 0.42, 660),
                (960 + (b - 960) * 1.25, 1320),
                (960 + (a - 960) * 1.25, 1320),
            ]
        )
        scene.fill(strip, "#56b06a", 0.42)
    lines = (
        Shape()
        .line("60,690 1860,690", 5)
        .ellipse(960, 860, 300, 82)
        .ellipse(960, 860, 292, 76, cut=True)
        .line("-40,860 1960,860", 6)
    )
    lines.line("420,1090 1500,1090", 9).line("420,1090 330,1320", 10).line("1500,1090 1590,1320", 10)
    scene.fill(lines, "#f4fbf0", 0.8)
    goal = Shape().box(820, 600, 280, 6).box(820, 600, 6, 92).box(1094, 600, 6, 92)
    net = Shape()
    for n in range(15):
        net.line([(824 + n * 19, 606), (834 + n * 17.6, 684)], 1.6)
    for n in range(5):
        net.line([(824, 612 + n * 16), (1096, 612 + n * 16)], 1.4)
    scene.fill(net, "#dcecf4", 0.6)
    scene.fill(goal, "#ffffff")
    kick = Pose(
        view="side",
        hip=(-0.02, -0.5),
        lean=-10,
        feet=((0.3, -0.16, -30), (-0.08, 0, 0)),
        hands=((-0.2, -0.6), (0.22, -0.68)),
        elbows=(1, 1),
    )
    cool = Light("#f4faff", -110, 0.9, "#0a2a3a", 0.4)
    for x, y, tall, team, pose, flip in (
        (420, 800, 170, 0, poses.RUNNING, False),
        (1480, 790, 165, 1, poses.RUNNING_LOW, True),
        (1160, 760, 140, 0, poses.WALKING, True),
        (760, 756, 140, 1, poses.STANDING, False),
        (980, 690, 110, 2, poses.STANDING, False),
    ):
        scene.fill(Shape().ellipse(x, y, tall * 0.25, 6), "#0f3a28", 0.6, 3)
        paint_figure(
            scene,
            x,
            y,
            tall,
            pose,
            Outfit(
                top=("#c8102e", "#0b4f9e", "#e9b21c")[team],
                trousers=("#7a0f22", "#f2efe6", "#2a2a2a")[team],
                is_short_sleeved=True,
                is_bare_legged=True,
            ),
            cool,
            mirror=flip,
        )
    red = Outfit(top="#d8182f", trousers="#f7f3ea", shoes="#e9b21c", is_short_sleeved=True, is_bare_legged=True)
    blue = Outfit(top="#0f5ab4", trousers="#0c2f66", shoes="#f2efe6", is_short_sleeved=True, is_bare_legged=True)
    for x, y, tall, pose, wear, flip in (
        (1360, 1130, 520, poses.RUNNING, blue, True),
        (760, 1200, 620, kick, red, False),
    ):
        for dx in (-150, 190):
            scene.fill(
                silhouette(pose, wear, 0, 0, tall, flip).placed(x + dx * 0.1, y + 2, 1, sy=-0.2 if dx > 0 else 0.12),
                "#0c3a26",
                0.28,
                6,
            )
        paint_figure(scene, x, y, tall, pose, wear, cool, mirror=flip)
    bx, by = 1088, 1082
    scene.fill(Shape().ellipse(bx + 6, 1180, 46, 9), "#0c3a26", 0.5, 5)
    ball = Shape().ellipse(bx, by, 38)
    scene.fill(ball, ramp("#ffffff", "#c4d4dc"))
    patches = (
        Shape()
        .polygon(arc(bx - 4, by - 2, 13, 13, -90, 270, 5))
        .polygon(arc(bx + 30, by - 14, 11, 13, -90, 270, 5))
        .polygon(arc(bx - 32, by + 10, 10, 13, -90, 270, 5))
        .polygon(arc(bx + 12, by + 32, 12, 9, -90, 270, 5))
        .polygon(arc(bx - 16, by - 34, 11, 8, -90, 270, 5))
    )
    scene.fill(patches, "#1b2a44", within=ball)
    trail = Shape().polygon([(bx - 20, by - 26), (bx - 230, by + 70), (bx - 20, by + 30)])
    scene.fill(trail, "#ffffff", 0.25, 8)
    vignette(scene, "#041226", 0.45)
