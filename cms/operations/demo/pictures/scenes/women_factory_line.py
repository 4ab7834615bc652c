"""An electronics line recedes under cool lamps; women in white caps bend over lit benches."""

from ..canvas.colour import mix, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#d9ecf0", "#b5d6de", "#8fbccb")
    vx, vy = 1380, 420
    roof = Shape()
    for n in range(8):
        d = 0.5 * 1.5**n
        roof.polygon(
            [
                (vx - 1900 / d, vy - 560 / d),
                (vx + 700 / d, vy - 560 / d),
                (vx + 700 / d, vy - 530 / d),
                (vx - 1900 / d, vy - 530 / d),
            ]
        )
    scene.fill(roof, "#7fa9ba", 0.7)
    tubes = Shape()
    for side in (-900, -300, 300):
        for n in range(7):
            d, e = 0.6 * 1.5**n, 0.6 * 1.5 ** (n + 0.6)
            tubes.polygon(
                [
                    (vx + side / d, vy - 480 / d),
                    (vx + (side + 60) / d, vy - 480 / d),
                    (vx + (side + 60) / e, vy - 480 / e),
                    (vx + side / e, vy - 480 / e),
                ]
            )
    shine_shape(scene, tubes, "#ffffff", 0.6, 14)
    scene.fill(tubes, "#ffffff")
    glow(scene, vx, vy, 560, "#ffffff", 0.7)
    floor = Shape().polygon([(vx, vy + 10), (2400, 1340), (-2400, 1340)])
    scene.fill(floor, ramp("#c9e0e4", "#6f9fb3", "#47788f"))
    caps = ("#fbfaf7", "#7fc4d9", "#f4b8c0")
    for line in (0, 1):
        start = -1150 if line == 0 else -20
        for n in range(8, -1, -1):
            d = 0.78 * 1.27**n
            x, y, tall = vx + (start + 150) / d, vy + 640 / d, 640 / d
            haze = min(0.6, n * 0.08)
            wear = Outfit(
                top=mix("#f4f8f8", "#b5d6de", haze),
                trousers="#3f6a8a",
                hat="round_cap",
                hat_colour=mix(caps[(n + line) % 3], "#c9e2e8", haze),
                is_woman=True,
                style="bun",
                skin="#e0ac88",
            )
            pose = Pose(
                view="side",
                hip=(-0.03, -0.505),
                lean=9,
                nod=17,
                feet=((-0.07, 0, 0), (0.03, 0, 0)),
                hands=((0.2, -0.56), (0.23, -0.57)),
                elbows=(1, 1),
            )
            paint_figure(scene, x, y, tall, pose, wear, Light("#ffffff", -80, 0.9, "#2f5f7a", 0.35, "#b5d6de", haze))
            bx = vx + (start + 250) / d
            top = y - tall * 0.53
            bench = Shape().polygon(
                [(bx - 30 / d, top), (bx + 330 / d, top), (bx + 330 / d, top + 26 / d), (bx - 30 / d, top + 26 / d)]
            )
            legs = Shape().box(bx + 290 / d, top, 18 / d, tall * 0.53).box(bx, top, 14 / d, tall * 0.53)
            scene.fill(legs, mix("#2f6a8f", "#b5d6de", haze))
            scene.fill(bench, mix("#f7fafa", "#c9e2e8", haze))
            scene.fill(Shape().box(bx - 30 / d, top + 20 / d, 360 / d, 10 / d), mix("#0b4f9e", "#b5d6de", haze))
            board = Shape().polygon(
                [
                    (bx + 20 / d, top - 4 / d),
                    (bx + 130 / d, top - 4 / d),
                    (bx + 144 / d, top - 16 / d),
                    (bx + 34 / d, top - 16 / d),
                ]
            )
            scene.fill(board, mix("#2f9a7a", "#c9e2e8", haze))
            stand = Shape().line(
                [(bx + 250 / d, top), (bx + 250 / d, top - 190 / d), (bx + 110 / d, top - 210 / d)], 9 / d
            )
            scene.fill(stand, mix("#45708a", "#b5d6de", haze))
            cone = Shape().polygon(
                [
                    (bx + 84 / d, top - 212 / d),
                    (bx + 138 / d, top - 212 / d),
                    (bx + 190 / d, top - 2 / d),
                    (bx + 10 / d, top - 2 / d),
                ]
            )
            shine_shape(scene, cone, "#fff2c4", 0.4, 8 / d)
            scene.fill(Shape().box(bx + 78 / d, top - 222 / d, 66 / d, 16 / d, 4 / d), mix("#e9b21c", "#c9e2e8", haze))
    vignette(scene, "#1f4a63", 0.35)
