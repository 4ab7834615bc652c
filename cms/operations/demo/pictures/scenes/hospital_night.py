"""A ward block at night: one nurse at a lit window, an ambulance under the lamps, rain-washed drive."""

from ..canvas.colour import ramp
from ..canvas.light import glow, lamp, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import stars
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.plants import crown, palm
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#06112b", "#12305c", "#2a5c86", at=(0, 0.5, 0.8))
    stars(scene, 420, 140)
    glow(scene, 960, 900, 1100, "#3f8fb0", 0.35)
    wing = Shape().polygon("1180,1010 1180,260 1960,120 1960,1010")
    main = Shape().polygon("1180,1010 1180,260 440,350 440,1010")
    scene.fill(wing, ramp("#1a3a66", "#23507c"))
    scene.fill(main, ramp("#2a4f80", "#3f7398"))

    def face(u: float, v: float, is_wing: bool) -> tuple[float, float]:
        if is_wing:
            x = 1180 + u * 780
            top = 260 - u * 140
        else:
            x = 1180 - u * 740
            top = 260 + u * 90
        return x, top + (1010 - top) * v

    panes = {"warm": Shape(), "cool": Shape(), "dark": Shape()}
    for is_wing, columns in ((False, 9), (True, 8)):
        for row in range(6):
            for n in range(columns):
                a, b = (n + 0.16) / columns, (n + 0.84) / columns
                c, d = 0.08 + row * 0.145, 0.08 + row * 0.145 + 0.095
                kind = "warm" if draw.random() < 0.42 else "cool" if draw.random() < 0.3 else "dark"
                panes[kind].polygon(
                    [face(a, c, is_wing), face(b, c, is_wing), face(b, d, is_wing), face(a, d, is_wing)]
                )
    scene.fill(panes["dark"], "#12294a")
    scene.fill(panes["cool"], ramp("#9cd4e4", "#6fb0cc"))
    shine_shape(scene, panes["warm"], "#ffb85f", 0.45, 20)
    scene.fill(panes["warm"], ramp("#ffe6ac", "#ffcf7d"))
    floors = Shape()
    for row in range(7):
        v = 0.045 + row * 0.145
        for is_wing in (False, True):
            floors.polygon(
                [face(0, v, is_wing), face(1, v, is_wing), face(1, v + 0.012, is_wing), face(0, v + 0.012, is_wing)]
            )
    scene.fill(floors, "#8fc0d4", 0.5)
    scene.fill(Shape().polygon("1168,1010 1168,246 1192,246 1192,1010"), "#6fa8c4", 0.8)
    bay = Shape().polygon("560,440 900,400 900,650 560,660")
    scene.fill(bay.placed(8, 12), "#06112b", 0.5, 12)
    scene.fill(bay, ramp("#fff6d8", "#ffdc92"))
    glow(scene, 730, 540, 420, "#ffd58a", 0.6)
    paint_figure(
        scene,
        760,
        790,
        330,
        Pose(hip=(0, -0.508), hands=((-0.02, -0.62), (0.06, -0.6)), elbows=(1, -1), nod=6),
        Outfit(top="#f7fbfb", trousers="#dfeef0", hat="round_cap", hat_colour="#ffffff", is_woman=True, style="bun"),
        Light("#ffffff", -90, 0.5, "#6b4a3a", 0.35),
    )
    scene.fill(Shape().polygon("555,648 905,640 905,1010 555,1010"), ramp("#39698f", "#3f7398"))
    plants = Shape().join(*(Shape().ellipse(590 + n * 22, 636 - (n % 3) * 8, 18, 22) for n in range(5)))
    scene.fill(plants, "#3f8a5c")
    scene.fill(
        Shape()
        .polygon("548,436 560,436 560,664 548,664")
        .polygon("896,398 908,396 908,656 896,656")
        .polygon("548,430 908,388 908,404 548,446")
        .polygon("540,652 914,642 914,662 540,674"),
        "#dceef2",
    )
    porch = Shape().polygon("980,830 1440,810 1440,850 980,870")
    scene.fill(Shape().polygon("1010,866 1420,848 1420,1010 1010,1010"), ramp("#fff3c9", "#ffd27a"))
    scene.fill(Shape().box(1206, 858, 8, 152).box(1110, 862, 6, 148).box(1310, 854, 6, 156), "#7a8fa8")
    scene.fill(porch, ramp("#f4fafa", "#8fb8c9"))
    glow(scene, 1215, 940, 420, "#ffd58a", 0.55)
    drive = Shape().polygon("-20,1000 1940,1000 1940,1320 -20,1320")
    scene.fill(drive, ramp("#2f5678", "#142c50", "#0a1836"))
    shine_shape(scene, Shape().polygon("1010,1010 1420,1010 1640,1300 820,1300"), "#ffc878", 0.4, 40)
    hedge = Shape().join(*(Shape().ellipse(40 + n * 58, 1000 + draw.uniform(-8, 8), 48, 34) for n in range(8)))
    scene.fill(hedge, ramp("#2f6a6a", "#12364a"))
    crown(scene, 170, 720, 520, "#14405a", "#3f7f8a", 1, 22)
    scene.fill(Shape().curve("170,1010 178,880 166,760", 34, 18), "#0c2440")
    scene.fill(palm(1800, 1060, 640, -0.06), "#081a38")
    body = Shape().blob("300,1150 300,930 330,900 640,900 680,912 760,1010 812,1030 820,1150", steps=4)
    scene.fill(Shape().ellipse(560, 1200, 320, 26), "#040c20", 0.7, 12)
    scene.fill(body, ramp("#fdfdfb", "#dfe9ee", "#8fa8bc"))
    scene.fill(Shape().box(296, 1056, 530, 34), "#c8102e", within=body)
    scene.fill(Shape().polygon("620,930 672,936 736,1016 620,1016"), ramp("#7fb4d4", "#2f5f8a"))
    scene.fill(Shape().box(350, 936, 90, 70, 8).box(470, 936, 90, 70, 8), ramp("#ffe9b4", "#f0b860"))
    scene.edge(body, "#ffffff", 0, 6, 0, 0.9)
    for x in (420, 710):
        scene.fill(Shape().ellipse(x, 1152, 48), "#0c1428")
        scene.fill(Shape().ellipse(x, 1152, 24), "#a8b8cc")
    scene.fill(Shape().box(480, 882, 80, 22, 8), "#2f8fff")
    glow(scene, 520, 886, 330, "#3f9dff", 0.8, 2.2)
    scene.fill(Shape().ellipse(812, 1070, 14, 18), "#fff8dc")
    glow(scene, 820, 1070, 240, "#fff0c4", 0.8)
    for x in (940, 1560):
        scene.fill(Shape().line([(x, 1120), (x, 760)], 9), "#0a1a36")
        lamp(scene, x, 752, 10, "#ffe0a0")
    night = Light("#ffdf9e", -60, 0.9, "#040c20", 0.5, "#16305a", 0.2)
    paint_figure(
        scene,
        1130,
        1140,
        300,
        poses.WALKING,
        Outfit(top="#f4f8f8", trousers="#2f7a86", hat="round_cap", hat_colour="#ffffff", is_woman=True, style="none"),
        night,
        mirror=True,
    )
    paint_figure(scene, 1330, 1120, 290, poses.STANDING_BACK, Outfit(top="#0b4f9e"), night)
    vignette(scene, "#020817", 0.5)
