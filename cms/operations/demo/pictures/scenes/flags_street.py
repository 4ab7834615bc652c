"""A morning street in one-point perspective; a flag at every door, two women in áo dài walk towards the light."""

from ..canvas.colour import RED, darker, lighter, mix, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.flag import STAR, waving


def paint(scene: Scene) -> None:
    draw = scene.random
    vx, vy = 1020, 660
    scene.background("#7fb2d6", "#cfe2e4", "#fdeccb", at=(0, 0.32, 0.52))
    glow(scene, vx, vy - 60, 760, "#ffe2a6", 0.75)
    colours = ("#f3d08a", "#e9b58a", "#f0e0c0", "#b9cfc4", "#e8c37a", "#d9a890", "#f1dfb6")
    for side in (-1, 1):
        for n in range(6, -1, -1):

            def at(depth: float, height: float, side: int = side) -> tuple[float, float]:
                k = 1 / depth
                return vx + side * 900 * k, vy + (420 - height) * k

            near, far = 0.62 * 1.42**n, 0.62 * 1.42 ** (n + 1)
            tall = draw.choice((1080, 1200, 1300, 980)) * (1 + 0.05 * n)
            colour = mix(colours[(n * 2 + (side > 0) * 3) % 7], "#fbe7c6", min(0.75, n * 0.12))
            colour = mix(colour, "#56719c", 0.26) if side > 0 else colour
            face = Shape().polygon([at(near, 0), at(far, 0), at(far, tall), at(near, tall)])
            scene.fill(face, ramp(lighter(colour, 0.1), darker(colour, 0.1)))
            bits, glass = Shape(), Shape()
            for floor in range(1, 5):
                low, high = floor * 260 + 40, floor * 260 + 200
                if high > tall - 30:
                    break
                for a, b in ((0.14, 0.42), (0.58, 0.86)):
                    d1, d2 = near + (far - near) * a, near + (far - near) * b
                    glass.polygon([at(d1, low), at(d2, low), at(d2, high), at(d1, high)])
                bits.polygon([at(near, low - 30), at(far, low - 30), at(far, low - 46), at(near, low - 46)])
            door = Shape().polygon(
                [
                    at(near + (far - near) * 0.12, 0),
                    at(near + (far - near) * 0.88, 0),
                    at(near + (far - near) * 0.88, 200),
                    at(near + (far - near) * 0.12, 200),
                ]
            )
            scene.fill(door, mix("#41536e", colour, 0.25))
            awning = Shape().polygon(
                [
                    at(near, 250),
                    at(far, 250),
                    (at(far, 205)[0] - side * 120 / far, at(far, 205)[1]),
                    (at(near, 205)[0] - side * 120 / near, at(near, 205)[1]),
                ]
            )
            scene.fill(awning, mix(("#2f6fb0", "#c9503a", "#3f8a6a", "#e0a03a")[n % 4], "#fbe7c6", n * 0.11))
            scene.fill(glass, mix("#4f7396", colour, 0.3))
            scene.fill(bits, darker(colour, 0.22))
            scene.fill(
                Shape().polygon([at(near, tall), at(far, tall), at(far, tall - 40), at(near, tall - 40)]),
                darker(colour, 0.25),
            )
    road = Shape().polygon([(vx - 8, vy + 4), (vx + 8, vy + 4), (2600, 1400), (-700, 1400)])
    scene.fill(road, ramp("#f6dfb4", "#b8a898", "#7a7c88"))
    for side in (-1, 1):
        walk = Shape().polygon(
            [(vx + side * 6, vy + 2), (vx + side * 12, vy + 2), (vx + side * 1700, 1330), (vx + side * 1080, 1330)]
        )
        scene.fill(walk, ramp("#fbeccb", "#c9b79c"))
    dashes = Shape()
    for n in range(9):
        d1, d2 = 0.66 * 1.36**n, 0.66 * 1.36 ** (n + 0.45)
        dashes.polygon(
            [
                (vx - 14 / d1, vy + 420 / d1),
                (vx + 14 / d1, vy + 420 / d1),
                (vx + 14 / d2, vy + 420 / d2),
                (vx - 14 / d2, vy + 420 / d2),
            ]
        )
    scene.fill(dashes, "#fdf6e6", 0.7)
    shadow = Shape().polygon([(vx + 6, vy + 4), (vx + 120, vy + 4), (2600, 1400), (1330, 1400)])
    scene.fill(shadow, "#3d4a6b", 0.32, 12)
    mist(scene, 420, 820, "#fff0cf", 0.45)
    for n in range(4, -1, -1):
        depth = 0.78 * 1.62**n
        for side in (-1, 1):
            x, y, length = vx + side * 745 / depth, vy - 300 / depth, 235 / depth
            staff = Shape().line([(x + side * 130 / depth, y + 170 / depth), (x, y - 8 / depth)], 9 / depth)
            scene.fill(staff, mix("#7a6248", "#f3dfb8", n * 0.12))
            waving(
                scene,
                x,
                y,
                length,
                wave=0.07,
                phase=n * 1.7 + side,
                side=-side,
                depth=0.5,
                red=mix(RED, "#f0c59c", n * 0.1),
                gold=mix(STAR, "#fbe7c6", n * 0.09),
                droop=0.2,
            )
    sun = Light("#fff0c4", -90, 0.9, "#3a3358", 0.3)
    for x, y, tall, wear in ((900, 1140, 430, "#f4f1ea"), (1090, 1165, 445, "#d8324a")):
        scene.fill(Shape().polygon([(x - 40, y), (x + 40, y), (x + 130, 1400), (x - 60, 1400)]), "#3d3a55", 0.3, 10)
        paint_figure(
            scene,
            x,
            y,
            tall,
            poses.WALKING_BACK,
            Outfit(
                garment="ao_dai",
                top=wear,
                trousers="#f4ede0",
                hat="non_la",
                hat_colour="#ecd39a",
                style="long",
                is_woman=True,
            ),
            sun,
        )
    for x, y, tall in ((700, 860, 120), (1180, 850, 112), (1120, 800, 84)):
        paint_figure(
            scene,
            x,
            y,
            tall,
            poses.STANDING_BACK,
            Outfit(top="#5b7fa8", trousers="#4b5470"),
            Light("#fff0c4", -90, 0.7, share=0.3, tone="#e9cfa6"),
        )
    vignette(scene, "#3a2a33", 0.3)
