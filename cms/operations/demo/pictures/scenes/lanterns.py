"""Silk lanterns in three depths over a lane at night; a child and her mother look up."""

from ..canvas.colour import Colour, darker, lighter, ramp
from ..canvas.light import glow, shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..motifs.figure import Light, Outfit, paint_figure
from ..motifs.skeleton import Pose


def lantern(
    scene: Scene, x: float, y: float, size: float, colour: Colour, blur: float = 0, shape: str = "round"
) -> None:
    """Draw a burning silk lantern hanging from above, its middle at (x, y)."""
    half = {"round": 0.5, "tall": 0.36, "wide": 0.62}[shape]
    tall = {"round": 0.44, "tall": 0.56, "wide": 0.34}[shape]
    glow(scene, x, y, size * 1.5, lighter(colour, 0.15), 0.5 if blur else 0.6, 2.2)
    scene.fill(Shape().line([(x, -40), (x, y - size * tall)], max(1.5, size * 0.012)), "#1a1024", 0.8, blur)
    body = Shape().ellipse(x, y, size * half, size * tall)
    scene.fill(
        body,
        ramp(
            darker(colour, 0.1), lighter(colour, 0.3), lighter(colour, 0.5), lighter(colour, 0.22), darker(colour, 0.22)
        ),
        1,
        blur,
    )
    if not blur:
        ribs = Shape()
        for n in (-0.8, -0.5, -0.18, 0.18, 0.5, 0.8):
            ribs.curve(
                [
                    (x, y - size * tall),
                    (x + size * half * n, y - size * tall * 0.7),
                    (x + size * half * n * 1.18, y),
                    (x + size * half * n, y + size * tall * 0.7),
                    (x, y + size * tall),
                ],
                size * 0.01,
            )
        scene.fill(ribs, darker(colour, 0.5), 0.6, within=body)
        scene.edge(body, darker(colour, 0.55), size * 0.08, 0, size * 0.08, 0.6)
        scene.edge(body, darker(colour, 0.55), -size * 0.08, 0, size * 0.08, 0.6)
    caps = (
        Shape()
        .box(x - size * 0.16, y - size * (tall + 0.05), size * 0.32, size * 0.08, 3)
        .box(x - size * 0.14, y + size * (tall - 0.03), size * 0.28, size * 0.07, 3)
    )
    scene.fill(caps, "#c98a2c", 1, blur)
    tassel = (
        Shape()
        .line([(x, y + size * tall), (x, y + size * (tall + 0.14))], size * 0.02)
        .polygon(
            [
                (x - size * 0.04, y + size * (tall + 0.14)),
                (x + size * 0.04, y + size * (tall + 0.14)),
                (x + size * 0.07, y + size * (tall + 0.46)),
                (x - size * 0.07, y + size * (tall + 0.46)),
            ]
        )
    )
    scene.fill(tassel, "#f2b53a", 0.95, blur)
    glow(scene, x, y + size * 0.04, size * 0.4, "#fff3c4", 0.8, 1.6, 0.9)


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#0c1230", "#231a48", "#4a2450", "#7a3448", at=(0, 0.4, 0.75, 1))
    for _ in range(22):
        x, y = draw.uniform(0, 1920), draw.uniform(240, 800)
        glow(scene, x, y, draw.uniform(50, 120), draw.choice(("#ff8a4a", "#ffb45a", "#ff6a5a", "#5fb4d9")), 0.6, 1.6)
    for x, y, size, colour, shape in (
        (230, 480, 120, "#d9603a", "round"),
        (560, 400, 100, "#e0a030", "tall"),
        (840, 520, 110, "#c8324a", "round"),
        (1130, 430, 100, "#3f9ab0", "round"),
        (1420, 520, 120, "#e0a030", "wide"),
        (1720, 440, 110, "#c8324a", "tall"),
    ):
        lantern(scene, x, y, size, colour, 5, shape)
    houses = Shape()
    for x, wide, tall in ((-40, 330, 560), (290, 240, 440), (1400, 260, 460), (1640, 340, 590)):
        houses.box(x, 1200 - tall, wide, tall).polygon(
            [
                (x - 30, 1204 - tall),
                (x + wide * 0.2, 1120 - tall),
                (x + wide * 0.8, 1120 - tall),
                (x + wide + 30, 1204 - tall),
            ]
        )
    scene.fill(houses, ramp("#231638", "#160d28"))
    panes = Shape()
    for x, y in ((60, 800), (180, 800), (360, 900), (1480, 880), (1720, 780), (1840, 780), (60, 980), (1760, 980)):
        panes.box(x, y, 56, 90, 3)
    scene.fill(panes, ramp("#ffcf7a", "#f08a3a"))
    shine_shape(scene, panes, "#ff9a4a", 0.5, 24)
    ground = Shape().polygon("-20,1180 620,1020 1300,1020 1940,1180 1940,1320 -20,1320")
    scene.fill(ground, ramp("#8a4450", "#34183c"))
    glow(scene, 960, 1130, 760, "#ff9a5a", 0.55, 1.8, 0.22)
    for x, y, size, colour, shape in (
        (120, 300, 250, "#2f8fa8", "round"),
        (520, 220, 230, "#d81f3a", "wide"),
        (900, 330, 220, "#e9a51e", "round"),
        (1270, 230, 240, "#d81f3a", "tall"),
        (1640, 320, 270, "#e26a2a", "round"),
    ):
        lantern(scene, x, y, size, colour, 0, shape)
    light = Light("#ffc98a", -90, 1, "#0c0820", 0.5)
    paint_figure(
        scene,
        880,
        1210,
        430,
        Pose(view="back", nod=-6, hands=((-0.13, -0.5), (0.13, -0.44))),
        Outfit(top="#c8324a", trousers="#f0e0d0", garment="ao_dai", is_woman=True, style="long"),
        light,
    )
    paint_figure(
        scene,
        1022,
        1222,
        260,
        Pose(view="back", nod=4, hands=((-0.16, -0.62), (0.18, -1.0)), elbows=(1, -1)),
        Outfit(top="#e9b21c", trousers="#7a2436", is_woman=True, style="tail", build=1.1),
        light,
    )
    scene.fill(Shape().line("1076,962 1130,900", 5), "#2a1a28")
    lantern(scene, 1132, 950, 84, "#e2402f", 0, "round")
    for x, y, size, colour in ((300, 60, 520, "#d81f3a"), (1580, 20, 480, "#e9a51e")):
        lantern(scene, x, y, size, colour, 0, "round")
    vignette(scene, "#060414", 0.5)
