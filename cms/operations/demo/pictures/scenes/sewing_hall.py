"""A seamstress guides blue cloth in the foreground; rows of machines and lamps dissolve in warm light."""

from ..canvas.colour import Colour, darker, lighter, mix, ramp
from ..canvas.light import shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def spool(scene: Scene, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw a cone of thread standing on (x, y)."""
    body = Shape().polygon(
        [(x - size * 0.3, y), (x - size * 0.16, y - size), (x + size * 0.16, y - size), (x + size * 0.3, y)]
    )
    scene.fill(body, ramp(lighter(colour, 0.35), colour, darker(colour, 0.3), angle=0))
    turns = Shape().join(
        *(
            Shape().line([(x - size * 0.28, y - size * n / 8), (x + size * 0.28, y - size * n / 8 - size * 0.03)], 1.6)
            for n in range(1, 8)
        )
    )
    scene.fill(turns, darker(colour, 0.3), 0.6, within=body)
    scene.fill(Shape().box(x - size * 0.06, y - size * 1.12, size * 0.12, size * 0.14, 2), "#f7efe0")


def paint(scene: Scene) -> None:
    scene.background("#f6d7a6", "#efc08a", "#c9865f")
    for n in range(6):
        x = 140 + n * 330
        pane = Shape().polygon([(x, 60), (x + 210, 60), (x + 210, 420), (x, 420)])
        scene.fill(pane, ramp("#fffdf0", "#ffe9b8"))
        scene.fill(Shape().box(x + 100, 60, 10, 360).box(x, 230, 210, 9), "#d9a06a")
        shine_shape(scene, pane, "#fff3cf", 0.5, 26)
    beams = Shape().join(
        *(
            Shape().polygon([(140 + n * 330, 60), (350 + n * 330, 60), (200 + n * 330, 1300), (-260 + n * 330, 1300)])
            for n in range(6)
        )
    )
    for row in range(3):
        y, tall, gap = 660 + row * 88, 300 + row * 80, 300 + row * 70
        haze = 0.62 - row * 0.2
        for n in range(8):
            x = -60 + (row % 2) * gap * 0.5 + n * gap
            wear = Outfit(
                top=mix(("#c9503a", "#2f6fa8", "#e9b64a", "#4c8a7a", "#f4ede0")[(n + row) % 5], "#f3c690", haze),
                is_woman=True,
                style=("bun", "tail", "bun")[n % 3],
                skin=mix("#d9a07a", "#f3c690", haze),
                hair=mix("#2a1a1e", "#c98a5f", haze),
            )
            paint_figure(
                scene,
                x,
                y + 70,
                tall,
                Pose(
                    view="side",
                    hip=(0, -0.27),
                    lean=16,
                    nod=16,
                    feet=((0.2, 0, 0), (0.22, 0, 0)),
                    hands=((0.24, -0.38), (0.26, -0.37)),
                    elbows=(1, 1),
                ),
                wear,
                Light("#fff3cf", -110, 0.7, "#8a4a34", 0.3),
            )
            desk = (
                Shape()
                .box(x + tall * 0.12, y + 70 - tall * 0.36, tall * 0.5, tall * 0.04)
                .box(x + tall * 0.5, y + 70 - tall * 0.34, tall * 0.03, tall * 0.34)
            )
            scene.fill(desk, mix("#7a4a34", "#f3c690", haze))
            machine = (
                Shape()
                .box(x + tall * 0.26, y + 70 - tall * 0.39, tall * 0.24, tall * 0.03)
                .box(x + tall * 0.43, y + 70 - tall * 0.52, tall * 0.06, tall * 0.14, 4)
                .box(x + tall * 0.27, y + 70 - tall * 0.53, tall * 0.22, tall * 0.055, 6)
                .box(x + tall * 0.27, y + 70 - tall * 0.5, tall * 0.035, tall * 0.09)
            )
            scene.fill(machine, mix("#f4ede0", "#e9b98a", haze * 0.7))
            cloth = Shape().polygon(
                [
                    (x + tall * 0.18, y + 70 - tall * 0.38),
                    (x + tall * 0.36, y + 70 - tall * 0.38),
                    (x + tall * 0.36, y + 70 - tall * 0.35),
                    (x + tall * 0.26, y + 70 - tall * 0.24),
                    (x + tall * 0.17, y + 70 - tall * 0.2),
                ]
            )
            scene.fill(cloth, mix(("#0b4f9e", "#c8102e", "#2f8a7a")[(n + row) % 3], "#f3c690", haze))
        mist(scene, y - 120, y + 120, "#f9d9a4", 0.3, seed=str(row))
    shine_shape(scene, beams, "#fff0c4", 0.12, 30)
    table = Shape().polygon("-20,1070 1940,1040 1940,1320 -20,1320")
    pose = Pose(
        view="side",
        hip=(-0.04, -0.4),
        lean=15,
        nod=14,
        feet=((0.2, 0, 0), (0.22, 0, 0)),
        hands=((0.3, -0.5), (0.33, -0.49)),
        elbows=(1, 1),
    )
    paint_figure(
        scene,
        560,
        1720,
        1300,
        pose,
        Outfit(top="#c8102e", trousers="#2a2038", is_woman=True, style="bun", skin="#dba67f", hat=""),
        Light("#fff3cf", -120, 0.9, "#4a1220", 0.45),
    )
    scene.fill(table, ramp("#a8663f", "#5a3028"))
    scene.edge(table, "#ffe0a8", 0, 6, 0, 0.8)
    cloth = Shape().blob(
        "700,1082 800,1050 960,1056 1130,1048 1290,1052 1370,1074 1350,1150 1390,1350 650,1350 690,1200"
    )
    scene.fill(cloth, ramp("#2a76c4", "#0b4f9e", "#08305f"))
    scene.edge(cloth, "#bfe0ff", 4, 6, 2, 0.6)
    folds = (
        Shape()
        .curve("790,1090 770,1190 790,1340", 4, 22)
        .curve("930,1096 950,1200 930,1340", 4, 26)
        .curve("1110,1096 1100,1200 1120,1340", 4, 24)
        .curve("1270,1090 1280,1190 1270,1340", 4, 20)
    )
    scene.fill(folds, "#06284f", 0.5, 7, within=cloth)
    base = Shape().box(1020, 1010, 620, 54, 12)
    body = (
        Shape()
        .blob(
            "1070,800 1200,780 1480,780 1600,800 1624,900 1616,1016 1480,1016 1486,930 1440,886 1240,880 "
            "1180,890 1172,950 1080,950",
        )
        .box(1104, 930, 40, 60, 5)
    )
    scene.fill(Shape().join(base, body).placed(16, 20), "#3a1a1a", 0.35, 14)
    scene.fill(base, ramp("#f4efe4", "#b9a898"))
    scene.fill(body, ramp("#fffaf0", "#e9dfcf", "#a8988c"))
    scene.edge(body, "#ffffff", 6, 7, 2, 0.9)
    scene.edge(body, "#7a5a4c", -8, -10, 12, 0.5)
    scene.fill(Shape().ellipse(1630, 850, 28, 60), ramp("#d9cdbb", "#6f5a50"))
    scene.fill(Shape().ellipse(1540, 850, 26), "#0b4f9e")
    scene.fill(Shape().box(1240, 806, 190, 26, 13), "#0b4f9e")
    scene.fill(Shape().line("1124,980 1124,1052", 5).box(1096, 1040, 56, 10, 3), "#4a4450")
    scene.fill(Shape().line("1130,690 1140,790 1122,930 1124,1030", 2), "#c8102e")
    spool(scene, 1130, 784, 90, "#c8102e")
    for x, c in ((1700, "#e0a800"), (1770, "#2f8a7a"), (1838, "#0b4f9e")):
        spool(scene, x, 1090, 130, c)
    vignette(scene, "#4a1d18", 0.4)
