"""Rows of tea bend around the hills in the first sun; women in nón lá pick into baskets."""

from ..canvas.colour import darker, mix, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, smoothed
from ..canvas.weather import mist
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose

PICKING = Pose(
    view="side",
    hip=(-0.04, -0.48),
    lean=26,
    nod=8,
    feet=((-0.08, 0, 0), (0.06, 0, 0)),
    hands=((0.26, -0.46), (0.3, -0.5)),
    elbows=(1, 1),
)


def paint(scene: Scene) -> None:
    scene.background("#7fb8d0", "#c4dfd4", "#fbeebf", at=(0, 0.24, 0.4))
    glow(scene, 1500, 360, 900, "#fff0b0", 0.75)
    scene.fill(Shape().ellipse(1500, 330, 62), "#fffbe4")
    for n, (colour, level) in enumerate((("#a9c9c0", 400), ("#86b59c", 470))):
        crest = [(x, level - scene.random.uniform(0, 120)) for x in range(-200, 2300, 210)]
        scene.fill(Shape().blob([(-300, 1000), *crest, (2300, 1000)]), ramp(colour, "#e4e9b9"))
        mist(scene, level - 40, level + 130, "#fdf4cc", 0.6, seed=str(n))
    hills = (
        ("#7fae5a", "#c9d66a", [(-100, 640), (260, 520), (620, 560), (900, 660), (1200, 760)], 24, 9, 900),
        ("#6ba04f", "#bcd05c", [(700, 720), (1050, 580), (1420, 500), (1760, 540), (2020, 620)], 28, 10, 1150),
        ("#4f8f48", "#a8c650", [(-100, 830), (240, 720), (640, 700), (1040, 800), (1700, 1120)], 40, 9, 1290),
        ("#3f7f42", "#93b848", [(500, 1240), (900, 1010), (1300, 870), (1700, 820), (2020, 850)], 50, 9, 1330),
        ("#2f6a3a", "#7fa840", [(-100, 1060), (300, 960), (700, 1010), (1100, 1140), (1500, 1330)], 62, 5, 1330),
    )
    for n, (dark, light, crest, gap, rows, foot) in enumerate(hills):
        line = smoothed(crest, closed=False, steps=6)
        bank = Shape().polygon([*line, (line[-1][0], foot), (line[0][0], foot)])
        scene.fill(bank, ramp(mix(dark, light, 0.5), dark, darker(dark, 0.35)))
        furrows, tops, lit = Shape(), Shape(), Shape()
        for row in range(1, rows):
            drop = row * gap + row * row * gap * 0.05
            bend = [
                (x - row * gap * 0.22 * (1 if n % 2 else -1), y + drop + row * 0.018 * gap * ((x - line[0][0]) / 260))
                for x, y in line
            ]
            tops.ribbon(bend, gap * 0.56)
            lit.ribbon([(x, y - gap * 0.19) for x, y in bend], gap * 0.17)
            furrows.ribbon([(x, y + gap * 0.3) for x, y in bend], gap * 0.3)
        scene.fill(furrows, darker(dark, 0.45), 0.65)
        scene.fill(tops, mix(dark, light, 0.35))
        scene.fill(lit, light, 0.6)
        scene.fill(Shape().ribbon([(x, y + 2) for x, y in line], 5), "#fff2b0", 0.6)
        if n < 4:
            mist(scene, crest[1][1] - 20, crest[1][1] + 260, "#fdf4cc", 0.34 - n * 0.06, seed=f"h{n}")
    sun = Light("#fff4c4", -40, 0.95, "#173a2c", 0.4)
    basket = Shape().polygon("-0.2,-0.56 -0.07,-0.6 -0.06,-0.42 -0.16,-0.38")
    for x, y, tall, top, flip in (
        (560, 760, 120, "#c8506a", False),
        (700, 772, 124, "#4f7fb0", False),
        (1500, 900, 200, "#e9b64a", True),
        (1330, 930, 210, "#7a4f9a", True),
    ):
        paint_figure(
            scene,
            x,
            y,
            tall,
            PICKING,
            Outfit(top=top, trousers="#2a3a44", hat="non_la", hat_colour="#f3dfa4", is_woman=True, style="bun"),
            sun,
            mirror=flip,
        )
        scene.fill(basket.placed(x, y, tall, mirror=flip), ramp("#d9a860", "#8a5f34"))
    paint_figure(
        scene,
        560,
        1262,
        600,
        PICKING,
        Outfit(top="#c8102e", trousers="#2a3348", hat="non_la", hat_colour="#f6e2a8", is_woman=True, style="bun"),
        sun,
    )
    big = basket.placed(560, 1262, 600)
    scene.fill(big, ramp("#dcae66", "#8a5f34"))
    weave = Shape().join(
        *(Shape().line([(430 + n * 22, 900), (470 + n * 15, 1040)], 3) for n in range(5)),
        *(Shape().line([(420, 930 + n * 26), (550, 906 + n * 28)], 3) for n in range(5)),
    )
    scene.fill(weave, "#7a5230", 0.7, within=big)
    leaves = Shape()
    for _ in range(260):
        x = scene.random.uniform(-20, 1200)
        y = 1160 + scene.random.uniform(0, 160) + max(0, x - 500) * 0.14
        leaves.join(
            Shape()
            .blob("-20,0 0,-9 24,0 0,8")
            .placed(x, y, scene.random.uniform(0.8, 1.6), scene.random.uniform(-80, 10))
        )
    scene.fill(leaves, ramp("#9cc24c", "#3f7f3a", "#1f5030"))
    vignette(scene, "#1f3a2a", 0.3)
