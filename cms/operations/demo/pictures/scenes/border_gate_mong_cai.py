"""Móng Cái: the great gate over the road, lorries queuing for the bridge, the flag above."""

from ..canvas.colour import darker, lighter, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape, arc, smoothed
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.flag import pole, waving
from ..motifs.sky import streaks


def paint(scene: Scene) -> None:
    scene.background("#f2b98a", "#f7d6a6", "#fdeecf", at=(0, 0.35, 0.6))
    streaks(scene, (0, 80, 1920, 300), "#e89a7a", 8, 0.45, 6)
    glow(scene, 420, 520, 900, "#fff4d0", 0.7)
    for n, (colour, level) in enumerate((("#c9b49c", 640), ("#a39a8f", 690))):
        crest = [(x, level - scene.random.uniform(0, 150)) for x in range(-200, 2300, 190)]
        scene.fill(Shape().blob([(-300, 1000), *crest, (2300, 1000)]), ramp(colour, "#f3dcb4"))
        mist(scene, level - 60, level + 120, "#fdeac8", 0.5, seed=str(n))
    far = Shape()
    for x, wide, tall in (
        (60, 90, 150),
        (170, 70, 220),
        (260, 110, 130),
        (1580, 90, 190),
        (1690, 70, 260),
        (1780, 120, 160),
    ):
        far.box(x, 800 - tall, wide, tall)
    scene.fill(far, ramp("#b5a49a", "#e4cbaa"))
    ground = Shape().box(-20, 796, 1960, 540)
    scene.fill(ground, ramp("#d9c2a0", "#a89684", "#6b6470"))
    road = Shape().polygon("700,800 1220,800 2300,1320 -380,1320")
    scene.fill(road, ramp("#a89c94", "#7a7580", "#4f4f62"))
    lines = Shape()
    for side in (-0.34, 0, 0.34):
        for n in range(8):
            a, b = (n / 8) ** 1.7, ((n + 0.55) / 8) ** 1.7
            ya, yb = 806 + a * 520, 806 + b * 520
            xa, xb = 960 + side * (520 + a * 2160), 960 + side * (520 + b * 2160)
            lines.polygon([(xa - 3 - 9 * a, ya), (xa + 3 + 9 * a, ya), (xb + 3 + 9 * b, yb), (xb - 3 - 9 * b, yb)])
    scene.fill(lines, "#fdf3dc", 0.75)
    for x in (380, 1330):
        tower = Shape().polygon([(x, 860), (x + 14, 330), (x + 196, 330), (x + 210, 860)])
        scene.fill(tower.placed(26, 8), "#5a4a4a", 0.3, 14)
        scene.fill(tower, ramp("#fff6e0", "#ecd2aa", "#b5967c", angle=10))
        seams = Shape().join(*(Shape().box(x, 420 + n * 88, 220, 4) for n in range(5))).box(x + 78, 470, 54, 310, 4)
        scene.fill(seams, "#b08c70", 0.6)
        scene.fill(Shape().box(x + 84, 478, 42, 296, 3), ramp("#6f93b8", "#2f5a8f"))
        scene.edge(tower, "#ffffff", -6, 4, 2, 0.6)
    span = Shape().polygon(
        [(370, 330), (1550, 330), (1550, 470), *reversed(arc(960, 640, 372, 210, 207, 333, 30)), (370, 470)]
    )
    scene.fill(span, ramp("#fbeed2", "#e2c49c"))
    scene.edge(span, "#a8846a", 0, -9, 6, 0.6)
    for level, half, rise, tint in ((330, 690, 84, "#b8392f"), (236, 470, 74, "#a8302c"), (154, 280, 66, "#98282a")):
        scene.fill(Shape().box(960 - half * 0.86, level - 30, half * 1.72, 34), "#f0d8ae")
        roof = Shape().polygon(
            smoothed(
                [
                    (960 - half - 60, level - 18),
                    (960 - half * 0.9, level - 8),
                    (960 - half * 0.72, level - rise * 0.66),
                    (960 - half * 0.6, level - rise),
                ],
                closed=False,
            )
            + smoothed(
                [
                    (960 + half * 0.6, level - rise),
                    (960 + half * 0.72, level - rise * 0.66),
                    (960 + half * 0.9, level - 8),
                    (960 + half + 60, level - 18),
                ],
                closed=False,
            )
            + [(960 + half, level + 8), (960 - half, level + 8)]
        )
        scene.fill(roof, ramp(lighter(tint, 0.12), darker(tint, 0.3)))
        ribs = Shape().join(
            *(
                Shape().line([(960 + half * 0.6 * t, level - rise), (960 + half * t, level + 4)], 3)
                for t in (n / 10 for n in range(-10, 11))
            )
        )
        scene.fill(ribs, darker(tint, 0.4), 0.6, within=roof)
        scene.edge(roof, "#ffd9a8", -2, 5, 0, 0.8)
    booths = Shape().join(*(Shape().box(600 + n * 236, 690, 70, 150, 4) for n in range(4)))
    scene.fill(booths, ramp("#f7f0e0", "#b9a998"))
    scene.fill(
        Shape().join(*(Shape().box(608 + n * 236, 716, 54, 50, 3) for n in range(4))), ramp("#8fb4d4", "#3f6a94")
    )
    scene.fill(Shape().join(*(Shape().box(584 + n * 236, 676, 102, 18, 4) for n in range(4))), "#0b4f9e")
    poles = Shape().join(*(Shape().line([(690 + n * 236, 790), (806 + n * 236, 772)], 8) for n in range(3)))
    scene.fill(poles, "#f4efe4")
    scene.fill(
        Shape().join(
            *(
                Shape().line([(706 + n * 236 + k * 32, 787 - k * 5), (722 + n * 236 + k * 32, 785 - k * 5)], 9)
                for n in range(3)
                for k in range(3)
            )
        ),
        "#c8102e",
    )

    def lorry(x: float, y: float, size: float, box_colour: str) -> None:
        scene.fill(Shape().ellipse(x, y + size * 0.02, size * 0.5, size * 0.06), "#2f2a38", 0.6, 8)
        body = Shape().box(x - size * 0.33, y - size * 0.96, size * 0.66, size * 0.8, size * 0.02)
        scene.fill(body, ramp(lighter(box_colour, 0.2), box_colour, darker(box_colour, 0.35)))
        scene.fill(
            Shape().join(
                *(
                    Shape().box(x - size * 0.3 + n * size * 0.1, y - size * 0.92, size * 0.012, size * 0.72)
                    for n in range(7)
                )
            ),
            darker(box_colour, 0.35),
            0.6,
        )
        scene.fill(Shape().box(x - size * 0.006, y - size * 0.96, size * 0.012, size * 0.8), darker(box_colour, 0.55))
        under = Shape().box(x - size * 0.33, y - size * 0.17, size * 0.66, size * 0.1)
        scene.fill(under, "#1f2030")
        wheels = (
            Shape()
            .box(x - size * 0.3, y - size * 0.14, size * 0.14, size * 0.16, size * 0.03)
            .box(x + size * 0.16, y - size * 0.14, size * 0.14, size * 0.16, size * 0.03)
        )
        scene.fill(wheels, "#14151f")
        lights = (
            Shape()
            .box(x - size * 0.31, y - size * 0.15, size * 0.07, size * 0.035, 3)
            .box(x + size * 0.24, y - size * 0.15, size * 0.07, size * 0.035, 3)
        )
        scene.fill(lights, "#ff5a3c")
        glow(scene, x - size * 0.28, y - size * 0.13, size * 0.14, "#ff5a3c", 0.8)
        glow(scene, x + size * 0.28, y - size * 0.13, size * 0.14, "#ff5a3c", 0.8)
        scene.edge(body, "#fff0cf", size * -0.008, size * 0.01, 0, 0.7)

    for x, y, size, colour in (
        (880, 850, 110, "#3f7fae"),
        (1100, 866, 124, "#c8603a"),
        (830, 920, 190, "#2f6f6a"),
        (1210, 990, 270, "#e0a23a"),
        (640, 1130, 430, "#0b4f9e"),
    ):
        lorry(x, y, size, colour)
    pole(scene, 1640, 250, 1000, 12)
    waving(scene, 1646, 262, 220, wave=0.06, phase=0.9, depth=0.5, side=1)
    day = Light("#fff4d4", -140, 0.9, "#3a2f3f", 0.42)
    paint_figure(
        scene,
        1480,
        1160,
        360,
        poses.STANDING,
        Outfit(top="#4f7a4a", trousers="#3f5f40", hat="cap", hat_colour="#4f7a4a"),
        day,
    )
    paint_figure(scene, 1690, 1180, 370, poses.WALKING, Outfit(top="#0b4f9e", garment="vest"), day, mirror=True)
    paint_figure(
        scene,
        1800,
        1190,
        350,
        poses.STROLLING,
        Outfit(top="#c8506a", is_woman=True, style="bun", hat="non_la", hat_colour="#f0dba0"),
        day,
        mirror=True,
    )
    shine_shape(scene, Shape().polygon("-40,300 500,500 1960,1320 -40,1320"), "#ffdfa8", 0.12, 60)
    vignette(scene, "#4a2f2a", 0.35)
