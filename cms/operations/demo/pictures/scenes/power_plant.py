"""Striped chimneys and boiler houses over the lagoon, steam gilded by the last sun."""

from ..canvas.colour import ramp
from ..canvas.light import glow, lamp, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, smoothed
from ..canvas.weather import mist, smoke
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.sky import streaks
from ..motifs.water import glints, ripples, water


def pylon(x: float, ground: float, tall: float) -> Shape:
    """Return a lattice pylon with three pairs of arms."""
    frame = Shape()
    for side in (-1, 1):
        frame.line(
            [(x + side * tall * 0.12, ground), (x + side * tall * 0.02, ground - tall * 0.62), (x, ground - tall)],
            tall * 0.012,
        )
        for level, reach in ((0.66, 0.2), (0.78, 0.16), (0.9, 0.12)):
            frame.line(
                [(x, ground - tall * (level + 0.03)), (x + side * tall * reach, ground - tall * level)], tall * 0.008
            ).line([(x, ground - tall * level), (x + side * tall * reach, ground - tall * level)], tall * 0.008)
    for n in range(7):
        a, b = n / 7 * 0.62, (n + 1) / 7 * 0.62
        wa, wb = 0.12 - 0.1 * a / 0.62, 0.12 - 0.1 * b / 0.62
        frame.line([(x - tall * wa, ground - tall * a), (x + tall * wb, ground - tall * b)], tall * 0.006).line(
            [(x + tall * wa, ground - tall * a), (x - tall * wb, ground - tall * b)], tall * 0.006
        )
    return frame


def paint(scene: Scene) -> None:
    draw, sea = scene.random, 930
    scene.background("#2a4a86", "#6f8ab4", "#f0b48a", "#ffd9a0", at=(0, 0.3, 0.58, 0.72))
    streaks(scene, (-100, 260, 2100, 380), ramp("#f7a884", "#ffd9ae", angle=0), 10, 0.5, 6)
    glow(scene, 1700, 840, 900, "#ffc27a", 0.7)
    hills = Shape().blob("-80,980 -80,760 180,690 420,760 760,700 1100,770 1400,700 1700,760 2000,710 2000,980")
    scene.fill(hills, ramp("#8a86a8", "#e8b498"))
    mist(scene, 700, 950, "#ffd9ae", 0.5)
    for x, y, size in ((676, 180, 150), (890, 216, 130)):
        smoke(scene, x, y, size, "#fff0da", 0.75, 1.35, 0.5)
        smoke(scene, x + 6, y + 14, size * 0.8, "#d99a90", 0.3, 1.4, 0.4)
    for x, top, wide in ((676, 180, 44), (890, 216, 40)):
        stack = Shape().polygon([(x - wide, sea), (x - wide * 0.58, top), (x + wide * 0.58, top), (x + wide, sea)])
        scene.fill(stack, ramp("#8a90b0", "#e8d4c8", "#f7e4cc", angle=0))
        bands = Shape().join(*(Shape().box(x - 80, top + n * 84, 160, 42) for n in range(4)))
        scene.fill(bands, ramp("#9c2f44", "#e2504a", "#f0806a", angle=0), within=stack)
        scene.edge(stack, "#4a4a7a", wide * 0.9, 0, wide * 0.5, 0.5)
        for k in (0.2, 0.62):
            y = top + (sea - top) * k
            scene.fill(Shape().box(x - wide * (0.62 + 0.4 * k), y, wide * (1.24 + 0.8 * k), 9), "#3f4470")
        scene.fill(Shape().ellipse(x, top + 6, 5), "#ff5a4a")
        glow(scene, x, top + 6, 54, "#ff5a4a", 0.8)
    for x, wide, tall in ((1080, 250, 380), (1350, 230, 350)):
        curve = [
            (x - wide / 2, sea),
            (x - wide * 0.36, sea - tall * 0.4),
            (x - wide * 0.29, sea - tall * 0.72),
            (x - wide * 0.33, sea - tall),
        ]
        left = smoothed(curve, closed=False)
        tower = Shape().polygon(left + [(2 * x - px, py) for px, py in reversed(left)])
        scene.fill(tower, ramp("#5f6592", "#a08fa8", "#f3c8a8", angle=0))
        scene.edge(tower, "#ffe2b8", -9, 4, 4, 0.8)
        flutes = Shape().join(
            *(
                Shape().curve(
                    [
                        (x + wide * 0.48 * t, sea),
                        (x + wide * 0.3 * t, sea - tall * 0.6),
                        (x + wide * 0.32 * t, sea - tall),
                    ],
                    3,
                )
                for t in (-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75)
            )
        )
        scene.fill(flutes, "#4a4a7a", 0.35, within=tower)
        scene.fill(Shape().ellipse(x, sea - tall, wide * 0.33, 16), "#4a4a76")
        smoke(scene, x, sea - tall - 6, 150, "#fff2de", 0.7, 1.0, 0.8)
    house = (
        Shape()
        .box(300, 560, 300, 380)
        .box(340, 500, 200, 70)
        .box(600, 640, 220, 300)
        .box(200, 720, 110, 220)
        .box(820, 740, 170, 200)
    )
    scene.fill(house, ramp("#3f4a80", "#5a5580"))
    scene.edge(house, "#ffcf9c", -7, 5, 1, 0.8)
    ribs = Shape().join(
        *(Shape().box(316 + n * 30, 570, 6, 360) for n in range(10)),
        *(Shape().box(612 + n * 34, 650, 6, 280) for n in range(6)),
    )
    scene.fill(ribs, "#2a3266", 0.6)
    panes = Shape()
    for _ in range(70):
        panes.box(draw.choice((draw.uniform(310, 580), draw.uniform(610, 960))), draw.uniform(660, 900), 14, 9)
    scene.fill(panes, "#ffdf96")
    shine_shape(scene, panes, "#ffb85f", 0.8, 12)
    pipes = (
        Shape()
        .line("600,600 660,600 676,640", 22)
        .line("820,690 880,690 890,730", 18)
        .line("150,900 340,700", 16)
        .line("150,920 340,722", 6)
    )
    scene.fill(pipes, ramp("#6f74a4", "#343c70"))
    scene.fill(Shape().box(-20, sea - 24, 1960, 34), ramp("#3a3f70", "#23285a"))
    for x in (120, 460, 760, 1000, 1220, 1500):
        lamp(scene, x, sea - 60, 5, "#ffdc96")
    for x, tall in ((1590, 430), (1800, 620)):
        tower = pylon(x, sea, tall)
        scene.fill(tower, "#23285a")
        scene.edge(tower, "#ffcf9c", -2, 1, 0, 0.5)
    lines = Shape()
    for level, r1, r2 in ((0.66, 0.2, 0.2), (0.78, 0.16, 0.16), (0.9, 0.12, 0.12)):
        for side in (-1, 1):
            a = (1590 + side * 430 * r1, sea - 430 * level)
            b = (1800 + side * 620 * r2, sea - 620 * level)
            lines.curve([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 26), b], 2.2).curve([b, (1960, b[1] - 30)], 2.6)
    scene.fill(lines, "#23285a", 0.85)
    water(scene, sea + 8, "#5a6a9c", "#1d2a5c", 0.2, 18)
    ripples(scene, sea + 10, 1300, "#232f66", 150, 0.3)
    glints(scene, 1700, sea + 10, 1290, "#ffdca6", 150, 130, 0.8)
    reeds = Shape()
    for _ in range(90):
        x = draw.choice((draw.gauss(120, 130), draw.gauss(1840, 90)))
        tall = draw.uniform(80, 230)
        reeds.curve(
            [(x, 1300), (x + draw.uniform(-10, 10), 1300 - tall * 0.6), (x + draw.uniform(-36, 36), 1300 - tall)],
            6,
            1.4,
            steps=4,
        )
    scene.fill(reeds, "#141c44")
    boat = Shape().blob("560,1120 640,1150 840,1150 930,1112 840,1128 640,1130")
    scene.fill(boat, "#141a40")
    fisher = Outfit(hat="non_la", hat_colour="#3a3a66", top="#1d2450", trousers="#141a40", skin="#4a3a5a")
    paint_figure(scene, 790, 1136, 190, poses.STANDING_SIDE, fisher, Light("#ffd9a0", -30, 1, "#0c1030", 0.3))
    scene.fill(Shape().line("806,1040 1010,930", 4).line("1010,930 1016,1140", 1.6), "#141a40")
    vignette(scene, "#0f1640", 0.4)
