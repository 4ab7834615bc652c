"""From the last row: delegates' heads, a red stage with the star, the speaker in a cone of light."""

from ..canvas.colour import mix, ramp
from ..canvas.light import beam, glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.flag import STAR, banner, star
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#3d1320", "#6b1a28", "#8c2a2e", at=(0, 0.4, 0.7))
    ceiling = Shape()
    for n in range(9):
        ceiling.polygon(
            [
                (960 + (n - 4) * 130, 220),
                (960 + (n - 4) * 130 + 14, 220),
                (960 + (n - 4) * 420 + 60, -20),
                (960 + (n - 4) * 420, -20),
            ]
        )
    scene.fill(ceiling, "#2a0d18", 0.6)
    stage = Shape().box(330, 200, 1260, 560)
    scene.fill(stage, ramp("#d01a30", "#a8102a", "#7d0c22"))
    folds = Shape()
    for n in range(31):
        folds.polygon([(340 + n * 41, 200), (352 + n * 41, 200), (358 + n * 41, 760), (336 + n * 41, 760)])
    scene.fill(folds, "#5c0a1a", 0.45, 4, within=stage)
    scene.fill(Shape().polygon("300,200 1620,200 1620,150 300,150"), ramp("#8d1226", "#5c0a1a"))
    swags = Shape()
    for n in range(8):
        swags.blob([(320 + n * 160, 190), (400 + n * 160, 264), (480 + n * 160, 190), (400 + n * 160, 176)])
    scene.fill(swags, ramp("#e02c3c", "#8d1226"))
    scene.edge(swags, "#ffce6a", 0, -6, 0, 0.9)
    banner(scene, 720, 290, 480)
    glow(scene, 960, 440, 520, "#ff6a3a", 0.5)
    scene.fill(star(960, 450, 96), STAR)
    for side in (-1, 1):
        pillar = Shape().box(960 + side * 700 - 60, 120, 120, 700)
        scene.fill(pillar, ramp("#c98a4c", "#f3cf8c", "#8a5230", angle=0))
        wall = Shape().polygon(
            [(960 + side * 760, 90), (960 + side * 990, -20), (960 + side * 990, 1000), (960 + side * 760, 830)]
        )
        scene.fill(wall, ramp("#5c1c26", "#38101c"))
        for n in range(2):
            x = 960 + side * (810 + n * 90)
            glow(scene, x, 420, 170, "#ffc476", 0.8)
            scene.fill(Shape().box(x - 8, 392, 16, 54, 8), "#fff0cf")
    front = Shape().polygon("250,760 1670,760 1720,850 200,850")
    scene.fill(front, ramp("#b5713c", "#6b3a26"))
    scene.fill(Shape().box(200, 762, 1520, 6), "#ffdf9e", 0.8)
    table = Shape().box(1080, 668, 430, 96)
    for n in range(5):
        paint_figure(
            scene,
            1130 + n * 82,
            800,
            250,
            Pose(hip=(0, -0.3), has_legs=False, hands=((-0.08, -0.33), (0.08, -0.33))),
            Outfit(
                top=("#1d2a4a", "#f1ece0", "#20304f", "#2b2b3d", "#f1ece0")[n],
                is_woman=n in (1, 4),
                style="bun" if n in (1, 4) else "short",
            ),
            Light("#ffe6b8", -80, 0.7, "#3a0a18", 0.35),
        )
    scene.fill(table, ramp("#f4e6cc", "#c9a98a"))
    scene.fill(Shape().box(1080, 668, 430, 8), "#fff8e8")
    for n in range(14):
        x = 1092 + n * 31
        scene.fill(Shape().ellipse(x, 764, 13, 9), ("#e8476a", "#f6c34a", "#f4f0e4")[n % 3])
        scene.fill(Shape().ellipse(x + 12, 768, 12, 7), "#3c7a4c")
    paint_figure(
        scene,
        720,
        790,
        290,
        Pose(hands=((-0.07, -0.6), (0.16, -0.74)), elbows=(1, -1)),
        Outfit(top="#16213a", trousers="#131a2e"),
        Light("#fff0cf", -90, 0.95, "#1a0612", 0.4),
    )
    podium = Shape().polygon("640,664 800,664 784,800 656,800")
    scene.fill(podium, ramp("#c98a4c", "#7a4628"))
    scene.fill(Shape().box(630, 654, 180, 14, 4), "#f0c88a")
    scene.fill(star(720, 730, 26), STAR)
    scene.fill(Shape().curve("690,656 684,620 702,590", 4), "#1b1320")
    beam(scene, (330, -60), (730, 830), 40, 360, "#fff0cc", 0.4, 26)
    beam(scene, (1640, -60), (1260, 830), 40, 420, "#ffe2b0", 0.22, 30)
    for line in range(5):
        share = line / 4
        y, size, gap = 880 + share**1.5 * 330, 74 + share**1.4 * 165, 78 + share**1.4 * 128
        coats = [
            mix(c, "#1a0c18", 0.25 + 0.4 * share)
            for c in ("#24365f", "#f0e8da", "#7d2438", "#31415f", "#3f6a8a", "#e2c9b0")
        ]
        x = -40 + (line % 2) * gap / 2
        while x < 1980:
            coat = draw.choice(coats)
            is_woman = draw.random() < 0.45
            cx, cy = x + draw.uniform(-6, 6), y + draw.uniform(-8, 8)
            body = Shape().blob(
                [
                    (cx - size * 0.62, cy + size * 1.2),
                    (cx - size * 0.58, cy + size * 0.62),
                    (cx - size * 0.2, cy + size * 0.42),
                    (cx + size * 0.2, cy + size * 0.42),
                    (cx + size * 0.58, cy + size * 0.62),
                    (cx + size * 0.62, cy + size * 1.2),
                ]
            )
            crown = Shape().ellipse(cx, cy, size * 0.3, size * 0.37)
            if is_woman:
                crown.blob(
                    [
                        (cx - size * 0.32, cy - 2),
                        (cx + size * 0.32, cy - 2),
                        (cx + size * 0.3, cy + size * 0.55),
                        (cx - size * 0.3, cy + size * 0.55),
                    ]
                )
            scene.fill(Shape().limb((cx, cy), (cx, cy + size * 0.5), size * 0.22), "#7a4a3c")
            scene.fill(body, coat)
            scene.fill(crown, mix("#1a141e", "#0d0812", share))
            both = Shape().join(body, crown)
            scene.edge(both, "#ffb27a", 0, size * 0.035, 0, 0.75 - 0.3 * share)
            x += gap * draw.uniform(1.42, 1.6)
    vignette(scene, "#150409", 0.55)
