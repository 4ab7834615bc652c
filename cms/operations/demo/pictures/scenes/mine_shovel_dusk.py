"""A rope shovel swings its bucket over a dump truck on the terraces of the pit."""

from ..canvas.colour import darker, lighter, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, smoke
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.sky import streaks, sun


def truck(scene: Scene, x: float, y: float, size: float, body: str, light: str) -> None:
    """Draw a mine dump truck in side view, facing right; (x, y) is below its middle."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size)

    tray = Shape().polygon("-0.54,-0.5 0.12,-0.44 0.36,-0.55 0.4,-0.5 0.14,-0.26 -0.42,-0.22")
    load = Shape().blob("-0.5,-0.48 -0.34,-0.57 -0.16,-0.62 0.02,-0.55 0.12,-0.44")
    frame = Shape().box(-0.42, -0.25, 0.86, 0.1, 0.02).polygon("0.14,-0.28 0.44,-0.28 0.46,-0.12 0.14,-0.12")
    cab = Shape().polygon("0.2,-0.44 0.36,-0.44 0.4,-0.28 0.2,-0.28")
    scene.fill(put(load), "#1a1c28", grit=0.2)
    scene.fill(put(frame), darker(body, 0.5))
    scene.fill(put(cab), darker(body, 0.2))
    scene.fill(put(Shape().polygon("0.24,-0.42 0.34,-0.42 0.37,-0.33 0.24,-0.33")), "#ffd99b")
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


def paint(scene: Scene) -> None:
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
    floor = Shape().blob("-60,1100 400,1086 1000,1098 1500,1080 2000,1090 2000,1330 -60,1330")
    scene.fill(floor, ramp("#2c2038", "#140f1f"))
    truck(scene, 620, 1140, 520, "#d99a2b", "#ffdca0")
    ink, steel = "#1d1830", "#c97a2e"
    tracks = Shape().box(1180, 1040, 400, 96, 46)
    scene.fill(tracks, ink)
    scene.fill(Shape().box(1200, 1058, 360, 60, 28), "#31273f")
    scene.fill(Shape().join(*(Shape().ellipse(1232 + n * 59, 1088, 20) for n in range(6))), ink)
    house = Shape().polygon("1190,1010 1196,820 1250,790 1660,790 1690,830 1690,1010 1640,1040 1240,1040")
    scene.fill(house, ramp("#e29a3a", steel, "#7a4630"))
    scene.edge(house, "#ffe0a0", 7, 6, 0, 0.85)
    vents = Shape().join(*(Shape().box(1430 + n * 50, 850, 30, 130, 4) for n in range(5)))
    scene.fill(vents, "#8a4f2c", 0.8)
    scene.fill(Shape().polygon("1214,850 1330,850 1330,960 1208,960"), ramp("#ffe9b5", "#ffb659"))
    scene.fill(Shape().line("1272,850 1270,960", 6), "#7a4630")
    boom = Shape().polygon("1240,1000 1290,980 880,470 842,482")
    scene.fill(boom, ramp("#e8a84a", "#8d5030", angle=60))
    scene.edge(boom, "#ffe6b0", 7, 4, 0, 0.9)
    rig = (
        Shape()
        .line("1420,790 1400,560", 16, 10)
        .line("1400,560 1560,790", 10)
        .line("1400,560 862,472", 5)
        .line("1400,572 868,486", 4)
    )
    scene.fill(rig, ink)
    scene.fill(Shape().ellipse(862, 478, 34), ink)
    scene.fill(Shape().ellipse(862, 478, 15), steel)
    scene.fill(Shape().line("840,490 700,664", 5).line("876,500 724,660", 4), ink)
    arm = Shape().polygon("1120,792 1096,826 720,722 726,690")
    scene.fill(arm, ramp("#d58f38", "#8d5030"))
    scene.edge(arm, "#ffe0a0", 0, 5, 0, 0.7)
    bucket = Shape().polygon("600,640 742,634 760,740 690,800 604,770")
    scene.fill(Shape().blob("590,650 640,600 700,596 750,640"), "#191727", grit=0.2)
    scene.fill(bucket, ramp("#5b4250", "#231b30"))
    scene.edge(bucket, "#ffcb8c", 6, 6, 0, 0.8)
    scene.fill(
        Shape().join(
            *(Shape().polygon([(604 + n * 34, 640), (616 + n * 34, 604), (628 + n * 34, 640)]) for n in range(4))
        ),
        "#2a2135",
    )
    draw = scene.random
    crumbs = Shape()
    for _ in range(46):
        x, y = draw.gauss(636, 26), draw.uniform(776, 860)
        crumbs.ellipse(x, y, draw.uniform(2, 7))
    scene.fill(crumbs, "#1a1727")
    smoke(scene, 660, 850, 90, "#e7a174", 0.2, -0.5, 0.4)
    for x, tall in ((230, 150), (286, 146)):
        paint_figure(
            scene,
            x,
            1190,
            tall,
            poses.STANDING_BACK,
            Outfit(hat="helmet", garment="vest", top="#2b3560", trousers="#1b1b30"),
            Light("#ffd9a0", -100, 0.9, share=0.2),
        )
    vignette(scene, "#1a1024", 0.45)
