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

SEA = 850


def sky(scene: Scene) -> None:
    """Paint the morning sky."""
    scene.background("#3d5f92", "#8a93b5", "#f0b394", "#ffd9a0", "#ffe6b8", at=(0, 0.26, 0.5, 0.63, 0.7))
    streaks(scene, (-100, 120, 2100, 380), ramp("#f7a98c", "#ffd2a6", angle=0), 10, 0.5, 5)
    streaks(scene, (-100, 60, 2100, 260), "#5a6f9f", 6, 0.45, 6)


def rising_sun(scene: Scene) -> None:
    sun(scene, 1120, 700, 66, "#fff3cf", "#ffc46e", 0.9)


def far_islands(scene: Scene) -> None:
    """Paint the ridge on the horizon, in the haze."""
    draw = scene.random
    far = ridge(draw, SEA, [(x, draw.uniform(120, 230), draw.uniform(110, 250)) for x in range(0, 1980, 118)])
    paint_far(scene, far, "#c3a3a9", "#ffdcae", 0.8)
    mist(scene, 660, 860, "#ffdfb6", 0.6)


def middle_islands(scene: Scene) -> None:
    """Paint the islands half-way."""
    second = ridge(
        scene.random,
        SEA,
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


def near_islands(scene: Scene) -> None:
    """Paint the islands at the sides."""
    draw = scene.random
    third = ridge(draw, SEA + 6, [(300, 330, 430), (1640, 300, 380)])
    paint_far(scene, third, "#5b6288", "#e0aa98", 0.6)
    near_left = ridge(draw, SEA + 14, [(10, 420, 640), (210, 280, 380)])
    near_right = ridge(draw, SEA + 14, [(1880, 400, 560)])
    paint_near(scene, near_left, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", 1, "#33505c")
    paint_near(scene, near_right, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", -1, "#33505c")
    mist(scene, 770, 880, "#ffe0b8", 0.5, seed="c")


def birds(scene: Scene) -> None:
    flock = Shape()
    for x, y, size in ((640, 330, 26), (700, 300, 20), (752, 346, 17), (590, 372, 15)):
        wings = ((-1, -0.3), (-0.3, -0.35), (0, 0), (0.3, -0.35), (1, -0.25))
        flock.curve([(x + dx * size, y + dy * size) for dx, dy in wings], 3.4)
    scene.fill(flock, "#3b4468", 0.85)


def paint(scene: Scene) -> None:
    for part in (sky, rising_sun, far_islands, middle_islands, near_islands):
        part(scene)
    water(scene, SEA + 12, "#4f6a97", "#243a66", 0.2, 16)
    ripples(scene, SEA + 12, 1300, "#2b4473", 170, 0.3)
    glints(scene, 1120, SEA + 10, 1290, "#ffe7b4", 62, 150, 0.9)
    junk(scene, 900, 958, 330, "#a8452f", "#2a2233", "#ffd79a")
    scene.fill(Shape().ellipse(900, 972, 190, 9), "#1f2c4d", 0.5, 5)
    birds(scene)
    vignette(scene, "#1c2a4d", 0.4)
