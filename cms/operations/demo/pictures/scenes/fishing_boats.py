"""A bright forenoon: blue and green boats with red flags lie doubled in turquoise water."""

from ..canvas.colour import ramp
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.boats import fishing_boat
from ..motifs.karst import paint_far, ridge
from ..motifs.sky import heap
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    sea = 700
    scene.background("#3f93c9", "#8fcbe0", "#e3f1e2", at=(0, 0.32, 0.55))
    heap(scene, 420, 420, 620, "#fffdf4", "#bcd9e4", 0.95)
    heap(scene, 1420, 330, 760, "#fffdf4", "#bcd9e4", 0.95)
    heap(scene, 1000, 500, 380, "#fffdf4", "#cfe3e8", 0.8)
    paint_far(
        scene,
        ridge(
            scene.random,
            sea,
            [(100, 330, 260), (380, 260, 180), (700, 240, 140), (1200, 330, 240), (1480, 260, 170), (1780, 380, 330)],
        ),
        "#6fa3b5",
        "#d9ece4",
        0.7,
    )
    paint_far(scene, ridge(scene.random, sea + 4, [(1840, 330, 210), (20, 260, 180)]), "#3f7f8a", "#a8d0c8", 0.6)
    mist(scene, 600, 716, "#eef6ea", 0.5)
    scene.fill(Shape().box(-20, sea, 1960, 620), ramp("#a9dcd2", "#3fa3b0", "#11657f"))
    for x, y, size, hull, stripe, flip in (
        (330, 742, 250, "#2f6f9e", "#f2efe6", False),
        (720, 736, 210, "#3f8a6a", "#e9b21c", True),
        (1230, 744, 260, "#24598f", "#e2503a", False),
        (1610, 752, 270, "#2f7a7a", "#f2efe6", True),
        (1480, 850, 470, "#1f6a8f", "#e9b21c", True),
        (420, 870, 520, "#2a7a5a", "#f4e3b0", False),
    ):
        scene.fill(Shape().ellipse(x, y + size * 0.02, size * 0.5, size * 0.03), "#0e4a60", 0.55, 6)
        fishing_boat(scene, x, y, size, hull, stripe, "#fff6d8", flip)
    big_y = 1040
    scene.fill(Shape().ellipse(960, big_y + 14, 520, 26), "#0a4055", 0.6, 10)
    fishing_boat(scene, 940, big_y, 1000, "#0f5aa6", "#d8293a", "#fff6d8")
    water(scene, big_y + 4, "#1f7f94", "#0a4a68", 0.3, 22, squeeze=1.0)
    ripples(scene, sea + 20, 1300, "#e6fbf2", 220, 0.4)
    glints(scene, 1240, sea + 10, 1290, "#fffdf0", 420, 150, 0.75)
    scene.fill(Shape().curve("1560,740 1700,900 1930,1010", 5), "#8a6a44")
    vignette(scene, "#0a3a55", 0.35)
