"""A kneeling welder: blue-white arc, a fan of sparks, the works in shadow behind."""

from math import cos, radians, sin

from ..canvas.colour import ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#0a1326", "#142548", "#1b2f55", at=(0, 0.6, 1))
    steel = Shape()
    for x in (120, 520, 1500, 1820):
        steel.box(x, -20, 46, 1040)
    for y in (150, 400):
        steel.box(-20, y, 1960, 34)
    for n in range(12):
        steel.line([(n * 170 - 40, 184), (n * 170 + 90, 400)], 9)
    scene.fill(steel, ramp("#1b3058", "#0f1c38"), 1, 3)
    for x, y, r, c in ((300, 300, 260, "#ff9d4a"), (1680, 260, 240, "#ffb45f"), (980, 220, 200, "#ff9d4a")):
        glow(scene, x, y, r, c, 0.45)
        scene.fill(Shape().ellipse(x, y, 9), "#ffe6b4")
    pipe = Shape().ellipse(1480, 760, 330)
    scene.fill(pipe, ramp("#3b4f78", "#1a2748", "#0c142a"))
    scene.fill(Shape().ellipse(1500, 760, 268), ramp("#060b18", "#16233f"))
    scene.edge(pipe, "#bfe0ff", 14, 3, 6, 0.9)
    scene.edge(Shape().ellipse(1500, 760, 268), "#7fb4f0", -12, 4, 12, 0.5)
    floor = Shape().box(-20, 1060, 1960, 260)
    scene.fill(floor, ramp("#233a66", "#0c1530"))
    arc_x, arc_y = 1140, 806
    glow(scene, arc_x, arc_y, 1150, "#4f9dff", 0.6, 2.2)
    glow(scene, arc_x, 1075, 620, "#9fd0ff", 0.75, 1.8, 0.16)
    pose = Pose(
        view="side",
        hip=(-0.05, -0.31),
        lean=24,
        nod=10,
        feet=((-0.26, -0.01, 80), (0.19, 0, 0)),
        hands=((0.25, -0.42), (0.3, -0.38)),
        elbows=(1, 1),
    )
    wear = Outfit(
        top="#31548f", trousers="#1f3461", shoes="#141a2e", skin="#7d5a50", hat="", garment="apron", over="#8a5636"
    )
    joints = paint_figure(scene, 700, 1110, 1150, pose, wear, Light("#cfe8ff", -14, 1, "#050914", 0.6))
    hx, hy = joints.head
    mask = (
        Shape()
        .blob(
            "-0.066,-0.05 -0.02,-0.09 0.04,-0.082 0.08,-0.046 0.092,0.03 0.07,0.09 0.03,0.104 -0.004,0.06 "
            "-0.03,0.02 -0.066,-0.01"
        )
        .placed(hx, hy, 1150, 26)
    )
    scene.fill(mask, ramp("#3d4a63", "#141a29"))
    scene.edge(mask, "#d9eeff", -12, 2, 3, 0.95)
    visor = Shape().box(0.034, -0.034, 0.052, 0.044, 0.01).placed(hx, hy, 1150, 26)
    scene.fill(visor, ramp("#8fd0ff", "#123055", angle=20))
    wx, wy = joints.wrists[1]
    glove = Shape().limb((wx - 26, wy - 6), (wx + 40, wy + 6), 66, 58).limb((wx + 30, wy), (wx + 64, wy + 26), 40, 30)
    scene.fill(glove, ramp("#c98a4c", "#6b3f2c"))
    scene.edge(glove, "#e8f4ff", -7, 4, 1, 0.9)
    scene.fill(Shape().line([(wx + 30, wy + 20), (arc_x - 14, arc_y - 8)], 12, 6), "#2a3247")
    scene.fill(
        Shape().curve([(wx + 10, wy + 10), (wx - 30, wy + 210), (wx - 200, 1120), (300, 1150), (-40, 1130)], 14),
        "#0a1020",
    )
    tracks, hot = Shape(), Shape()
    for _ in range(150):
        a = radians(draw.gauss(-150, 42))
        reach = abs(draw.gauss(0, 1)) * 270 + 40
        x, y = arc_x + cos(a) * reach, arc_y + sin(a) * reach * 0.7 + (reach / 300) ** 2 * 150
        px, py = arc_x + cos(a) * reach * 0.86, arc_y + sin(a) * reach * 0.86 * 0.7 + (reach * 0.86 / 300) ** 2 * 150
        (hot if draw.random() < 0.35 else tracks).line([(px, py), (x, min(y, 1160))], 1, draw.uniform(2.4, 5))
    shine_shape(scene, tracks, "#ffab4a", 0.7, 5)
    scene.fill(tracks, "#ffc46a")
    scene.fill(hot, "#fff3cf")
    for n in range(6):
        a = radians(n * 30 + 8)
        ray = Shape().polygon(
            [
                (arc_x + cos(a + 1.57) * 5, arc_y + sin(a + 1.57) * 5),
                (arc_x + cos(a) * 300, arc_y + sin(a) * 300),
                (arc_x - cos(a + 1.57) * 5, arc_y - sin(a + 1.57) * 5),
                (arc_x - cos(a) * 300, arc_y - sin(a) * 300),
            ]
        )
        shine_shape(scene, ray, "#bfe2ff", 0.5, 3)
    glow(scene, arc_x, arc_y, 300, "#cfeaff", 0.95, 2.2)
    glow(scene, arc_x, arc_y, 90, "#ffffff", 1, 1.1)
    scene.cloud((800, 260, 700, 560), "#9fc4ee", 0.34, (4, 4), 90)
    vignette(scene, "#02050e", 0.55)
