"""Sun between towers, a junk under sail in its path of light."""

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.boats import junk
from ..motifs.karst import paint_far, paint_near, ridge
from ..motifs.sky import streaks, sun
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    draw, sea = scene.random, 850
    scene.background("#3d5f92", "#8a93b5", "#f0b394", "#ffd9a0", "#ffe6b8", at=(0, 0.26, 0.5, 0.63, 0.7))
    streaks(scene, (-100, 120, 2100, 380), ramp("#f7a98c", "#ffd2a6", angle=0), 10, 0.5, 5)
    streaks(scene, (-100, 60, 2100, 260), "#5a6f9f", 6, 0.45, 6)
    sun(scene, 1120, 700, 66, "#fff3cf", "#ffc46e", 0.9)
    far = ridge(draw, sea, [(x, draw.uniform(120, 230), draw.uniform(110, 250)) for x in range(0, 1980, 118)])
    paint_far(scene, far, "#c3a3a9", "#ffdcae", 0.8)
    mist(scene, 660, 860, "#ffdfb6", 0.6)
    second = ridge(
        draw,
        sea,
        [
            (90, 300, 380),
            (330, 250, 270),
            (560, 230, 330),
            (760, 170, 190),
            (1480, 240, 330),
            (1700, 300, 420),
            (1900, 230, 300),
        ],
    )
    paint_far(scene, second, "#8a7f9c", "#f8c9a2", 0.72)
    glow(scene, 1120, 720, 420, "#ffcf86", 0.5)
    mist(scene, 700, 862, "#ffd9ac", 0.55, seed="b")
    third = ridge(draw, sea + 6, [(300, 330, 430), (1640, 300, 380)])
    paint_far(scene, third, "#5b6288", "#e0aa98", 0.6)
    near_left = ridge(draw, sea + 14, [(10, 420, 640), (210, 280, 380)])
    near_right = ridge(draw, sea + 14, [(1880, 400, 560)])
    paint_near(scene, near_left, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", 1, "#33505c")
    paint_near(scene, near_right, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", -1, "#33505c")
    mist(scene, 770, 880, "#ffe0b8", 0.5, seed="c")
    water(scene, sea + 12, "#4f6a97", "#243a66", 0.2, 16)
    ripples(scene, sea + 12, 1300, "#2b4473", 170, 0.3)
    glints(scene, 1120, sea + 10, 1290, "#ffe7b4", 62, 150, 0.9)
    junk(scene, 900, 958, 330, "#a8452f", "#2a2233", "#ffd79a")
    scene.fill(Shape().ellipse(900, 972, 190, 9), "#1f2c4d", 0.5, 5)
    birds = Shape()
    for x, y, size in ((640, 330, 26), (700, 300, 20), (752, 346, 17), (590, 372, 15)):
        birds.curve(
            [
                (x - size, y - size * 0.3),
                (x - size * 0.3, y - size * 0.35),
                (x, y),
                (x + size * 0.3, y - size * 0.35),
                (x + size, y - size * 0.25),
            ],
            3.4,
        )
    scene.fill(birds, "#3b4468", 0.85)
    vignette(scene, "#1c2a4d", 0.4)
