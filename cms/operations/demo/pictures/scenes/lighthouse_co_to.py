"""The lighthouse of Cô Tô sweeps its beam from a grassy cape over a darkening sea."""

from ..canvas.colour import ramp
from ..canvas.light import beam, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist, stars
from ..motifs.karst import paint_far, ridge
from ..motifs.plants import grass
from ..motifs.sky import streaks
from ..motifs.water import glints, ripples, water


def paint(scene: Scene) -> None:
    sea = 860
    scene.background("#141c44", "#3a3f7d", "#a0618c", "#f3926f", "#ffc98a", at=(0, 0.24, 0.42, 0.57, 0.67))
    stars(scene, 460, 120)
    streaks(scene, (-100, 250, 2100, 380), ramp("#f59a86", "#6a5a98", angle=0), 12, 0.5, 6)
    glow(scene, 320, 840, 820, "#ffb070", 0.6)
    paint_far(
        scene, ridge(scene.random, sea, [(140, 300, 90), (520, 380, 130), (860, 260, 80)]), "#7a527f", "#f0a07c", 0.55
    )
    water(scene, sea, "#3f3f78", "#12183c", 0.3, 14)
    glints(scene, 320, sea + 4, 1290, "#ffc48c", 120, 130, 0.8)
    ripples(scene, sea + 6, 1300, "#151b42", 150, 0.35)
    beam(scene, (1290, 322), (-420, 150), 26, 380, "#fff0c4", 0.75, 14)
    beam(scene, (1290, 322), (2200, 400), 26, 230, "#fff0c4", 0.5, 14)
    cape = [
        (640, 1330),
        (700, 1190),
        (800, 1110),
        (860, 1010),
        (960, 930),
        (1060, 880),
        (1180, 850),
        (1420, 850),
        (1600, 880),
        (1980, 820),
    ]
    hill = Shape().polygon([*cape, (1980, 1340), (640, 1340)])
    scene.fill(hill, ramp("#54567a", "#2c3058", "#151836"))
    scene.edge(hill, "#ff9f7a", 14, 12, 10, 0.5, grit=0.7)
    path = Shape().curve("1290,862 1250,930 1330,1000 1230,1090 1300,1190 1180,1310", 16, 60)
    scene.fill(path, ramp("#d99a86", "#5f4a70"), 0.55, 3, within=hill)
    rocks = Shape()
    for n in range(9):
        x, y = 640 + n * 21, 1300 - n * n * 3.4
        size = 34 - n * 2
        rocks.polygon(
            [
                (x - size, y + size),
                (x - size * 0.6, y - size * 0.4),
                (x + size * 0.2, y - size * 0.7),
                (x + size, y + size),
            ]
        )
    scene.fill(rocks, ramp("#3a3358", "#15183a"))
    scene.edge(rocks, "#f0a088", 4, 4, 1, 0.7)
    grass(scene, cape[4:], "#3a3f66", 40, 320)
    house = Shape().box(1380, 770, 190, 90)
    scene.fill(house, ramp("#e9a862", "#8a5a5c"))
    scene.fill(Shape().polygon("1362,776 1400,716 1550,716 1590,776"), "#8d3a44")
    scene.fill(Shape().box(1410, 800, 24, 34).box(1462, 800, 24, 34).box(1514, 800, 24, 34), "#ffe6a4")
    glow(scene, 1470, 816, 160, "#ffcf80", 0.5)
    tower = Shape().polygon("1222,862 1250,400 1330,400 1358,862")
    scene.fill(tower, ramp("#ffdb94", "#e3a04a", "#6b3f58", angle=0))
    scene.edge(tower, "#fff0cc", 8, 0, 0, 0.8)
    bricks = Shape()
    for n in range(6):
        y = 470 + n * 66
        half = 42 + (y - 400) * 0.06
        bricks.box(1290 - half, y, half * 2, 5)
    bricks.box(1278, 500, 22, 40, 10).box(1277, 640, 24, 42, 10).box(1268, 790, 44, 72, 20)
    scene.fill(bricks, "#6b3f4c", 0.75, within=tower)
    gallery = Shape().box(1226, 384, 128, 18, 3).polygon("1244,402 1336,402 1324,424 1256,424")
    posts = Shape()
    for n in range(9):
        posts.line([(1232 + n * 14.5, 386), (1232 + n * 14.5, 356)], 3)
    posts.line("1228,356 1352,356", 4)
    scene.fill(gallery, "#5a2f48")
    scene.fill(Shape().box(1262, 290, 56, 96, 4), "#fff3c9")
    scene.fill(
        Shape().line("1262,290 1262,386", 5).line("1290,290 1290,386", 4).line("1318,290 1318,386", 5), "#3a2038"
    )
    scene.fill(posts, "#3a2038")
    scene.fill(
        Shape().polygon("1246,292 1262,262 1290,246 1318,262 1334,292").line("1290,250 1290,214", 5),
        ramp("#b8323f", "#5a1a34"),
    )
    glow(scene, 1290, 330, 330, "#fff0b8", 0.9, 2.2)
    glow(scene, 1290, 330, 100, "#ffffff", 0.9, 1.6)
    grass(scene, [(900, 1310), (1300, 1250), (1940, 1260)], "#0d1130", 70, 260)
    mist(scene, 1000, 1290, "#b0708f", 0.2)
    vignette(scene, "#080b24", 0.5)
