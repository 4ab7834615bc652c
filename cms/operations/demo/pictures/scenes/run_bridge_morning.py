"""Runners come over the crown of the bridge between fans of cables, the sun at their backs."""

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
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
    road = Shape().polygon("-20,960 300,830 960,770 1620,830 1940,960 1940,1320 -20,1320")
    scene.fill(road, ramp("#d9cdb8", "#8fa0ae", "#5f7488"))
    rails = Shape()
    for side in (-1, 1):
        rails.line([(960 + side * 660, 770), (960 + side * 1000, 900)], 9).line(
            [(960 + side * 660, 806), (960 + side * 1000, 950)], 6
        )
        for n in range(7):
            x = 960 + side * (670 + n * 52)
            rails.line([(x, 768 + n * 20), (x, 836 + n * 26)], 6)
    scene.fill(rails, "#f7f2e4")
    lanes = (
        Shape()
        .polygon("950,776 970,776 1000,1300 920,1300")
        .polygon("620,802 632,801 330,1300 250,1300")
        .polygon("1300,802 1288,801 1590,1300 1670,1300")
    )
    scene.fill(lanes, "#fdf6e4", 0.75)
    rim = Light("#fff6d8", -140, 0.95, "#1f3550", 0.42)
    far = Light("#fff6d8", -120, 0.8, "#3f5a70", 0.2, "#e9dcc0", 0.35)
    for x, y, tall, n in (
        (700, 860, 170, 0),
        (800, 852, 150, 1),
        (1150, 856, 165, 2),
        (1240, 868, 180, 3),
        (1060, 840, 130, 1),
    ):
        pose = (poses.RUNNING, poses.RUNNING_LOW)[n % 2]
        paint_figure(
            scene,
            x,
            y,
            tall,
            pose,
            Outfit(top=("#c8102e", "#0b4f9e", "#e0a800", "#2f8a6a")[n], trousers="#2d4560", is_short_sleeved=True),
            far,
        )
    crew = (
        (
            390,
            1190,
            520,
            poses.RUNNING_LOW,
            Outfit(
                top="#0b4f9e", trousers="#1b2c4a", is_short_sleeved=True, is_woman=True, style="tail", shoes="#f7e3c0"
            ),
        ),
        (
            790,
            1230,
            600,
            poses.RUNNING,
            Outfit(top="#c8102e", trousers="#1d2740", is_short_sleeved=True, shoes="#f7f0e0"),
        ),
        (
            1240,
            1200,
            560,
            poses.RUNNING_LOW,
            Outfit(top="#e9b21c", trousers="#24406a", is_short_sleeved=True, shoes="#e2503a"),
        ),
        (
            1620,
            1220,
            530,
            poses.RUNNING,
            Outfit(
                top="#f7f3e8", trousers="#8d1f34", is_short_sleeved=True, is_woman=True, style="bun", shoes="#0b4f9e"
            ),
        ),
    )
    for x, y, tall, pose, wear in crew:
        scene.fill(silhouette(pose, wear, 0, 0, tall).placed(x + 30, y + 4, 1, sy=-0.16), "#24405c", 0.4, 5)
        paint_figure(scene, x, y, tall, pose, wear, rim)
        bib = Shape().box(-0.03, -0.08, 0.06, 0.07, 0.008).placed(x + tall * 0.062, y - tall * 0.64, tall, 12)
        scene.fill(bib, "#fdfaf2", 0.95)
    glow(scene, 980, 700, 640, "#fff0c4", 0.45)
    vignette(scene, "#24405c", 0.3)
