"""Bow-on: a great red hull on the blocks among scaffolds, the sparks of welders high on its flank."""

from math import cos, radians, sin

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, smoothed
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#8fb8cc", "#cfe0da", "#f9e4be", at=(0, 0.36, 0.62))
    glow(scene, 420, 480, 900, "#fff2cc", 0.7)
    for x in (150, 1560):
        portal = (
            Shape()
            .line([(x, 1010), (x + 30, 170)], 26)
            .line([(x + 230, 1010), (x + 200, 170)], 26)
            .box(x - 90, 130, 400, 46)
        )
        for n in range(6):
            portal.line([(x + 8 + n * 4, 940 - n * 130), (x + 216 - n * 4, 820 - n * 130)], 9)
        scene.fill(portal, ramp("#7f9fb4", "#a8b8b4"), 0.8)
    scene.fill(Shape().box(-20, 96, 1960, 60), ramp("#5f86a4", "#4a7090"))
    scene.fill(
        Shape().join(
            *(Shape().line([(n * 90 - 20, 152), (n * 90 + 25, 100), (n * 90 + 70, 152)], 7) for n in range(23))
        ),
        "#8fb0c4",
        0.8,
    )
    hook = (
        Shape()
        .box(1180, 150, 130, 44, 6)
        .line("1210,190 1210,300", 5)
        .line("1280,190 1280,300", 5)
        .box(1196, 300, 98, 30, 5)
    )
    scene.fill(hook, "#e0a020")
    plate = Shape().polygon("1130,420 1360,404 1372,480 1142,496")
    scene.fill(Shape().line("1245,330 1150,424", 4).line("1245,330 1350,408", 4), "#34485a")
    scene.fill(plate, ramp("#c86a4a", "#8d3a30"))
    mist(scene, 560, 1010, "#fdeccb", 0.5)
    yard = Shape().box(-20, 1000, 1960, 320)
    scene.fill(yard, ramp("#cdb89a", "#8f8078", "#5a5460"))
    rails = Shape().polygon("300,1320 700,1010 716,1010 340,1320").polygon("1620,1320 1220,1010 1204,1010 1580,1320")
    scene.fill(rails, "#4a4450", 0.8)
    scene.fill(Shape().ellipse(960, 1090, 620, 60), "#3a2f3a", 0.6, 26)
    port = smoothed("960,230 820,236 560,250 470,262 500,480 590,720 740,920 900,1030 960,1046", closed=False)
    left = Shape().polygon(port)
    right = Shape().polygon([(1920 - x, y) for x, y in port])
    scene.fill(left, ramp("#c8483a", "#e8705a", angle=0))
    scene.fill(right, ramp("#a8242e", "#5a1220", angle=0))
    boot = Shape().polygon("300,770 960,830 1620,770 1620,1100 300,1100")
    scene.fill(boot, ramp("#3f6a8f", "#2a4a6e"), 1, within=left)
    scene.fill(boot, ramp("#23456a", "#12284a"), 1, within=right)
    scene.fill(Shape().line("300,768 960,828 1620,768", 12), "#f4ead6", within=Shape().join(left, right))
    plates = Shape()
    for n in range(7):
        y = 340 + n * 96
        plates.curve([(440, y - 24), (700, y + 10), (960, y + 26), (1220, y + 10), (1480, y - 24)], 3)
    for n in range(9):
        t = (n - 4) / 4
        plates.curve([(960 + t * 470, 240), (960 + t * 400, 560), (960 + t * 90, 1040)], 3)
    scene.fill(plates, "#4a1018", 0.4, within=Shape().join(left, right))
    stem = Shape().polygon("948,224 972,224 974,1046 946,1046")
    scene.fill(stem, ramp("#f08a70", "#a83a34"))
    bulb = Shape().ellipse(960, 990, 90, 104)
    scene.fill(bulb, ramp("#5a86ac", "#2a4f78", "#16305a", angle=30))
    scene.edge(bulb, "#bfe0f4", 8, 9, 6, 0.6)
    scene.edge(left, "#ffe6cc", 9, 6, 3, 0.8)
    rail = Shape().curve("470,258 700,226 960,206 1220,226 1450,258", 16)
    scene.fill(rail, ramp("#fbf0dc", "#c9a88f", angle=0))
    marks = Shape()
    for n in range(9):
        marks.box(884, 520 + n * 34, 34 if n % 2 else 22, 9, 2).box(1002, 520 + n * 34, 34 if n % 2 else 22, 9, 2)
    scene.fill(marks, "#f4ead6", 0.85)
    hawse = Shape().ellipse(640, 356, 24, 34, -12).ellipse(1280, 356, 24, 34, 12)
    scene.fill(hawse, "#2f141c")
    scene.edge(hawse, "#f0a08a", 0, -6, 0, 0.8)
    chains = Shape().line("640,380 652,610", 9).line("1280,380 1268,610", 9)
    scene.fill(chains, "#3f2028", 0.9)
    for side in (-1, 1):
        frame = Shape()
        for n in range(6):
            x = 960 + side * (560 + n * 62)
            frame.line([(x, 1060), (x, 330 + n * 12)], 7)
        for level in range(6):
            y = 390 + level * 120
            frame.box(min(960 + side * 470, 960 + side * 890), y, 420, 11)
            frame.line([(960 + side * 560, y), (960 + side * 870, y - 112)], 4)
        scene.fill(frame, ramp("#7a5a4a", "#4a3640"))
        scene.edge(frame, "#ffe0b0", 2, 2, 0, 0.7)
    light = Light("#fff2cf", -150, 0.9, "#2a1a24", 0.4)
    for x, y, flip in ((400, 510, False), (330, 750, False), (1560, 630, True), (1610, 390, True), (1520, 870, True)):
        paint_figure(
            scene, x, y, 116, poses.REACHING, Outfit(top="#0b4f9e", hat="helmet", garment="vest"), light, mirror=flip
        )
    for x, y in ((468, 430), (1480, 556), (400, 678)):
        sparks = Shape()
        for _ in range(34):
            a = radians(draw.uniform(20, 160))
            reach = abs(draw.gauss(0, 1)) * 70 + 10
            sparks.line(
                [(x + cos(a) * reach * 0.7, y + sin(a) * reach * 0.7), (x + cos(a) * reach, y + sin(a) * reach * 1.3)],
                1,
                3,
            )
        scene.fill(sparks, "#ffdf8a")
        glow(scene, x, y, 170, "#cfeaff", 0.95, 2)
        scene.fill(Shape().ellipse(x, y, 8), "#ffffff")
    blocks = Shape().join(*(Shape().box(960 + dx - 46, 1050, 92, 54, 4) for dx in (-220, -110, 0, 110, 220)))
    scene.fill(blocks, ramp("#8a6a4c", "#4a3430"))
    for x, tall, pose, wear, flip in (
        (
            640,
            300,
            poses.STANDING_BACK,
            Outfit(top="#0b4f9e", hat="helmet", hat_colour="#f4efe2", garment="vest"),
            False,
        ),
        (730, 290, poses.STANDING_BACK, Outfit(top="#34507a", hat="helmet", is_woman=True, style="tail"), False),
        (1330, 310, poses.WALKING, Outfit(top="#2f5f9e", hat="helmet", garment="vest"), True),
    ):
        scene.fill(Shape().ellipse(x, 1220, tall * 0.22, 10), "#2a2028", 0.6, 6)
        paint_figure(scene, x, 1220, tall, pose, wear, light, mirror=flip)
    vignette(scene, "#2a2430", 0.35)
