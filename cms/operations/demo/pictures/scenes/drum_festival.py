"""The festival drum: a drummer with raised sticks before a great red barrel, flags flying."""

from math import cos, radians, sin

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.flag import waving
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#f7b83a", "#fbd67a", "#fdeec4")
    rays = Shape()
    for n in range(0, 40, 2):
        a, b = radians(n * 9), radians(n * 9 + 9)
        rays.polygon(
            [(1130, 620), (1130 + cos(a) * 1700, 620 + sin(a) * 1700), (1130 + cos(b) * 1700, 620 + sin(b) * 1700)]
        )
    scene.fill(rays, "#f09a2a", 0.45)
    glow(scene, 1130, 620, 800, "#fff6cf", 0.7)
    for x, y, length, phase in ((90, 190, 330, 0.3), (500, 110, 260, 1.4), (1650, 130, 330, 2.2)):
        scene.fill(Shape().line([(x, y - 10), (x - 30, 1200)], 9), "#8a4a24")
        waving(scene, x, y, length, wave=0.07, phase=phase, depth=0.5, droop=0.1)
    crowd = Shape()
    for n in range(30):
        x = n * 68 + draw.uniform(-12, 12)
        y = 1010 + draw.uniform(-26, 26)
        crowd.ellipse(x, y, 26, 31).blob(
            [(x - 56, 1200), (x - 52, y + 60), (x - 18, y + 34), (x + 18, y + 34), (x + 52, y + 60), (x + 56, 1200)]
        )
        if n % 3 == 0:
            crowd.polygon([(x - 66, y - 4), (x, y - 58), (x + 66, y - 4)])
    scene.fill(crowd, ramp("#d9803a", "#b85a34"), 0.8)
    stage = Shape().box(-20, 1130, 1960, 200)
    scene.fill(stage, ramp("#a8322a", "#5a1420"))
    scene.fill(Shape().box(-20, 1126, 1960, 10), "#ffd98a")
    stand = Shape().line("1010,1140 1160,760", 30).line("1500,1140 1350,760", 30).line("980,1060 1530,1060", 22)
    scene.fill(stand, ramp("#7a3a24", "#3f1a1c"))
    barrel = Shape().blob("960,420 1110,300 1420,300 1600,420 1630,620 1600,820 1420,930 1110,930 970,820")
    scene.fill(barrel.placed(26, 24), "#5a1420", 0.4, 16)
    scene.fill(barrel, ramp("#e8303f", "#c8102e", "#7a0a22", angle=60))
    staves = Shape().join(
        *(Shape().curve([(1180 + n * 70, 310), (1230 + n * 84, 620), (1180 + n * 70, 920)], 4) for n in range(6))
    )
    scene.fill(staves, "#6b0a1e", 0.6, within=barrel)
    face = Shape().ellipse(1062, 616, 214, 318)
    scene.fill(face, ramp("#fdf0d0", "#efcf96", "#c9945a", angle=40))
    scene.edge(face, "#8a5230", -16, -14, 18, 0.6)
    rim = Shape().ellipse(1062, 616, 226, 332).ellipse(1062, 616, 196, 296, cut=True)
    scene.fill(rim, ramp("#8d0c24", "#c8102e", "#6b0a1e", angle=50))
    studs = Shape().join(
        *(Shape().ellipse(1062 + cos(radians(n * 12)) * 211, 616 + sin(radians(n * 12)) * 314, 9) for n in range(30))
    )
    scene.fill(studs, "#f6c860")
    scene.edge(studs, "#fff2c0", 2, 3, 0, 0.9)
    scene.fill(Shape().ellipse(1062, 616, 84, 126).ellipse(1062, 616, 76, 116, cut=True), "#c8102e", 0.7)
    scene.fill(Shape().ellipse(1062, 616, 50, 74), "#c8102e", 0.75)
    pose = Pose(
        view="side",
        hip=(-0.03, -0.5),
        lean=10,
        feet=((-0.17, 0, 10), (0.15, 0, 0)),
        hands=((0.22, -0.95), (0.3, -0.66)),
        elbows=(1, 1),
        nod=-6,
    )
    wear = Outfit(
        top="#0b4f9e", trousers="#f7efe0", shoes="#2a1a22", is_short_sleeved=True, hair="#1d1520", style="short"
    )
    joints = paint_figure(scene, 560, 1160, 830, pose, wear, Light("#fff6cf", -40, 0.95, "#2a1030", 0.45))
    belt = (
        Shape()
        .line([(joints.hip[0] - 52, joints.hip[1] - 30), (joints.hip[0] + 56, joints.hip[1] - 46)], 30)
        .polygon(
            [
                (joints.hip[0] - 44, joints.hip[1] - 30),
                (joints.hip[0] - 14, joints.hip[1] - 30),
                (joints.hip[0] - 120, joints.hip[1] + 150),
                (joints.hip[0] - 150, joints.hip[1] + 120),
            ]
        )
    )
    scene.fill(belt, ramp("#e8303f", "#a8102a"))
    hx, hy = joints.head
    scarf = (
        Shape()
        .line([(hx - 48, hy - 26), (hx + 44, hy - 34)], 20)
        .polygon([(hx - 46, hy - 30), (hx - 128, hy - 6), (hx - 110, hy + 30)])
    )
    scene.fill(scarf, "#c8102e")
    for (x, y), tip in ((joints.wrists[0], (960, 180)), (joints.wrists[1], (968, 560))):
        scene.fill(Shape().limb((x - 10, y + 8), tip, 16, 13).ellipse(*tip, 20), ramp("#f4d9a0", "#9a6238"))
        scene.fill(Shape().ellipse(x + 16, y, 25, 22), "#d9a07a")
    beats = Shape()
    for n in range(3):
        r = 60 + n * 44
        beats.curve(
            [(968 + cos(radians(a)) * r - 6, 560 + sin(radians(a)) * r) for a in range(150, 216, 11)], 9 - n * 2
        )
    scene.fill(beats, "#fffbe8", 0.9)
    vignette(scene, "#7a2a14", 0.4)
