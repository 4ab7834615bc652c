"""From a hill: the river bends through green banks, coal barges in line behind each other."""

from ..canvas.colour import ramp
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, smoothed
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.boats import barge
from ..motifs.figure import Outfit, paint_figure
from ..motifs.plants import tree
from ..motifs.sky import heap
from ..motifs.water import ripples


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#8fb4c9", "#c9dcd6", "#f3e6c3", at=(0, 0.2, 0.34))
    heap(scene, 1460, 260, 560, "#fdf6e2", "#c2cfcb", 0.85)
    heap(scene, 480, 300, 380, "#fbf1dc", "#c2cfcb", 0.7)
    for n, (colour, level) in enumerate((("#a9c0b8", 400), ("#86a99c", 440))):
        crest = [(x, level - draw.uniform(0, 90)) for x in range(-200, 2300, 170)]
        scene.fill(Shape().blob([(-300, 900), *crest, (2300, 900)]), ramp(colour, "#dcdcb8"))
        mist(scene, level - 30, level + 80, "#f4ecce", 0.55, seed=str(n))
    land = Shape().box(-20, 450, 1960, 860)
    scene.fill(land, ramp("#a9b06a", "#6f9155", "#3f6a48"))
    scene.cloud((0, 440, 1920, 860), "#2f5c40", 0.5, (8, 6), 120)
    left = [
        (1180, 458),
        (1010, 500),
        (700, 560),
        (520, 650),
        (640, 770),
        (960, 880),
        (1000, 1010),
        (700, 1150),
        (240, 1300),
    ]
    right = [
        (1240, 458),
        (1160, 510),
        (960, 570),
        (880, 640),
        (1080, 720),
        (1500, 830),
        (1730, 980),
        (1700, 1140),
        (1560, 1300),
    ]
    river = Shape().polygon(smoothed(left, closed=False) + list(reversed(smoothed(right, closed=False))))
    bank = Shape().polygon(
        [(x - 14 - (y - 458) * 0.03, y) for x, y in smoothed(left, closed=False)]
        + [(x + 14 + (y - 458) * 0.03, y) for x, y in reversed(smoothed(right, closed=False))]
    )
    scene.fill(bank, "#cdb98a")
    scene.fill(river, ramp("#f3e3ba", "#a5c3bd", "#5f97a3", "#386f86"))
    scene.edge(river, "#2c5f6b", 16, 14, 14, 0.45)
    ripples(scene, 520, 1300, "#f4ecd0", 240, 0.4, within=river)
    roofs = (
        ("#b5533c", 300, 600),
        ("#c97a4c", 380, 622),
        ("#9f4436", 250, 660),
        ("#b5533c", 1330, 600),
        ("#c98a5c", 1420, 622),
        ("#a84c3c", 1520, 640),
        ("#b5533c", 1470, 585),
    )
    for colour, x, y in roofs:
        wide = 30 + (y - 560) * 0.35
        scene.fill(Shape().box(x, y, wide * 1.5, wide * 0.7), "#efe3c4")
        scene.fill(
            Shape().polygon(
                [
                    (x - 6, y + 2),
                    (x + wide * 0.3, y - wide * 0.45),
                    (x + wide * 1.2, y - wide * 0.45),
                    (x + wide * 1.5 + 6, y + 2),
                ]
            ),
            colour,
        )
    for x, y, size in ((1085, 545, 90), (830, 640, 160), (1060, 800, 300)):
        scene.fill(Shape().ellipse(x, y + size * 0.01, size * 0.55, size * 0.04), "#24505f", 0.5, 4)
        barge(scene, x, y, size, "#7a3b32", "#22232e", "#fff0c4")
        scene.fill(
            Shape().polygon(
                [
                    (x - size * 0.5, y + size * 0.01),
                    (x - size * 1.1, y - size * 0.01),
                    (x - size * 0.5, y + size * 0.03),
                ]
            ),
            "#eef3e4",
            0.5,
            2,
        )
    scene.fill(Shape().ellipse(1200, 1076, 350, 28), "#1f4a5a", 0.55, 9)
    barge(scene, 1200, 1062, 620, "#7a3b32", "#1d1e29", "#fff0c4")
    scene.fill(Shape().polygon("880,1066 560,1080 760,1096 1500,1082 1526,1066"), "#f2f4e6", 0.45, 5)
    paint_figure(scene, 1070, 1022, 74, poses.STANDING_SIDE, Outfit(hat="helmet", garment="vest"), None)
    trees = (
        (120, 780, 120),
        (250, 830, 150),
        (60, 940, 190),
        (330, 960, 180),
        (1760, 800, 130),
        (1880, 880, 170),
        (450, 820, 110),
        (1640, 720, 90),
    )
    for x, y, tall in sorted(trees, key=lambda spot: spot[1]):
        scene.fill(Shape().ellipse(x + tall * 0.2, y, tall * 0.4, tall * 0.07), "#22483a", 0.5, 5)
        tree(scene, x, y, tall, "#3f7650", "#b9c86a", side=1)
    front = Shape().blob("-80,1340 -80,1080 120,1090 320,1180 520,1300 520,1360")
    scene.fill(front, ramp("#4d7d4c", "#20452f"))
    for x, y, tall in ((60, 1230, 260), (250, 1290, 220)):
        tree(scene, x, y, tall, "#2d5f45", "#9fb85a", side=1)
    vignette(scene, "#1f3b33", 0.3)
