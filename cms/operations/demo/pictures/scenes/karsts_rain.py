"""Green-grey towers dissolve in the rain; one rower in the foreground."""

from ..canvas.colour import ramp
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, rain, splashes
from ..motifs.boats import sampan
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.karst import paint_far, paint_near, ridge
from ..motifs.poses import ROWING
from ..motifs.water import ripples, water


def paint(scene: Scene) -> None:
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
    basket = Shape().blob("600,1030 606,980 690,980 696,1030")
    scene.fill(basket, ramp("#b98c50", "#6e4a2c"))
    rower = paint_figure(
        scene,
        850,
        1040,
        400,
        ROWING,
        Outfit(hat="non_la", hat_colour="#e7d3a2", top="#b5382f", trousers="#263a44", is_woman=True, style="bun"),
        Light("#eaf2ea", -100, 0.7, share=0.06),
    )
    (ax, ay), (bx, by) = rower.wrists
    oar = Shape().line([(bx - 22, by - 78), (bx + 6, by - 6), (bx + 118, by + 330)], 9, 7)
    oar.polygon([(bx + 88, by + 286), (bx + 128, by + 276), (bx + 158, by + 366), (bx + 128, by + 376)])
    scene.fill(oar, "#3a2a24")
    for x, y in ((ax, ay), (bx, by)):
        scene.fill(Shape().ellipse(x + 10, y + 3, 11, 9), "#d9a07a")
    rain(scene, "#f2f7f3", 560, 101, 78, 0.34)
    vignette(scene, "#1d3238", 0.4)
