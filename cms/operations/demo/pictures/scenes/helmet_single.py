"""One yellow helmet on the bench, its lamp burning into the blue morning of the pit-head."""

from ..canvas.colour import ramp
from ..canvas.light import beam, bokeh, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.helmet import big_helmet


def paint(scene: Scene) -> None:
    scene.background("#12233f", "#2c4a75", "#d58d54", "#f3c27c", at=(0, 0.35, 0.62, 0.74))
    far = Shape().blob("-60,980 -60,760 260,690 520,760 860,700 1240,770 1560,690 2000,740 2000,980")
    scene.fill(far, ramp("#5d5f7d", "#b58468"), 1, 10)
    tower = (
        Shape()
        .line("1460,860 1540,300", 14)
        .line("1640,860 1560,300", 14)
        .box(1500, 270, 100, 34)
        .ellipse(1550, 290, 66)
        .ellipse(1550, 290, 50, cut=True)
    )
    tower.line("1484,300 1250,860", 8).line("1480,700 1620,600", 7).line("1470,600 1606,480", 7).box(
        1160, 760, 220, 120
    )
    scene.fill(tower, "#2b3a5c", 1, 5)
    bokeh(scene, (60, 500, 1800, 360), ("#ffcf87", "#ff9d55", "#fff0cf"), 26, (14, 52), 0.42)
    bench = Shape().box(-20, 900, 1960, 400)
    scene.fill(bench, ramp("#7a4e38", "#3b2530", "#1a1525"))
    boards = Shape()
    for n in range(5):
        boards.box(-20, 930 + n * n * 20 + n * 34, 1960, 4 + n)
    for _ in range(90):
        x, y = scene.random.uniform(-100, 1920), scene.random.uniform(910, 1290)
        boards.line([(x, y), (x + scene.random.uniform(100, 360), y + scene.random.uniform(-2, 2))], 1.8)
    scene.fill(boards, "#1d131c", 0.45)
    scene.fill(Shape().box(-20, 898, 1960, 8), "#ffd9a0", 0.8)
    scene.fill(Shape().ellipse(980, 1040, 520, 74), "#0d0a15", 0.75, 24)
    scene.fill(Shape().ellipse(900, 1130, 600, 60), "#ffcf80", 0.2, 30)
    glove = Shape().blob(
        "1330,1060 1380,990 1500,970 1610,985 1700,1020 1690,1050 1600,1050 1640,1080 1560,1100 1440,1100 1350,1096"
    )
    scene.fill(glove, ramp("#d9c4a0", "#8a6f58", angle=30))
    scene.fill(Shape().box(1330, 990, 44, 110, 10).placed(0, 0), "#b5482f")
    scene.edge(glove, "#fff0cf", 4, 6, 0, 0.8)
    scene.fill(Shape().curve("1480,1010 1580,1020 1650,1034", 5).curve("1470,1050 1560,1062", 5), "#6b5243", 0.8)
    big_helmet(scene, 880, 990, 860, "#f0b212")
    lamp_y = 990 - 860 * 0.14
    beam(scene, (880, lamp_y), (300, 1330), 100, 760, "#fff0c4", 0.34, 34)
    glow(scene, 880, lamp_y, 620, "#ffdf96", 0.55, 2.4)
    glow(scene, 880, lamp_y, 170, "#fff6dc", 0.95, 1.8)
    vignette(scene, "#080d1a", 0.55)
