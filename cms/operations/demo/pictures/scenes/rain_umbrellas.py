"""From a high window: the shift goes home under umbrellas; one red among the blues."""

from math import cos, radians, sin

from ..canvas.colour import darker, lighter
from ..canvas.light import vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from ..canvas.weather import rain


def paint(scene: Scene) -> None:
    draw = scene.random
    scene.background("#6f8494", "#54697c", "#3f5468", angle=60)
    paving = Shape()
    for n in range(-10, 26):
        paving.line([(n * 110, -20), (n * 110 + 360, 1300)], 2.4).line([(-20, n * 110), (1940, n * 110 - 380)], 2.4)
    scene.fill(paving, "#34485a", 0.5)
    crossing = Shape()
    for n in range(8):
        crossing.polygon(
            [(80 + n * 260, 1300), (190 + n * 260, 1300), (-120 + n * 260 + 560, -20), (-230 + n * 260 + 560, -20)]
        )
    scene.fill(crossing, "#dfe6e6", 0.26)
    scene.cloud((-100, -100, 2120, 1480), "#c9d8de", 0.45, (4, 3), 110)
    spots = [
        (960, 620, 210, 0),
        (380, 330, 176, 1),
        (760, 170, 150, 2),
        (1340, 260, 190, 3),
        (1710, 560, 180, 1),
        (1420, 760, 170, 4),
        (620, 920, 200, 5),
        (180, 760, 190, 3),
        (1130, 1080, 184, 1),
        (1640, 1080, 196, 2),
        (300, 1160, 160, 4),
        (1080, 60, 120, 5),
        (1780, 160, 150, 3),
        (90, 130, 140, 2),
        (1500, 480, 96, 6),
    ]
    colours = ("#c8102e", "#0b4f9e", "#24406a", "#3f7ab4", "#e0a800", "#16213a", "#f2efe6")
    for x, y, radius, kind in sorted(spots, key=lambda s: s[2]):
        colour = colours[kind]
        turn = draw.uniform(0, 45)
        scene.fill(
            Shape().ellipse(x + radius * 0.5, y + radius * 0.62, radius * 0.96, radius * 0.9, 30),
            "#1a2836",
            0.45,
            radius * 0.14,
        )
        walker = radians(draw.uniform(0, 360))
        feet = Shape().limb(
            (x + cos(walker) * radius * 0.7, y + sin(walker) * radius * 0.7),
            (x + cos(walker) * radius * 1.1, y + sin(walker) * radius * 1.1),
            radius * 0.16,
            radius * 0.14,
        )
        scene.fill(feet, "#1f2a3a")
        canopy = Shape()
        points = []
        for n in range(8):
            a, b = radians(turn + n * 45), radians(turn + n * 45 + 45)
            points.append((x + cos(a) * radius, y + sin(a) * radius))
            m = (a + b) / 2
            points.append((x + cos(m) * radius * 0.88, y + sin(m) * radius * 0.88))
        canopy.polygon(points)
        scene.fill(canopy, colour)
        gores = {0.25: Shape(), 0.6: Shape(), -0.25: Shape(), -0.6: Shape()}
        for n in range(8):
            a, b = radians(turn + n * 45), radians(turn + n * 45 + 45)
            m = (a + b) / 2
            facing = cos(m + 2.2)
            level = (0.6 if abs(facing) > 0.6 else 0.25) * (1 if facing > 0 else -1)
            dent = (x + cos(m) * radius * 0.88, y + sin(m) * radius * 0.88)
            corners = [(x + cos(c) * radius, y + sin(c) * radius) for c in (a, b)]
            gores[level].polygon([(x, y), corners[0], dent, corners[1]])
        for level, gore in gores.items():
            scene.fill(gore, lighter(colour, 0.36) if level > 0 else darker(colour, 0.5), abs(level))
        ribs = Shape().join(
            *(
                Shape().line(
                    [(x, y), (x + cos(radians(turn + n * 45)) * radius, y + sin(radians(turn + n * 45)) * radius)],
                    radius * 0.016,
                )
                for n in range(8)
            )
        )
        scene.fill(ribs, darker(colour, 0.5), 0.6)
        scene.edge(canopy, "#eef6fa", radius * 0.02, radius * 0.03, 1, 0.6)
        if kind == 6:
            scene.fill(Shape().ellipse(x, y, radius * 0.5, radius * 0.5), "#c8102e", 0.9)
        scene.fill(Shape().ellipse(x, y, radius * 0.06), lighter(colour, 0.4))
        drops = Shape()
        for _ in range(int(radius / 9)):
            a, r = draw.uniform(0, 6.3), radius * draw.random() ** 0.5 * 0.9
            drops.ellipse(x + cos(a) * r, y + sin(a) * r, draw.uniform(2, 4.5))
        scene.fill(drops, "#ffffff", 0.55)
    rings = Shape()
    for _ in range(130):
        x, y, r = draw.uniform(0, 1920), draw.uniform(0, 1280), draw.uniform(6, 24)
        rings.ellipse(x, y, r)
        rings.ellipse(x, y, r - 2.2, cut=True)
    scene.fill(rings, "#eef5f8", 0.3)
    rain(scene, "#f4f9fb", 300, 112, 60, 0.32)
    vignette(scene, "#14202e", 0.5)
