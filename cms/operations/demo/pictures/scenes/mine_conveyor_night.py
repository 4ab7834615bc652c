"""The lit gallery of a conveyor climbs across the night to a black heap of coal."""

from ..canvas.colour import ramp
from ..canvas.light import beam, glow, lamp, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, stars
from ..motifs import poses
from ..motifs.figure import Outfit, silhouette


def truss(x1: float, y1: float, x2: float, y2: float, depth: float, bays: int, width: float = 5) -> Shape:
    """Return a lattice girder between two points of its upper chord."""
    frame = Shape().line([(x1, y1), (x2, y2)], width).line([(x1, y1 + depth), (x2, y2 + depth)], width)
    for n in range(bays + 1):
        x, y = x1 + (x2 - x1) * n / bays, y1 + (y2 - y1) * n / bays
        frame.line([(x, y), (x, y + depth)], width * 0.7)
        if n < bays:
            u, v = x1 + (x2 - x1) * (n + 1) / bays, y1 + (y2 - y1) * (n + 1) / bays
            frame.line([(x, y + depth), (u, v)] if n % 2 else [(x, y), (u, v + depth)], width * 0.55)
    return frame


def sky(scene: Scene) -> None:
    """Paint the night sky and the hills."""
    scene.background("#0a1430", "#16305f", "#35608f", "#d58a55", at=(0, 0.35, 0.62, 0.86))
    stars(scene, 560, 170)
    hills = Shape().blob("-80,1300 -80,860 180,790 420,850 700,760 1010,840 1380,740 1700,810 2000,770 2000,1300")
    scene.fill(hills, ramp("#1d365f", "#3c4e72"))
    mist(scene, 720, 960, "#d99a6a", 0.32)


def washery(scene: Scene) -> None:
    """Paint the washing plant with its lit windows."""
    block = (
        Shape()
        .box(150, 640, 250, 420)
        .box(210, 540, 140, 120)
        .polygon("140,645 275,590 410,645")
        .box(430, 760, 150, 300)
    )
    scene.fill(block, ramp("#152445", "#0d1833"))
    panes = Shape()
    for row in range(5):
        for column in range(5):
            if scene.random.random() < 0.66:
                panes.box(176 + column * 44, 690 + row * 66, 22, 32)
    scene.fill(panes, "#ffcf7d")
    glow(scene, 275, 820, 320, "#ff9d45", 0.35)


def heap(scene: Scene) -> None:
    """Paint the stock of coal."""
    coal = Shape().blob("900,1180 1120,1000 1330,850 1460,800 1590,862 1780,1010 2040,1200 2040,1320 880,1320")
    scene.fill(coal, ramp("#2a3350", "#0b1122"))
    scene.edge(coal, "#ffb665", -16, 20, 22, 0.45, grit=0.9)


def gallery(scene: Scene) -> None:
    """Paint the lit gallery on its trestles."""
    x1, y1, x2, y2 = 330, 720, 1490, 330
    for x, top in ((640, 690), (960, 580), (1270, 480)):
        legs = Shape().line([(x, top), (x - 46, 1170)], 10).line([(x + 30, top), (x + 76, 1170)], 10)
        for n in range(5):
            y = top + 70 + n * 90
            legs.line([(x - 10 - n * 7, y), (x + 46 + n * 7, y + 60)], 5).line(
                [(x + 40 + n * 7, y), (x - 16 - n * 7, y + 60)], 5
            )
        scene.fill(legs, "#0a1226")
    tube = Shape().polygon([(x1, y1), (x2, y2), (x2, y2 + 78), (x1, y1 + 78)])
    scene.fill(tube, ramp("#2a3c63", "#1a2848", angle=0))
    roof = Shape().polygon([(x1 - 10, y1 - 14), (x2 + 14, y2 - 18), (x2 + 14, y2 + 4), (x1 - 10, y1 + 6)])
    windows = Shape()
    for n in range(29):
        share = (n + 0.5) / 29
        x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
        windows.polygon([(x - 14, y + 26), (x + 10, y + 18), (x + 10, y + 46), (x - 14, y + 54)])
    scene.fill(windows, "#ffd88f")
    shine_shape(scene, tube, "#ff9a3d", 0.4, 26)
    scene.fill(truss(x1, y1, x2, y2, 80, 26, 5), "#0a1226")
    scene.fill(roof, "#0c1630")
    scene.edge(roof, "#7fa4d8", 0, 4, 0, 0.8)


def discharge(scene: Scene) -> None:
    """Paint the head house and the coal that falls from it."""
    head = Shape().box(1440, 290, 120, 150).polygon("1470,440 1540,440 1520,500 1490,500")
    scene.fill(head, "#0c1630")
    scene.edge(head, "#7fa4d8", -3, 3, 0, 0.6)
    fall = Shape().polygon("1492,500 1516,500 1540,812 1462,816")
    scene.fill(fall, ramp("#0a0f1f", "#1a2138"), 0.9, 3, grit=0.8)
    scene.cloud((1330, 640, 300, 240), "#c79a7c", 0.5, (3, 2), 60)
    lamp(scene, 1500, 282, 8)
    beam(scene, (1440, 470), (1290, 880), 14, 330, "#ffc477", 0.4, 18)


def yard(scene: Scene) -> None:
    """Paint the dark ground with its lamps."""
    ground = Shape().blob("-60,1320 -60,1130 300,1100 760,1150 1100,1180 2000,1190 2000,1320")
    scene.fill(ground, ramp("#131c34", "#070b17"))
    for x in (90, 560, 830):
        scene.fill(Shape().line([(x, 900), (x, 1130)], 6), "#0a1020")
        lamp(scene, x, 896, 7)
        glow(scene, x, 1142, 230, "#ffb25a", 0.6, 1.8, 0.2)


def paint(scene: Scene) -> None:
    for part in (sky, washery, heap, gallery, discharge, yard):
        part(scene)
    scene.fill(silhouette(poses.WALKING, Outfit(hat="helmet"), 700, 1168, 130), "#080d1b")
    scene.fill(silhouette(poses.STROLLING, Outfit(hat="helmet"), 640, 1170, 126), "#080d1b")
    vignette(scene, "#03060f", 0.45)
