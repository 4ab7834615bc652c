"""A young worker gives blood on a reclining chair, a nurse beside him; a great red drop behind them."""

from ..canvas.colour import ramp
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def paint(scene: Scene) -> None:
    scene.background("#fbeae2", "#f7d5cb", "#eebbb2")
    drop = Shape().blob("960,30 1060,230 1240,470 1320,690 1240,930 960,1040 680,930 600,690 680,470 860,230")
    scene.fill(drop.placed(16, 20), "#c87a70", 0.35, 26)
    scene.fill(drop, ramp("#f0606a", "#d8293a", "#a8102a", angle=60))
    scene.edge(drop, "#ffb0a6", -30, 26, 26, 0.6)
    scene.edge(drop, "#6b0a1e", 40, -30, 46, 0.4)
    pulse = Shape().line(
        "-20,560 420,560 480,480 540,660 600,520 640,560 1300,560 1370,440 1450,690 1510,520 1550,560 1940,560", 9
    )
    scene.fill(pulse, "#fff0ea", 0.75)
    floor = Shape().box(-20, 1120, 1960, 200)
    scene.fill(floor, ramp("#e0a49c", "#b86f70"))
    scene.fill(Shape().ellipse(860, 1140, 620, 36), "#7a2f38", 0.45, 16)
    stand = (
        Shape()
        .line("1090,1140 1090,300", 15)
        .line("1020,1140 1160,1140", 16)
        .line("1034,304 1146,304", 11)
        .line("1040,304 1040,330", 8)
        .line("1140,304 1140,330", 8)
    )
    couch = Shape().line("330,720 640,940", 84).line("640,940 960,940", 84).line("960,950 1180,1050", 66)
    legs = Shape().line("520,960 470,1140", 20).line("940,980 1000,1140", 20).line("430,1140 1040,1140", 18)
    scene.fill(legs, "#5a6a8a")
    scene.fill(couch, ramp("#2f7ac0", "#0b4f9e", "#083a78"))
    scene.edge(couch, "#cfe4fb", 0, 9, 2, 0.8)
    scene.fill(Shape().limb((318, 660), (396, 720), 96, 88), ramp("#fdfaf4", "#e0d4cc"))
    light = Light("#fff6f0", -90, 0.9, "#5a1a2c", 0.38)
    lying = Pose(
        view="side",
        hip=(0, -0.2),
        lean=-54,
        nod=22,
        feet=((0.5, -0.1, -36), (0.53, -0.08, -36)),
        hands=((0.02, -0.32), (0.2, -0.245)),
        elbows=(1, 1),
    )
    j = paint_figure(
        scene,
        690,
        1110,
        1060,
        lying,
        Outfit(top="#f4efe4", trousers="#24365a", is_short_sleeved=True, shoes="#2a2430"),
        light,
    )
    armrest = Shape().limb((640, 858), (960, 858), 40, 40)
    scene.fill(armrest, ramp("#4f94d4", "#1f62ac"))
    scene.fill(stand, ramp("#f4f6f8", "#a8b4c4", angle=0))
    sx, sy = j.shoulders[1]
    arm = Shape().limb((sx + 10, sy + 20), (690, 800), 62, 52).limb((690, 800), (900, 838), 52, 40)
    scene.fill(arm, "#d9a07a")
    scene.edge(arm, "#ffe6d4", 0, 8, 2, 0.7)
    scene.fill(Shape().limb((sx + 10, sy + 20), (sx + 62, sy + 92), 78, 74), "#f4efe4")
    scene.fill(Shape().ellipse(936, 836, 36, 32).limb((910, 820), (946, 806), 18, 15), "#d9a07a")
    scene.fill(Shape().ellipse(952, 826, 27), ramp("#ffd75e", "#e0a020"))
    scene.fill(Shape().limb((742, 812), (776, 818), 58, 56), "#fdfaf4")
    tube = Shape().curve("760,812 850,740 960,720 1060,640 1090,520", 8)
    scene.fill(tube, "#8d0c24")
    bag = Shape().box(1020, 330, 140, 196, 26)
    scene.fill(bag, ramp("#fdf4f0", "#f2d4cc"), 0.95)
    scene.fill(Shape().box(1030, 400, 120, 118, 20), ramp("#d81f34", "#8d0c24"))
    scene.fill(Shape().box(1052, 424, 76, 56, 4), "#fdf6f0")
    scene.edge(bag, "#ffffff", 5, 5, 0, 0.9)
    nurse = Pose(
        view="side",
        hip=(0, -0.505),
        lean=6,
        nod=8,
        feet=((-0.04, 0, 0), (0.04, 0, 0)),
        hands=((0.24, -0.56), (0.28, -0.53)),
        elbows=(1, 1),
    )
    scene.fill(Shape().ellipse(1400, 1190, 170, 18), "#7a2f38", 0.5, 8)
    paint_figure(
        scene,
        1400,
        1190,
        940,
        nurse,
        Outfit(
            top="#fdfcfa",
            trousers="#f4f4f2",
            garment="jacket",
            hat="round_cap",
            hat_colour="#ffffff",
            is_woman=True,
            style="bun",
            shoes="#e8e4e0",
        ),
        light,
        mirror=True,
    )
    scene.fill(Shape().box(-60, -76, 120, 152, 8).placed(1160, 690, 1, -16), ramp("#c98a4c", "#8a5a34"))
    scene.fill(Shape().box(-50, -60, 100, 128, 4).placed(1160, 690, 1, -16), "#fdfaf2")
    scene.fill(
        Shape()
        .join(*(Shape().box(-36, -40 + n * 22, 72 - 18 * (n % 2), 6) for n in range(5)))
        .placed(1160, 690, 1, -16),
        "#b8a8a4",
    )
    for x, y, size in (
        (250, 300, 60),
        (390, 180, 40),
        (1640, 260, 52),
        (1500, 150, 34),
        (180, 480, 34),
        (1760, 430, 40),
    ):
        little = Shape().blob(
            [
                (x, y + size),
                (x - size, y - size * 0.1),
                (x - size * 0.95, y - size * 0.66),
                (x - size * 0.45, y - size * 0.9),
                (x, y - size * 0.46),
                (x + size * 0.45, y - size * 0.9),
                (x + size * 0.95, y - size * 0.66),
                (x + size, y - size * 0.1),
            ]
        )
        scene.fill(little, "#e8606a", 0.4)
    vignette(scene, "#7a2f38", 0.28)
