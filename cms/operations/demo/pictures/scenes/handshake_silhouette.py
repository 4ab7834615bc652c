"""Two people, a worker and a manager, shake hands before the window of a works at sunset."""

from ..canvas.colour import ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#f2a65a", "#f9cf85", "#fff0c8", at=(0, 0.5, 0.8))
    glow(scene, 960, 560, 1000, "#fff3c9", 0.9)
    scene.fill(Shape().ellipse(960, 600, 250), "#fffbe6", 0.95)
    works = Shape()
    for x, wide, tall in (
        (60, 260, 300),
        (330, 160, 420),
        (520, 220, 250),
        (1180, 240, 280),
        (1440, 180, 380),
        (1640, 300, 260),
    ):
        works.box(x, 960 - tall, wide, tall + 60)
    for x, tall in ((380, 640), (440, 580), (1500, 620), (1720, 540)):
        works.polygon([(x - 16, 960), (x - 11, 960 - tall), (x + 11, 960 - tall), (x + 16, 960)])
    for n in range(4):
        works.polygon([(520 + n * 55, 712), (520 + n * 55, 672), (575 + n * 55, 712)])
    scene.fill(works, ramp("#e0895a", "#f3b678"))
    ground = Shape().box(-20, 940, 1960, 400)
    scene.fill(ground, ramp("#d9805a", "#8a3f4a"))
    frame = Shape()
    for x in (-10, 470, 1430, 1890):
        frame.box(x, -20, 26, 1340)
    frame.box(-20, 170, 1960, 20).box(-20, 1010, 1960, 26)
    scene.fill(frame, "#4a2038", 0.9)
    scene.edge(frame, "#ffd08a", 5, 0, 0, 0.6)
    tall = 1560
    base = 640 + tall * 0.62
    left = Pose(
        view="side", feet=((-0.05, 0, 0), (0.05, 0, 0)), hands=((0.05, -0.5), (0.232, -0.585)), elbows=(1, 1), lean=2
    )
    right = Pose(
        view="side", feet=((-0.05, 0, 0), (0.05, 0, 0)), hands=((0.04, -0.5), (0.232, -0.585)), elbows=(1, 1), lean=3
    )
    worker = Outfit(
        top="#2b1a3c",
        trousers="#1d1230",
        hat="helmet",
        hat_colour="#3d2038",
        skin="#4a2438",
        hair="#170d20",
        garment="vest",
        over="#4a2038",
        strip="#e8905a",
    )
    manager = Outfit(top="#22152f", trousers="#1a1026", skin="#452236", hair="#140b1a", is_woman=True, style="bun")
    glare = Light("#ffdc9a", -12, 0.95, "#0d0716", 0.5)
    paint_figure(scene, 560, base, tall, left, worker, glare)
    paint_figure(scene, 1360, base - 20, tall * 0.95, right, manager, glare, mirror=True)
    hand = (
        Shape()
        .limb((880, 726), (1002, 730), 92, 74)
        .limb((1000, 716), (1052, 742), 44, 34)
        .limb((1000, 746), (1048, 768), 40, 30)
    )
    scene.fill(hand, "#4a2438")
    scene.edge(hand, "#ffdc9a", 0, 7, 0, 0.95)
    other = Shape().limb((1046, 726), (930, 716), 80, 46).limb((1010, 690), (950, 700), 36, 26)
    scene.fill(other, "#3d1c30")
    scene.edge(other, "#ffdc9a", 0, 6, 0, 0.95)
    scene.fill(
        Shape().join(*(Shape().line([(930 + n * 3, 722 + n * 15), (884, 720 + n * 17)], 3) for n in range(3))),
        "#2a1026",
        0.8,
    )
    vignette(scene, "#2a0f24", 0.5)
