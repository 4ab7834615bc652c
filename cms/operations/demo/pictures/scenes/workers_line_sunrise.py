"""Workers walk along a ridge of the pit before an enormous rising sun."""

from itertools import pairwise

from ..canvas.colour import darker, mix, ramp
from ..canvas.light import glow, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import mist
from ..motifs import poses
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.sky import streaks


def paint(scene: Scene) -> None:
    scene.background("#c2452f", "#e8743a", "#f7ab4f", "#ffd88a", at=(0, 0.3, 0.55, 0.78))
    streaks(scene, (-100, 60, 2100, 360), "#ffcf8a", 10, 0.35, 5)
    glow(scene, 1060, 720, 1150, "#ffe29a", 0.6, 1.8)
    scene.fill(Shape().ellipse(1060, 720, 400), ramp("#fffbe0", "#ffe9a8", "#ffc35f"))
    for colour, points in (
        (
            "#e0813f",
            [
                (-100, 860),
                (200, 800),
                (420, 850),
                (700, 770),
                (900, 840),
                (1240, 790),
                (1560, 850),
                (1800, 780),
                (2040, 830),
            ],
        ),
        ("#b8553a", [(-100, 930), (260, 960), (620, 900), (1000, 950), (1380, 900), (1720, 960), (2040, 900)]),
    ):
        hills = Shape().blob([(-160, 1500), *points, (2100, 1500)])
        scene.fill(hills, ramp(mix(colour, "#ffd88a", 0.25), darker(colour, 0.2)))
        mist(scene, points[0][1] - 60, points[0][1] + 170, "#ffcf80", 0.45, seed=colour)
    tower = (
        Shape()
        .line("270,900 326,560", 9)
        .line("420,900 350,560", 9)
        .box(308, 536, 60, 26)
        .ellipse(338, 552, 40)
        .ellipse(338, 552, 31, cut=True)
        .line("300,560 150,900", 6)
    )
    tower.line("290,800 396,720", 5).line("306,700 376,630", 5).box(110, 830, 150, 100)
    scene.fill(tower, "#8a3a34")
    path = [(-40, 1120), (300, 1090), (700, 1066), (1100, 1060), (1500, 1078), (1960, 1050)]
    ridge = Shape().polygon([*path, (1960, 1320), (-40, 1320)])
    scene.fill(ridge, ramp("#4a1c2c", "#1f0d1d"))
    scene.edge(ridge, "#ffb45a", 0, 7, 3, 0.8)
    crew = (
        (180, 400, "#3a1526", poses.WALKING),
        (440, 420, "#33142a", poses.STROLLING),
        (690, 395, "#2d1226", poses.WALKING),
        (930, 425, "#2a1028", poses.STROLLING),
        (1180, 405, "#2a1028", poses.WALKING),
        (1420, 430, "#2d1226", poses.STROLLING),
        (1690, 410, "#33142a", poses.WALKING),
    )
    for n, (x, tall, ink, pose) in enumerate(crew):
        y = next(a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]) for a, b in pairwise(path) if a[0] <= x <= b[0]) + 6
        woman = n in (2, 5)
        wear = Outfit(
            top=ink,
            trousers=darker(ink, 0.3),
            skin="#5a2a2c",
            hat="helmet" if not woman else "non_la",
            hat_colour="#5f2a28" if n % 3 else "#c47a2e",
            is_woman=woman,
            style="tail" if woman else "short",
            garment="vest" if n % 2 else "jacket",
            over="#5a2428",
            strip="#f09a4a",
            hair="#1a0a18",
        )
        paint_figure(scene, x, y, tall, pose, wear, Light("#ffe0a0", -40 if x < 1060 else -140, 1, "#12060f", 0.4))
        if n in (0, 4):
            scene.fill(
                Shape()
                .line([(x - 90, y - tall * 0.72), (x + 130, y - tall * 0.86)], 7)
                .polygon(
                    [
                        (x + 124, y - tall * 0.9),
                        (x + 176, y - tall * 0.92),
                        (x + 186, y - tall * 0.84),
                        (x + 130, y - tall * 0.82),
                    ]
                ),
                "#1f0d1d",
            )
        if n in (1, 5):
            scene.fill(Shape().box(x - 66, y - tall * 0.5, 52, 44, 10), "#1f0d1d")
    draw = scene.random
    blades = Shape()
    for _ in range(200):
        x = draw.uniform(-20, 1940)
        blades.polygon([(x - 4, 1300), (x + draw.uniform(-14, 14), 1300 - draw.uniform(20, 110)), (x + 4, 1300)])
    scene.fill(blades, "#14070f")
    vignette(scene, "#3a0f14", 0.45)
