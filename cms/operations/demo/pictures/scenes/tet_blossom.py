"""A branch of peach blossom with red envelopes against a pale green morning."""

from math import cos, radians, sin

from ..canvas.colour import ramp
from ..canvas.light import bokeh, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, smoothed
from ..motifs.plants import blossom


def envelope(scene: Scene, x: float, y: float, size: float, angle: float = 0) -> None:
    """Draw a red lucky envelope hanging on a thread from (x, y)."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size, angle)

    scene.fill(put(Shape().line("0,0 0,0.5", 0.012)), "#f6d27a")
    body = put(Shape().box(-0.3, 0.42, 0.6, 0.94, 0.03))
    scene.fill(body.placed(8, 12), "#5a1020", 0.3, 8)
    scene.fill(body, ramp("#e8303f", "#b80f2a"))
    scene.fill(put(Shape().polygon("-0.3,0.42 0.3,0.42 0,0.68")), "#a30d26")
    frame = put(Shape().box(-0.25, 0.47, 0.5, 0.84, 0.03).box(-0.238, 0.482, 0.476, 0.816, 0.03, cut=True))
    scene.fill(frame, "#f6c860")
    petals = Shape().join(
        *(
            Shape().ellipse(cos(radians(n * 72 - 90)) * 0.085, 0.98 + sin(radians(n * 72 - 90)) * 0.085, 0.068)
            for n in range(5)
        )
    )
    scene.fill(put(petals), "#f6c860")
    scene.fill(put(Shape().ellipse(0, 0.98, 0.035)), "#b80f2a")
    tassel = Shape().line("0,1.36 0,1.46", 0.014).polygon("-0.05,1.46 0.05,1.46 0.07,1.72 -0.07,1.72")
    scene.fill(put(tassel), "#f2b53a")
    scene.edge(body, "#ffb0a0", -4, 3, 0, 0.7)


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#d5e4d2", "#f4ead0", "#fbdcc4", angle=60)
    glow(scene, 1480, 240, 1100, "#fff6d8", 0.7)
    bokeh(scene, (0, 0, 1920, 1280), ("#fff3d8", "#f7b8b8", "#ffd9a0", "#ffffff"), 34, (30, 110), 0.4)
    far = Shape().curve("-40,220 300,330 620,300 900,380", 26, 6).curve("300,330 420,180 560,110", 14, 3)
    scene.fill(far, "#c79a92", 0.7, 9)
    soft = Shape()
    for _ in range(34):
        x = draw.uniform(0, 900)
        soft.ellipse(x, 250 + x * 0.12 + draw.gauss(0, 60), draw.uniform(20, 40))
    scene.fill(soft, "#f09aa8", 0.55, 12)
    main = [(2000, 1010), (1700, 930), (1440, 800), (1160, 760), (860, 620), (600, 600), (330, 470), (170, 430)]
    twigs = [
        [(1440, 800), (1330, 620), (1310, 430), (1200, 270)],
        [(1160, 760), (980, 830), (830, 960), (700, 1010)],
        [(860, 620), (790, 450), (660, 330), (620, 190)],
        [(1700, 930), (1690, 760), (1760, 570), (1740, 430)],
        [(600, 600), (470, 680), (380, 800), (250, 850)],
        [(1310, 430), (1420, 330), (1520, 300)],
        [(1440, 800), (1360, 960), (1240, 1090)],
    ]
    bark = Shape().curve(main, 58, 9)
    for path in twigs:
        bark.curve(path, 22, 4)
    scene.fill(bark.placed(16, 24), "#b98a7a", 0.3, 14)
    scene.fill(bark, ramp("#7a5248", "#4a2f30"))
    scene.edge(bark, "#e8c0a0", 4, 7, 2, 0.8, grit=0.4)
    knots = Shape()
    curve = smoothed(main, closed=False)
    for n in range(4, len(curve) - 8, 3):
        x, y = curve[n]
        knots.line([(x - 6, y - 14 + draw.uniform(-6, 6)), (x + 8, y + 12)], 3, 1.5)
    scene.fill(knots, "#2f1b20", 0.5, within=bark)
    for x, y, size, angle in ((1160, 770, 210, 4), (690, 610, 170, -5), (1620, 905, 190, -3)):
        envelope(scene, x, y, size, angle)
    spots = []
    for path in [main[1:], *twigs]:
        line = smoothed(path, closed=False, steps=5)
        for n in range(2, len(line)):
            if draw.random() < 0.5 or n == len(line) - 1:
                spots.append((line[n][0] + draw.gauss(0, 15), line[n][1] + draw.gauss(0, 15)))
    draw.shuffle(spots)
    for x, y in spots[:66]:
        colour = draw.choice(("#f0718c", "#f58aa0", "#e85c7c", "#f9a8b4"))
        if draw.random() < 0.28:
            blossom(scene, x, y, draw.uniform(26, 38), colour, draw.uniform(0, 180), is_bud=True)
        else:
            blossom(scene, x, y, draw.uniform(38, 66), colour, draw.uniform(0, 72))
    for _ in range(12):
        x, y, a = draw.uniform(100, 1800), draw.uniform(500, 1260), draw.uniform(0, 180)
        petal = Shape().blob("-16,0 0,-9 16,0 0,8").placed(x, y, draw.uniform(0.7, 1.3), a)
        scene.fill(petal, "#f58aa0", 0.9)
    vignette(scene, "#7a4a4a", 0.25)
