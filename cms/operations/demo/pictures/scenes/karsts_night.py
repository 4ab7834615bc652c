"""A full moon over black islands; the lamps of a floating village double in the water."""

from ..canvas.light import glow, lamp, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, stars
from ..motifs.boats import sampan
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.karst import paint_far, paint_near, ridge
from ..motifs.poses import ROWING
from ..motifs.sky import moon, streaks
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    draw, sea = scene.random, 800
    scene.background("#071026", "#12264f", "#2f4f82", "#5a78a4", at=(0, 0.3, 0.55, 0.66))
    stars(scene, 620, 230)
    moon(scene, 560, 290, 74)
    streaks(scene, (100, 240, 1200, 260), "#a9bbdc", 6, 0.28, 7)
    paint_far(
        scene,
        ridge(draw, sea, [(x, draw.uniform(150, 280), draw.uniform(110, 270)) for x in range(-20, 1980, 150)]),
        "#3d5a8a",
        "#7b97bd",
        0.6,
    )
    mist(scene, 640, 815, "#8fabd0", 0.42)
    paint_far(scene, ridge(draw, sea, [(820, 230, 300), (1010, 170, 200), (1830, 330, 330)]), "#233c69", "#55759f", 0.5)
    right = ridge(draw, sea + 10, [(1500, 430, 660), (1740, 320, 420), (1290, 170, 190)])
    paint_near(scene, right, "#10203f", "#1f3558", "#9fc0ea", "#060c1c", -1, "#122a3d")
    left = ridge(draw, sea + 10, [(20, 380, 470)])
    paint_near(scene, left, "#10203f", "#1f3558", "#9fc0ea", "#060c1c", 1, "#122a3d")
    mist(scene, 720, 830, "#7d9cc7", 0.35, seed="c")
    houses, roofs, windows = Shape(), Shape(), []
    for x, wide, tall in (
        (790, 62, 30),
        (862, 92, 40),
        (940, 54, 28),
        (1040, 76, 34),
        (1098, 104, 46),
        (1210, 58, 30),
        (1330, 84, 38),
    ):
        houses.box(x, sea + 6 - tall, wide, tall + 4)
        roofs.polygon(
            [
                (x - 10, sea + 6 - tall),
                (x + wide * 0.2, sea - 16 - tall),
                (x + wide * 0.8, sea - 16 - tall),
                (x + wide + 10, sea + 6 - tall),
            ]
        )
        windows += [(x + wide * 0.3, tall), (x + wide * 0.7, tall)] if wide > 70 else [(x + wide * 0.5, tall)]
    houses.box(770, sea + 4, 250, 8).box(1024, sea + 4, 260, 8).box(1316, sea + 4, 120, 8)
    scene.fill(houses, "#1b2438")
    scene.fill(roofs, "#0d1526")
    scene.edge(roofs, "#8fb0dc", -2, 2, 0, 0.6)
    for x, tall in windows:
        scene.fill(Shape().box(x - 7, sea - tall + 14, 14, 13), "#ffd68a")
        glow(scene, x, sea - tall + 20, 84, "#ffb65a", 0.5)
    lamp(scene, 320, sea + 2, 5)
    lamp(scene, 1120, sea - 60, 4)
    water(scene, sea + 10, "#16294f", "#050b1c", 0.22, 20)
    glints(scene, 560, sea + 12, 1290, "#dfe8f8", 60, 130, 0.75)
    for x, _ in windows:
        glints(scene, x, sea + 14, 1040, "#ffc873", 8, 12, 0.75, 0.4)
    ripples(scene, sea + 12, 1300, "#060d20", 150, 0.35)
    sampan(scene, 470, 1050, 330, "#0b1428", "#b9d0f2")
    paint_figure(
        scene,
        560,
        1046,
        210,
        ROWING,
        Outfit(hat="non_la", hat_colour="#7f8ca8", top="#172340", trousers="#0e1730"),
        Light("#cfe0fb", -130, 0.8),
        mirror=True,
    )
    scene.fill(Shape().line("500,930 640,1085", 4), "#0a1226")
    lamp(scene, 330, 1006, 6, "#ffc56a")
    glints(scene, 330, 1070, 1230, "#ffc873", 10, 18, 0.7, 0.5)
    vignette(scene, "#02060f", 0.5)
