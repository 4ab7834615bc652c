"""Runners come over the crown of the bridge between fans of cables, the sun at their backs."""

from ..canvas.colour import ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure, silhouette
from ..motifs.karst import paint_far, ridge
from ..motifs.sky import sun


def paint(scene: Scene) -> None:
    scene.background("#5fa5cf", "#a8d3dc", "#fdebc4", "#ffd79a", at=(0, 0.3, 0.56, 0.68))
    sun(scene, 980, 640, 92, "#fffbe8", "#ffdc96", 0.95)
    paint_far(
        scene,
        ridge(
            scene.random,
            800,
            [(60, 300, 220), (330, 260, 150), (620, 220, 190), (1330, 260, 180), (1600, 300, 240), (1850, 280, 180)],
        ),
        "#9dbcc4",
        "#fbe7c0",
        0.7,
    )
    mist(scene, 600, 820, "#fff0cf", 0.7)
    cables = Shape()
    for n in range(19):
        cables.line([(962, 60 + n * 12), (962 - 90 - n * n * 3.6 - n * 26, 790)], 3 + n * 0.14).line(
            [(978, 60 + n * 12), (978 + 90 + n * n * 3.6 + n * 26, 790)], 3 + n * 0.14
        )
    scene.fill(cables, "#fdf8ec", 0.95)
    scene.edge(cables, "#6f93ab", 1.5, 0, 0, 0.8)
    mast = Shape().polygon("936,800 952,-20 988,-20 1004,800")
    scene.fill(mast, ramp("#fbf4e4", "#d5dcd6", "#a8bcc0", angle=0))
    scene.edge(mast, "#6f8fa5", -16, 0, 10, 0.5)
    glow(scene, 980, 700, 640, "#fff0c4", 0.45)
    deck = Shape().box(-20, 796, 1960, 40)
    scene.fill(deck, ramp("#f4efe2", "#a8b4b8"))
    rails = Shape().box(-20, 700, 1960, 10).box(-20, 744, 1960, 6).box(-20, 776, 1960, 6)
    rails.join(*(Shape().box(n * 64 - 20, 700, 7, 100) for n in range(32)))
    scene.fill(rails, "#fdf9ee")
    scene.edge(rails, "#7f9cb0", 0, -3, 0, 0.7)
    road = Shape().box(-20, 832, 1960, 500)
    scene.fill(road, ramp("#c4bcb0", "#8f9fae", "#56697e"))
    scene.fill(Shape().box(-20, 846, 1960, 7), "#fdf6e4", 0.8)
    lanes = Shape()
    for n in range(-2, 9):
        lanes.polygon([(n * 260, 972), (n * 260 + 130, 972), (n * 260 + 118, 984), (n * 260 - 14, 984)])
    scene.fill(lanes.box(-20, 1262, 1960, 12), "#fdf6e4", 0.75)
    shine_shape(scene, Shape().polygon("760,832 1200,832 1500,1300 460,1300"), "#ffe9b8", 0.4, 60)
    rim = Light("#fff6d8", -100, 0.95, "#1f3550", 0.42)
    far = Light("#fff6d8", -100, 0.8, "#3f5a70", 0.2, "#e9dcc0", 0.3)
    for n, (x, tall) in enumerate(((130, 250), (560, 262), (690, 246), (1050, 258), (1440, 250), (1780, 262))):
        pose = (poses.RUNNING, poses.RUNNING_LOW)[n % 2]
        top = ("#c8102e", "#0b4f9e", "#e0a800", "#2f8a6a")[n % 4]
        wear = Outfit(top=top, trousers="#2d4560", is_short_sleeved=True, is_bare_legged=True, is_woman=n % 3 == 0)
        scene.fill(Shape().ellipse(x, 938, tall * 0.3, 8), "#4f6478", 0.4, 5)
        paint_figure(scene, x, 936, tall, pose, wear, far)
    crew = (
        (
            390,
            1190,
            520,
            poses.RUNNING_LOW,
            Outfit(
                top="#0b4f9e",
                trousers="#1b2c4a",
                is_short_sleeved=True,
                is_bare_legged=True,
                is_woman=True,
                style="tail",
                shoes="#f7e3c0",
            ),
        ),
        (
            790,
            1230,
            600,
            poses.RUNNING,
            Outfit(top="#c8102e", trousers="#1d2740", is_short_sleeved=True, is_bare_legged=True, shoes="#f7f0e0"),
        ),
        (
            1240,
            1200,
            560,
            poses.RUNNING_LOW,
            Outfit(top="#e9b21c", trousers="#24406a", is_short_sleeved=True, is_bare_legged=True, shoes="#e2503a"),
        ),
        (
            1620,
            1220,
            530,
            poses.RUNNING,
            Outfit(
                top="#f7f3e8",
                trousers="#8d1f34",
                is_short_sleeved=True,
                is_bare_legged=True,
                is_woman=True,
                style="bun",
                shoes="#0b4f9e",
            ),
        ),
    )
    for x, y, tall, pose, wear in crew:
        scene.fill(silhouette(pose, wear, 0, 0, tall).placed(x + 30, y + 4, 1, sy=0.1), "#24405c", 0.45, 6)
        paint_figure(scene, x, y, tall, pose, wear, rim)
    vignette(scene, "#24405c", 0.3)
