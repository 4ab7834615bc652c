"""Hạ Long Bay: karsts at dawn, at night and in the rain."""

from ..canvas.colour import ramp
from ..canvas.light import glow, lamp, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, rain, splashes, stars
from ..motifs.boats import junk, sampan
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.karst import paint_far, paint_near, ridge
from ..motifs.skeleton import Pose
from ..motifs.sky import moon, streaks, sun
from ..motifs.water import glints, ripples, water

ROWING = Pose(view="side", hip=(0, -0.49), lean=16, feet=((-0.14, 0, 10), (0.1, 0, 0)), hands=((0.25, -0.62), (0.27, -0.58)), elbows=(1, 1))


def dawn(scene: Scene) -> None:
    """Sun between towers, a junk under sail in its path of light."""
    draw, sea = scene.random, 850
    scene.background("#3d5f92", "#8a93b5", "#f0b394", "#ffd9a0", "#ffe6b8", at=(0, 0.26, 0.5, 0.63, 0.7))
    streaks(scene, (-100, 120, 2100, 380), ramp("#f7a98c", "#ffd2a6", angle=0), 10, 0.5, 5)
    streaks(scene, (-100, 60, 2100, 260), "#5a6f9f", 6, 0.45, 6)
    sun(scene, 1120, 700, 66, "#fff3cf", "#ffc46e", 0.9)
    far = ridge(draw, sea, [(x, draw.uniform(120, 230), draw.uniform(110, 250)) for x in range(0, 1980, 118)])
    paint_far(scene, far, "#c3a3a9", "#ffdcae", 0.8)
    mist(scene, 660, 860, "#ffdfb6", 0.6)
    second = ridge(draw, sea, [(90, 300, 380), (330, 250, 270), (560, 230, 330), (760, 170, 190), (1480, 240, 330), (1700, 300, 420), (1900, 230, 300)])
    paint_far(scene, second, "#8a7f9c", "#f8c9a2", 0.72)
    glow(scene, 1120, 720, 420, "#ffcf86", 0.5)
    mist(scene, 700, 862, "#ffd9ac", 0.55, seed="b")
    third = ridge(draw, sea + 6, [(300, 330, 430), (1640, 300, 380)])
    paint_far(scene, third, "#5b6288", "#e0aa98", 0.6)
    near_left = ridge(draw, sea + 14, [(10, 420, 640), (210, 280, 380)])
    near_right = ridge(draw, sea + 14, [(1880, 400, 560)])
    paint_near(scene, near_left, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", 1, "#33505c")
    paint_near(scene, near_right, "#36446b", "#6f6784", "#ffc793", "#1d2a4c", -1, "#33505c")
    mist(scene, 770, 880, "#ffe0b8", 0.5, seed="c")
    water(scene, sea + 12, "#4f6a97", "#243a66", 0.2, 16)
    ripples(scene, sea + 12, 1300, "#2b4473", 170, 0.3)
    glints(scene, 1120, sea + 10, 1290, "#ffe7b4", 62, 150, 0.9)
    junk(scene, 900, 958, 330, "#a8452f", "#2a2233", "#ffd79a")
    scene.fill(Shape().ellipse(900, 972, 190, 9), "#1f2c4d", 0.5, 5)
    birds = Shape()
    for x, y, size in ((640, 330, 26), (700, 300, 20), (752, 346, 17), (590, 372, 15)):
        birds.curve([(x - size, y - size * 0.3), (x - size * 0.3, y - size * 0.35), (x, y), (x + size * 0.3, y - size * 0.35), (x + size, y - size * 0.25)], 3.4)
    scene.fill(birds, "#3b4468", 0.85)
    vignette(scene, "#1c2a4d", 0.4)


def night(scene: Scene) -> None:
    """A full moon over black islands; the lamps of a floating village double in the water."""
    draw, sea = scene.random, 800
    scene.background("#071026", "#12264f", "#2f4f82", "#5a78a4", at=(0, 0.3, 0.55, 0.66))
    stars(scene, 620, 230)
    moon(scene, 560, 290, 74)
    streaks(scene, (100, 240, 1200, 260), "#a9bbdc", 6, 0.28, 7)
    paint_far(scene, ridge(draw, sea, [(x, draw.uniform(150, 280), draw.uniform(110, 270)) for x in range(-20, 1980, 150)]), "#3d5a8a", "#7b97bd", 0.6)
    mist(scene, 640, 815, "#8fabd0", 0.42)
    paint_far(scene, ridge(draw, sea, [(820, 230, 300), (1010, 170, 200), (1830, 330, 330)]), "#233c69", "#55759f", 0.5)
    right = ridge(draw, sea + 10, [(1500, 430, 660), (1740, 320, 420), (1290, 170, 190)])
    paint_near(scene, right, "#10203f", "#1f3558", "#9fc0ea", "#060c1c", -1, "#122a3d")
    left = ridge(draw, sea + 10, [(20, 380, 470)])
    paint_near(scene, left, "#10203f", "#1f3558", "#9fc0ea", "#060c1c", 1, "#122a3d")
    mist(scene, 720, 830, "#7d9cc7", 0.35, seed="c")
    houses, roofs = Shape(), Shape()
    for n in range(7):
        x = 850 + n * 88 + draw.uniform(-10, 10)
        wide, tall = draw.uniform(56, 74), draw.uniform(26, 36)
        houses.box(x, sea + 6 - tall, wide, tall + 4)
        roofs.polygon([(x - 8, sea + 6 - tall), (x + wide / 2, sea - 18 - tall), (x + wide + 8, sea + 6 - tall)])
    scene.fill(houses, "#1b2438")
    scene.fill(roofs, "#0d1526")
    scene.edge(roofs, "#8fb0dc", -2, 2, 0, 0.6)
    for n in range(7):
        x = 880 + n * 88
        scene.fill(Shape().box(x - 8, sea - 14, 16, 13), "#ffd68a")
        glow(scene, x, sea - 8, 90, "#ffb65a", 0.55)
    lamp(scene, 320, sea + 2, 5)
    lamp(scene, 1120, sea - 60, 4)
    water(scene, sea + 10, "#16294f", "#050b1c", 0.22, 20)
    glints(scene, 560, sea + 12, 1290, "#dfe8f8", 60, 130, 0.75)
    for n in range(7):
        glints(scene, 880 + n * 88, sea + 14, 1040, "#ffc873", 8, 16, 0.75, 0.4)
    ripples(scene, sea + 12, 1300, "#060d20", 150, 0.35)
    sampan(scene, 470, 1050, 330, "#0b1428", "#b9d0f2")
    paint_figure(scene, 560, 1046, 210, ROWING, Outfit(hat="non_la", hat_colour="#7f8ca8", top="#172340", trousers="#0e1730"), Light("#cfe0fb", -130, 0.8), mirror=True)
    scene.fill(Shape().line([(500, 930), (640, 1085)], 4), "#0a1226")
    lamp(scene, 330, 1006, 6, "#ffc56a")
    glints(scene, 330, 1070, 1230, "#ffc873", 10, 18, 0.7, 0.5)
    vignette(scene, "#02060f", 0.5)


def rainy(scene: Scene) -> None:
    """Green-grey towers dissolve in the rain; one rower in the foreground."""
    draw, sea = scene.random, 760
    scene.background("#8fa3a6", "#b9c7c4", "#d3dcd5", at=(0, 0.4, 0.62))
    scene.cloud((-200, -150, 2400, 620), "#6f858c", 0.75, (4, 2), 70)
    for n, (colour, base) in enumerate((("#a9bcb9", sea), ("#88a09f", sea), ("#647f82", sea + 5))):
        places = {
            0: [(x, draw.uniform(170, 300), draw.uniform(200, 400)) for x in range(0, 1980, 190)],
            1: [(260, 330, 470), (520, 260, 330), (1330, 300, 440), (1560, 240, 280)],
            2: [(60, 430, 560), (1200, 190, 210)],
        }[n]
        paint_far(scene, ridge(draw, base, places), colour, "#d0dad4", 0.7)
        mist(scene, sea - 260 + n * 40, sea + 22, "#d9e1da", 0.6, seed=str(n))
    near = ridge(draw, sea + 16, [(1720, 420, 640), (1480, 260, 330)])
    paint_near(scene, near, "#2f4c50", "#6d8887", "#a8c2bb", "#1b3238", -1, "#2d564a")
    mist(scene, sea - 100, sea + 40, "#d5deda", 0.6, seed="near")
    water(scene, sea + 14, "#6d8a8c", "#27444c", 0.35, 9)
    ripples(scene, sea + 20, 1300, "#dfe9e4", 130, 0.22)
    splashes(scene, (0, sea + 60, 1920, 480), "#eef5f0", 130, 0.4)
    scene.fill(Shape().ellipse(800, 1068, 320, 22), "#17303a", 0.5, 9)
    sampan(scene, 800, 1056, 560, "#4b2f26", "#d9c3a0")
    basket = Shape().blob([(600, 1030), (606, 980), (690, 980), (696, 1030)])
    scene.fill(basket, ramp("#b98c50", "#6e4a2c"))
    paint_figure(scene, 850, 1040, 400, ROWING, Outfit(hat="non_la", hat_colour="#e7d3a2", top="#b5382f", trousers="#263a44", is_woman=True, style="bun"), Light("#eaf2ea", -100, 0.7, share=0.06))
    scene.fill(Shape().line([(900, 850), (1092, 1130)], 8, 6).blob([(1070, 1100), (1096, 1092), (1136, 1168), (1120, 1176)]), "#3a2a24")
    rain(scene, "#f2f7f3", 560, 101, 78, 0.34)
    vignette(scene, "#1d3238", 0.4)


