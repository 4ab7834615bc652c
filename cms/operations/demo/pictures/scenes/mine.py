"""The coal mine: conveyor at night, shovel at dusk, lamps in the tunnel."""

from ..canvas.colour import darker, lighter, mix, ramp
from ..canvas.light import beam, glow, lamp, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..canvas.weather import mist, smoke, stars
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure, silhouette
from ..motifs.sky import streaks, sun


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


def conveyor_night(scene: Scene) -> None:
    """The lit gallery of a conveyor climbs across the night to a black heap of coal."""
    draw = scene.random
    scene.background("#0a1430", "#16305f", "#35608f", "#d58a55", at=(0, 0.35, 0.62, 0.86))
    stars(scene, 560, 170)
    hills = Shape().blob([(-80, 1300), (-80, 860), (180, 790), (420, 850), (700, 760), (1010, 840), (1380, 740), (1700, 810), (2000, 770), (2000, 1300)])
    scene.fill(hills, ramp("#1d365f", "#3c4e72"))
    mist(scene, 720, 960, "#d99a6a", 0.32)
    washery = Shape().box(150, 640, 250, 420).box(210, 540, 140, 120).polygon([(140, 645), (275, 590), (410, 645)]).box(430, 760, 150, 300)
    scene.fill(washery, ramp("#152445", "#0d1833"))
    panes = Shape()
    for row in range(5):
        for column in range(5):
            if draw.random() < 0.66:
                panes.box(176 + column * 44, 690 + row * 66, 22, 32)
    scene.fill(panes, "#ffcf7d")
    glow(scene, 275, 820, 320, "#ff9d45", 0.35)
    heap = Shape().blob([(900, 1180), (1120, 1000), (1330, 850), (1460, 800), (1590, 862), (1780, 1010), (2040, 1200), (2040, 1320), (880, 1320)])
    scene.fill(heap, ramp("#2a3350", "#0b1122"))
    scene.edge(heap, "#ffb665", -16, 20, 22, 0.45, grit=0.9)
    x1, y1, x2, y2 = 330, 720, 1490, 330
    for x, top in ((640, 690), (960, 580), (1270, 480)):
        legs = Shape().line([(x, top), (x - 46, 1170)], 10).line([(x + 30, top), (x + 76, 1170)], 10)
        for n in range(5):
            y = top + 70 + n * 90
            legs.line([(x - 10 - n * 7, y), (x + 46 + n * 7, y + 60)], 5).line([(x + 40 + n * 7, y), (x - 16 - n * 7, y + 60)], 5)
        scene.fill(legs, "#0a1226")
    gallery = Shape().polygon([(x1, y1), (x2, y2), (x2, y2 + 78), (x1, y1 + 78)])
    scene.fill(gallery, ramp("#2a3c63", "#1a2848", angle=0))
    roof = Shape().polygon([(x1 - 10, y1 - 14), (x2 + 14, y2 - 18), (x2 + 14, y2 + 4), (x1 - 10, y1 + 6)])
    windows = Shape()
    for n in range(29):
        share = (n + 0.5) / 29
        x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
        windows.polygon([(x - 14, y + 26), (x + 10, y + 18), (x + 10, y + 46), (x - 14, y + 54)])
    scene.fill(windows, "#ffd88f")
    shine_shape(scene, gallery, "#ff9a3d", 0.4, 26)
    scene.fill(truss(x1, y1, x2, y2, 80, 26, 5), "#0a1226")
    scene.fill(roof, "#0c1630")
    scene.edge(roof, "#7fa4d8", 0, 4, 0, 0.8)
    head = Shape().box(1440, 290, 120, 150).polygon([(1470, 440), (1540, 440), (1520, 500), (1490, 500)])
    scene.fill(head, "#0c1630")
    scene.edge(head, "#7fa4d8", -3, 3, 0, 0.6)
    fall = Shape().polygon([(1492, 500), (1516, 500), (1540, 812), (1462, 816)])
    scene.fill(fall, ramp("#0a0f1f", "#1a2138"), 0.9, 3, grit=0.8)
    scene.cloud((1330, 640, 300, 240), "#c79a7c", 0.5, (3, 2), 60)
    lamp(scene, 1500, 282, 8)
    beam(scene, (1440, 470), (1290, 880), 14, 330, "#ffc477", 0.4, 18)
    ground = Shape().blob([(-60, 1320), (-60, 1130), (300, 1100), (760, 1150), (1100, 1180), (2000, 1190), (2000, 1320)])
    scene.fill(ground, ramp("#131c34", "#070b17"))
    for x in (90, 560, 830):
        scene.fill(Shape().line([(x, 900), (x, 1130)], 6), "#0a1020")
        lamp(scene, x, 896, 7)
        glow(scene, x, 1142, 230, "#ffb25a", 0.6, 1.8, 0.2)
    scene.fill(silhouette(poses.WALKING, Outfit(hat="helmet"), 700, 1168, 130), "#080d1b")
    scene.fill(silhouette(poses.STROLLING, Outfit(hat="helmet"), 640, 1170, 126), "#080d1b")
    vignette(scene, "#03060f", 0.45)


def truck(scene: Scene, x: float, y: float, size: float, body: str, light: str) -> None:
    """Draw a mine dump truck in side view, facing right; (x, y) is below its middle."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size)

    tray = Shape().polygon([(-0.54, -0.5), (0.12, -0.44), (0.36, -0.55), (0.4, -0.5), (0.14, -0.26), (-0.42, -0.22)])
    load = Shape().blob([(-0.5, -0.48), (-0.34, -0.57), (-0.16, -0.62), (0.02, -0.55), (0.12, -0.44)])
    frame = Shape().box(-0.42, -0.25, 0.86, 0.1, 0.02).polygon([(0.14, -0.28), (0.44, -0.28), (0.46, -0.12), (0.14, -0.12)])
    cab = Shape().polygon([(0.2, -0.44), (0.36, -0.44), (0.4, -0.28), (0.2, -0.28)])
    scene.fill(put(load), "#1a1c28", grit=0.2)
    scene.fill(put(frame), darker(body, 0.5))
    scene.fill(put(cab), darker(body, 0.2))
    scene.fill(put(Shape().polygon([(0.24, -0.42), (0.34, -0.42), (0.37, -0.33), (0.24, -0.33)])), "#ffd99b")
    scene.fill(put(tray), ramp(lighter(body, 0.12), darker(body, 0.35)))
    scene.edge(put(tray), light, -size * 0.008, size * 0.012, 0, 0.8)
    ribs = Shape()
    for n in range(5):
        ribs.line([(-0.4 + n * 0.11, -0.475 + n * 0.008), (-0.34 + n * 0.11, -0.24)], 0.014)
    scene.fill(put(ribs), darker(body, 0.42), 0.8)
    for cx in (-0.26, 0.3):
        scene.fill(put(Shape().ellipse(cx, -0.13, 0.14)), "#11131f")
        scene.fill(put(Shape().ellipse(cx, -0.13, 0.065)), darker(body, 0.3))
        scene.edge(put(Shape().ellipse(cx, -0.13, 0.14)), light, -size * 0.006, size * 0.008, 0, 0.5)
    glow(scene, x + size * 0.47, y - size * 0.22, size * 0.3, "#ffe0a0", 0.9)


def shovel_dusk(scene: Scene) -> None:
    """A rope shovel swings its bucket over a dump truck on the terraces of the pit."""
    scene.background("#35406f", "#8b5f7f", "#e2835a", "#ffc26b", at=(0, 0.28, 0.52, 0.68))
    streaks(scene, (-100, 90, 2100, 360), ramp("#f59a6a", "#c76a74", angle=0), 11, 0.5, 5)
    sun(scene, 420, 690, 84, "#fff0c0", "#ff9f4d", 0.85)
    terraces = (
        ("#c47a62", 690, [(0, 0), (500, 30), (760, -40), (1160, -90), (1500, -150), (1960, -190)]),
        ("#96575a", 780, [(0, -60), (230, -50), (620, 20), (1000, -20), (1300, -100), (1960, -150)]),
        ("#6c4054", 880, [(0, -130), (160, -118), (420, -20), (900, 16), (1400, -40), (1960, -110)]),
        ("#4a3049", 990, [(0, -170), (90, -150), (330, -10), (980, 10), (1500, 0), (1960, -60)]),
    )
    for n, (colour, level, crest) in enumerate(terraces):
        edge = [(x, level + y) for x, y in crest]
        bank = Shape().polygon([(-20, edge[0][1]), *edge, (1960, 1320), (-20, 1320)])
        scene.fill(bank, ramp(lighter(colour, 0.1), colour, darker(colour, 0.3)))
        steps = Shape()
        for m in (1, 2, 3):
            steps.line([(x, y + m * 26 - 4 * (x % 3)) for x, y in edge], 3 + n)
        scene.fill(steps, darker(colour, 0.25), 0.5)
        scene.fill(Shape().line(edge, 6), "#ffb877", 0.75)
        mist(scene, level - 70, level + 120, "#f5a56d", 0.32 - n * 0.05, seed=str(n))
    floor = Shape().blob([(-60, 1100), (400, 1086), (1000, 1098), (1500, 1080), (2000, 1090), (2000, 1330), (-60, 1330)])
    scene.fill(floor, ramp("#2c2038", "#140f1f"))
    truck(scene, 620, 1140, 520, "#d99a2b", "#ffdca0")
    ink, steel = "#1d1830", "#c97a2e"
    tracks = Shape().box(1180, 1040, 400, 96, 46)
    scene.fill(tracks, ink)
    scene.fill(Shape().box(1200, 1058, 360, 60, 28), "#31273f")
    scene.fill(Shape().join(*(Shape().ellipse(1232 + n * 59, 1088, 20) for n in range(6))), ink)
    house = Shape().polygon([(1190, 1010), (1196, 820), (1250, 790), (1660, 790), (1690, 830), (1690, 1010), (1640, 1040), (1240, 1040)])
    scene.fill(house, ramp("#e29a3a", steel, "#7a4630"))
    scene.edge(house, "#ffe0a0", 7, 6, 0, 0.85)
    vents = Shape().join(*(Shape().box(1430 + n * 50, 850, 30, 130, 4) for n in range(5)))
    scene.fill(vents, "#8a4f2c", 0.8)
    scene.fill(Shape().polygon([(1214, 850), (1330, 850), (1330, 960), (1208, 960)]), ramp("#ffe9b5", "#ffb659"))
    scene.fill(Shape().line([(1272, 850), (1270, 960)], 6), "#7a4630")
    boom = Shape().polygon([(1240, 1000), (1290, 980), (880, 470), (842, 482)])
    scene.fill(boom, ramp("#e8a84a", "#8d5030", angle=60))
    scene.edge(boom, "#ffe6b0", 7, 4, 0, 0.9)
    rig = Shape().line([(1420, 790), (1400, 560)], 16, 10).line([(1400, 560), (1560, 790)], 10).line([(1400, 560), (862, 472)], 5).line([(1400, 572), (868, 486)], 4)
    scene.fill(rig, ink)
    scene.fill(Shape().ellipse(862, 478, 34), ink)
    scene.fill(Shape().ellipse(862, 478, 15), steel)
    scene.fill(Shape().line([(840, 490), (700, 664)], 5).line([(876, 500), (724, 660)], 4), ink)
    arm = Shape().polygon([(1120, 792), (1096, 826), (720, 722), (726, 690)])
    scene.fill(arm, ramp("#d58f38", "#8d5030"))
    scene.edge(arm, "#ffe0a0", 0, 5, 0, 0.7)
    bucket = Shape().polygon([(600, 640), (742, 634), (760, 740), (690, 800), (604, 770)])
    scene.fill(Shape().blob([(590, 650), (640, 600), (700, 596), (750, 640)]), "#191727", grit=0.2)
    scene.fill(bucket, ramp("#5b4250", "#231b30"))
    scene.edge(bucket, "#ffcb8c", 6, 6, 0, 0.8)
    scene.fill(Shape().join(*(Shape().polygon([(604 + n * 34, 640), (616 + n * 34, 604), (628 + n * 34, 640)]) for n in range(4))), "#2a2135")
    draw = scene.random
    crumbs = Shape()
    for _ in range(46):
        x, y = draw.gauss(636, 26), draw.uniform(776, 860)
        crumbs.ellipse(x, y, draw.uniform(2, 7))
    scene.fill(crumbs, "#1a1727")
    smoke(scene, 660, 850, 90, "#e7a174", 0.2, -0.5, 0.4)
    for x, tall in ((230, 150), (286, 146)):
        paint_figure(scene, x, 1190, tall, poses.STANDING_BACK, Outfit(hat="helmet", garment="vest", top="#2b3560", trousers="#1b1b30"), Light("#ffd9a0", -100, 0.9, share=0.2))
    vignette(scene, "#1a1024", 0.45)


def lamp_tunnel(scene: Scene) -> None:
    """Three miners walk out of a drift; their head lamps cut the dust, steel arches close around them."""
    draw = scene.random
    scene.background("#0b1322", "#0b1322")
    cx, cy = 960, 600
    rings = 9
    for n in range(rings):
        share = 1 - n / rings
        size = 60 + 1050 * share**2.1
        rim = arc(cx, cy + size * 0.08, size, size * 0.86, 180, 360, 40) + [(cx + size, cy + size * 0.62), (cx - size, cy + size * 0.62)]
        depth = n / (rings - 1)
        wall = Shape().polygon(rim)
        scene.fill(wall, ramp(mix("#1a2438", "#c9853f", depth**1.6 * 0.8), mix("#131a2b", "#8f5a35", depth**1.6 * 0.8)))
        scene.cloud((cx - size, cy - size, size * 2, size * 1.7), mix("#2f3d58", "#f0b36a", depth), 0.22, (7, 5), 120, str(n), within=wall)
        width = 10 + 46 * share**2
        inner = arc(cx, cy + size * 0.08, size - width, size * 0.86 - width, 180, 360, 40)
        arch = Shape().polygon([*rim[:41], (cx + size, cy + size * 0.62), (cx + size - width, cy + size * 0.62), *reversed(inner), (cx - size + width, cy + size * 0.62), (cx - size, cy + size * 0.62)])
        scene.fill(arch, ramp(mix("#2c3953", "#7a4a2c", depth), mix("#1a2236", "#4a2d22", depth)))
        scene.edge(arch, mix("#d98f4a", "#ffe2a5", depth), 0, -width * 0.3, 0, 0.25 + 0.5 * depth)
    glow(scene, cx, cy + 20, 620, "#ffb55e", 0.75, 2.2)
    glow(scene, cx, cy + 20, 180, "#fff0cc", 0.95, 1.6)
    floor = Shape().polygon([(-40, 1300), (cx - 90, cy + 60), (cx + 90, cy + 60), (1960, 1300)])
    scene.fill(floor, ramp("#8d5c36", "#1a1d2b", "#0d121f", at=(0, 0.4, 1)), 0.9)
    ties, rails = Shape(), Shape()
    for n in range(13):
        share = (n / 12) ** 2.2
        y = cy + 70 + share * 640
        half = 46 + share * 470
        ties.polygon([(cx - half, y), (cx + half, y), (cx + half * 1.03, y + 3 + 24 * share), (cx - half * 1.03, y + 3 + 24 * share)])
    for side in (-1, 1):
        rails.polygon([(cx + side * 28, cy + 64), (cx + side * 32, cy + 64), (cx + side * 368, 1300), (cx + side * 336, 1300)])
    scene.fill(ties, "#0a0d17", 0.8)
    scene.fill(rails, ramp("#ffe0a4", "#8d7a6a", "#2a3042"))
    pipe = Shape().polygon([(cx + 120, cy - 24), (cx + 126, cy - 18), (1960, 300), (1960, 210)])
    scene.fill(pipe, ramp("#5a3b2c", "#1d2538", angle=0))
    scene.edge(pipe, "#ffc98a", 0, -4, 0, 0.4)
    for x, y, tall, pose in ((840, 868, 300, poses.STANDING), (1096, 900, 340, poses.STANDING), (960, 1190, 620, poses.STANDING)):
        wear = Outfit(hat="helmet", top="#20304f", trousers="#18233c", hat_colour="#d9a020", garment="vest", over="#c8642a", skin="#8d6250")
        scene.fill(Shape().ellipse(x, y, tall * 0.2, tall * 0.03), "#05080f", 0.7, 5)
        scene.fill(Shape().polygon([(x - tall * 0.08, y), (x + tall * 0.08, y), (x + (x - cx) * 0.6 + tall * 0.24, y + tall * 0.5), (x + (x - cx) * 0.6 - tall * 0.24, y + tall * 0.5)]), "#05080f", 0.45, 8)
        joints = paint_figure(scene, x, y, tall, pose, wear, Light("#ffca84", -90, 0.9, "#060a16", 0.75, "#0b1322", 0.45))
        hx, hy = joints.head[0], joints.head[1] - tall * 0.055
        beam(scene, (hx, hy), (hx + (x - cx) * 1.2 + draw.uniform(-60, 60), hy + tall * 0.95), tall * 0.03, tall * 0.55, "#ffe3b0", 0.34, 16)
        glow(scene, hx, hy, tall * 0.36, "#ffe9bf", 0.9, 2.4)
        scene.fill(Shape().ellipse(hx, hy, tall * 0.014), "#fffdf2")
    mist(scene, 480, 1100, "#d9975a", 0.16)
    vignette(scene, "#03050b", 0.6)
