"""A hand lets a folded ballot slip into the red box under a shaft of light."""

from ..canvas.colour import mix, ramp
from ..canvas.light import beam, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.flag import STAR, star


def paint(scene: Scene) -> None:
    scene.background("#0d3c77", "#1b62ad", "#4f94cf", angle=70)
    beam(scene, (420, -80), (1080, 1260), 200, 900, "#fff2cf", 0.5, 40)
    floor = Shape().box(-20, 1010, 1960, 300)
    scene.fill(floor, ramp("#c9dcea", "#7fa6c8"))
    scene.fill(Shape().ellipse(1120, 1130, 640, 90), "#0d2c55", 0.55, 26)
    front = Shape().polygon("640,660 1180,690 1180,1190 660,1130")
    side = Shape().polygon("1180,690 1480,640 1462,1090 1180,1190")
    lid = Shape().polygon("612,640 950,560 1510,612 1190,704")
    scene.fill(front, ramp("#e2283c", "#b80f2a", "#8d0c24", angle=70))
    scene.fill(side, ramp("#9c0f28", "#6b0a20"))
    rim = Shape().polygon("612,640 1190,704 1190,740 614,674").polygon("1190,704 1510,612 1510,644 1190,740")
    scene.fill(rim, "#7d0c22")
    scene.fill(lid, ramp("#f24a54", "#d01e34", angle=20))
    scene.edge(lid, "#ffd9c4", 3, 5, 0, 0.8)
    slot = Shape().polygon("890,628 1206,646 1240,634 924,617")
    scene.fill(slot, "#2d0511")
    emblem = Shape().polygon(
        [(x + (y - 930) * 0.03, y + (x - 916) * 0.075) for x, y in star(916, 930, 132).outlines[0][0]]
    )
    scene.fill(emblem, STAR)
    scene.edge(emblem, "#fff2b0", 4, 5, 0, 0.8)
    ballot = Shape().polygon("930,634 1204,640 1226,330 960,318")
    scene.fill(ballot.placed(16, 4), "#4d0a18", 0.35, 10)
    scene.fill(ballot, ramp("#ffffff", "#e8e4d8"))
    scene.fill(Shape().polygon("944,470 1216,480 1204,640 930,634"), "#d9dbe0", 0.7)
    marks = (
        Shape()
        .join(*(Shape().line([(1000, 520 + n * 32), (1150 - 30 * (n % 2), 525 + n * 32)], 7) for n in range(3)))
        .box(974, 512, 14, 14)
    )
    scene.fill(marks, "#9fb2cc")
    sleeve = Shape().polygon("1560,-40 1960,-40 1960,190 1500,330 1420,210")
    scene.fill(sleeve, ramp("#274d86", "#14305c", angle=40))
    scene.edge(sleeve, "#cfe4f7", 6, 8, 0, 0.6)
    cuff = Shape().polygon("1410,200 1462,172 1540,310 1488,346")
    scene.fill(cuff, "#f6f3ea")
    skin, dark = "#e0a982", "#b5714f"
    back = Shape().blob("1452,206 1514,326 1420,392 1310,420 1238,402 1220,350 1270,270 1360,216")
    scene.fill(Shape().limb((1290, 400), (1196, 462), 58, 42).limb((1196, 462), (1160, 484), 42, 36), dark)
    scene.fill(back, ramp("#eebb93", skin, dark, angle=60))
    for n, (x, y) in enumerate(((1160, 330), (1138, 376), (1140, 424))):
        knuckle = (1270 - n * 6, 298 + n * 44)
        finger = (
            Shape()
            .limb(knuckle, ((knuckle[0] + x) / 2 + 6, (knuckle[1] + y) / 2 - 14), 56, 48)
            .limb(((knuckle[0] + x) / 2 + 6, (knuckle[1] + y) / 2 - 14), (x, y), 48, 38)
        )
        scene.fill(finger, mix(skin, dark, 0.12 * n))
        scene.edge(finger, "#fff0dc", 3, 6, 2, 0.6)
        scene.edge(finger, dark, -2, -6, 5, 0.6)
        scene.fill(Shape().ellipse(x + 2, y - 3, 11, 8, 10), "#f6d3bb", 0.9)
    scene.edge(back, "#fff0dc", 4, 7, 2, 0.6)
    glow(scene, 1040, 480, 420, "#fff4d4", 0.28)
    vignette(scene, "#04162f", 0.4)
