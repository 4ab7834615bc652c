"""One great flag fills the wind over sea and islands."""

from ..canvas.colour import ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.flag import pole, waving
from ..motifs.karst import ridge
from ..motifs.sky import heap, streaks


def paint(scene: Scene) -> None:
    scene.background("#0f56a8", "#3f8fd0", "#a9d3e6", "#fdeecb", at=(0, 0.36, 0.68, 0.86))
    glow(scene, 300, 1080, 1300, "#ffe6b0", 0.65)
    for x, y, size in ((1540, 330, 520), (300, 640, 560), (1730, 780, 640)):
        heap(scene, x, y, size, "#ffffff", "#b7d0e6", 0.75)
    streaks(scene, (0, 840, 1920, 160), "#ffffff", 8, 0.5, 5)
    hills = Shape()
    hills.join(
        ridge(
            scene.random,
            1180,
            [(120, 330, 190), (420, 260, 120), (760, 300, 160), (1250, 380, 130), (1560, 280, 220), (1820, 300, 170)],
        )
    )
    scene.fill(hills, ramp("#6fa0bd", "#cfe0dc"))
    scene.fill(Shape().box(-20, 1176, 1960, 130), ramp("#bfe0e0", "#4d94b8"))
    mist(scene, 1060, 1240, "#fdf2d6", 0.5)
    shine_shape(scene, Shape().polygon("260,1100 900,-40 1180,-40"), "#fff2cf", 0.16, 40)
    pole(scene, 380, 120, 1400, 22, "#e8e2d0")
    waving(scene, 394, 170, 1230, wave=0.062, phase=0.5, turns=1.25, droop=0.06, depth=0.62, light="#ff6a50")
    rope = Shape().curve("396,170 402,600 394,1000 388,1300", 3)
    scene.fill(rope, "#8a8472", 0.8)
    vignette(scene, "#0b2a55", 0.35)
