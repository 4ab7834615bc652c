"""The fish market at first light: striped awnings, warm lamps, baskets of squid, shrimp and crab."""

from ..canvas.colour import darker, lighter, mix, ramp
from ..canvas.light import glow, lamp, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#1a2c54", "#3f4a7a", "#b5707a", "#f2a878", at=(0, 0.25, 0.45, 0.6))
    glow(scene, 980, 640, 760, "#ffc98a", 0.6)
    for x, wide, tall in (
        (560, 120, 210),
        (690, 90, 290),
        (800, 110, 170),
        (1060, 120, 230),
        (1190, 100, 180),
        (1290, 100, 280),
    ):
        scene.fill(Shape().box(x, 700 - tall, wide, tall + 60), ramp("#7a5f8a", "#d98f80"))
    mist(scene, 480, 800, "#ffcf9c", 0.5)
    street = Shape().polygon("800,730 1140,730 2100,1320 -180,1320")
    scene.fill(street, ramp("#f0b07a", "#8a5a6a", "#3f3050"))
    stripes = (("#c8102e", "#fbf0dc"), ("#0b4f9e", "#fbf0dc"), ("#2f8a6a", "#fbf0dc"), ("#e0902a", "#fbf0dc"))
    light = Light("#ffdf9e", -90, 0.95, "#1a1030", 0.45, "#3a2448", 0.12)
    catch = (
        ("#e8ecf0", "#a8b8c9"),
        ("#f0906a", "#c8503a"),
        ("#f2b8a0", "#d97a70"),
        ("#8fa8c4", "#5a7494"),
        ("#d9603a", "#a83a2a"),
    )
    for depth in (3, 2, 1, 0):
        for side in (-1, 1):
            k = 1 / (1 + depth * 0.75)
            edge, base, haze = 960 + side * 560 * k, 700 + 420 * k, depth * 0.14
            outer = 960 + side * 1500 * k
            left, right = min(edge, outer), max(edge, outer)
            top = 700 - 420 * k
            scene.fill(Shape().box(left, top + 60 * k, right - left, base - top), mix("#2a2044", "#d98f80", haze))
            scene.fill(Shape().line([(edge, top + 100 * k), (edge, base)], 16 * k), mix("#5a3a30", "#d98f80", haze))
            bx = edge + side * 240 * k
            vendor = Outfit(
                top=mix(("#c8506a", "#3f8a8a", "#e0a83a", "#6b5aa8")[(depth + (side > 0)) % 4], "#d98f80", haze),
                hat="non_la" if (depth + (side > 0)) % 2 == 0 else "",
                hat_colour=mix("#f0d99a", "#d98f80", haze),
                is_woman=True,
                style="bun",
                garment="apron",
                over=mix("#f4ead6", "#d98f80", haze),
            )
            paint_figure(
                scene,
                bx,
                base - 20 * k,
                620 * k,
                Pose(hands=((-0.1, -0.47), (0.13, -0.485)), nod=side * -5),
                vendor,
                light,
            )
            counter = Shape().box(left - 10 * k, base - 280 * k, right - left + 20 * k, 60 * k)
            front = Shape().box(left, base - 220 * k, right - left, 240 * k)
            scene.fill(front, ramp(mix("#6b4438", "#d98f80", haze), mix("#34203a", "#d98f80", haze)))
            slats = Shape().join(
                *(
                    Shape().box(left + n * 60 * k, base - 220 * k, 5 * k, 240 * k)
                    for n in range(int((right - left) / (60 * k)) + 1)
                )
            )
            scene.fill(slats, mix("#2a1830", "#d98f80", haze), 0.6)
            scene.fill(counter, ramp(mix("#e8f2f7", "#f7c89c", haze), mix("#a8c0d0", "#e0a080", haze)))
            for n in range(4):
                cx = edge + side * (110 + n * 210) * k
                tones = catch[(n + depth + (side > 0) * 2) % 5]
                scene.fill(Shape().ellipse(cx, base - 270 * k, 96 * k, 34 * k), mix("#b5854c", "#d98f80", haze))
                heap = Shape()
                for _ in range(16):
                    heap.join(
                        Shape()
                        .blob("-26,0 -6,-11 20,-3 30,-9 30,9 20,3 -6,10")
                        .placed(
                            cx + draw.uniform(-60, 60) * k,
                            base - (276 + draw.uniform(0, 42)) * k,
                            k * 1.1,
                            draw.uniform(-30, 30),
                        )
                    )
                scene.fill(heap, ramp(mix(tones[0], "#f7c89c", haze), mix(tones[1], "#d98f80", haze)))
                scene.fill(
                    Shape().blob(
                        [
                            (cx - 98 * k, base - 270 * k),
                            (cx + 98 * k, base - 270 * k),
                            (cx + 76 * k, base - 216 * k),
                            (cx - 76 * k, base - 216 * k),
                        ]
                    ),
                    ramp(mix("#d9a860", "#e0a080", haze), mix("#8a5f34", "#d98f80", haze)),
                )
            a, b = stripes[(depth * 2 + (side > 0)) % 4]
            drop, reach = 120 * k, 130 * k
            for n in range(9):
                x1 = left + (right - left) * n / 9
                x2 = left + (right - left) * (n + 1) / 9
                shift = -side * reach
                strip = Shape().polygon(
                    [
                        (x1, top),
                        (x2, top),
                        (x2 + shift, top + drop),
                        *arc((x1 + x2) / 2 + shift, top + drop, (x2 - x1) / 2, 26 * k, 0, 180, 8),
                        (x1 + shift, top + drop),
                    ]
                )
                tint = mix(a if n % 2 else b, "#d98f80", haze)
                scene.fill(strip, ramp(lighter(tint, 0.06), darker(tint, 0.22)))
            lamp(scene, edge + side * 120 * k, top + 210 * k, 13 * k, "#ffcf7d", 0.9)
            scene.fill(
                Shape().line([(edge + side * 120 * k, top + 60 * k), (edge + side * 120 * k, top + 200 * k)], 3 * k),
                "#2a1830",
            )
    cool = Light("#ffd9a0", -90, 0.95, "#140c28", 0.5, "#3a2448", 0.1)
    for x, y, tall, pose, wear in (
        (900, 850, 190, poses.STANDING_BACK, Outfit(top="#4f6aa8")),
        (
            1010,
            870,
            205,
            poses.WALKING_BACK,
            Outfit(top="#c8506a", is_woman=True, style="long", hat="non_la", hat_colour="#e9cf96"),
        ),
        (1080, 1180, 480, poses.STROLLING, Outfit(top="#0b4f9e", hat="helmet")),
        (
            830,
            1200,
            470,
            poses.WALKING_BACK,
            Outfit(top="#c8102e", is_woman=True, style="tail", hat="non_la", hat_colour="#f3dca0", trousers="#2a2038"),
        ),
    ):
        scene.fill(Shape().ellipse(x, y, tall * 0.22, tall * 0.03), "#1a1030", 0.6, 6)
        paint_figure(scene, x, y, tall, pose, wear, cool)
    yoke = Shape().curve("690,880 760,848 830,838 900,848 970,880", 12)
    ropes = (
        Shape()
        .line("694,880 650,1040", 4)
        .line("694,880 738,1040", 4)
        .line("966,880 922,1040", 4)
        .line("966,880 1010,1040", 4)
    )
    scene.fill(ropes, "#8a6a48")
    scene.fill(yoke, "#b5824a")
    for x in (694, 966):
        scene.fill(
            Shape().join(
                *(
                    Shape().ellipse(x + dx, 1034 + dy, 20)
                    for dx, dy in ((-30, 0), (0, -10), (30, 0), (-14, -16), (16, -16))
                )
            ),
            "#f0a04a" if x < 900 else "#7fae4a",
        )
        scene.fill(
            Shape().blob([(x - 62, 1040), (x + 62, 1040), (x + 44, 1092), (x - 44, 1092)]), ramp("#d9a860", "#7a5230")
        )
    vignette(scene, "#12081f", 0.5)
