"""The flag of Việt Nam, 2 : 3, flat or waving; the points of its star lie a fifth of the length from the middle."""

from math import cos, pi, sin

from ..canvas.colour import RED, Colour, mix
from ..canvas.scene import Scene
from ..canvas.shape import Point, Shape

STAR = "#ffcd00"
INNER = 0.381966


def star(cx: float, cy: float, radius: float, angle: float = 0) -> Shape:
    """Return a regular five-pointed star, one point up."""
    points = []
    for n in range(10):
        a = -pi / 2 + n * pi / 5 + angle
        r = radius if n % 2 == 0 else radius * INNER
        points.append((cx + r * cos(a), cy + r * sin(a)))
    return Shape().polygon(points)


def banner(scene: Scene, x: float, y: float, length: float, red: Colour = RED, gold: Colour = STAR) -> None:
    """Draw the flag flat, its upper left corner at (x, y)."""
    scene.fill(Shape().box(x, y, length, length * 2 / 3), red)
    scene.fill(star(x + length / 2, y + length / 3, length / 5), gold)


def waving(
    scene: Scene,
    x: float,
    y: float,
    length: float,
    wave: float = 0.05,
    phase: float = 0,
    turns: float = 1.35,
    droop: float = 0.05,
    side: int = 1,
    red: Colour = RED,
    gold: Colour = STAR,
    depth: float = 0.5,
    light: Colour = "#ff8a6a",
) -> None:
    """Draw the flag in the wind, hoisted at (x, y); `side` -1 flies to the left. Folds darken by `depth`."""
    height = length * 2 / 3

    def place(u: float, v: float) -> Point:
        swing = (
            wave
            * length
            * (0.25 + 0.75 * u)
            * (sin(turns * 2 * pi * u + phase + v * 0.7) - sin(phase + v * 0.7) * (1 - u))
        )
        pull = 0.96 - 0.02 * sin(turns * 4 * pi * u)
        return x + side * u * length * pull, y + v * height + swing + droop * length * u * u

    steps = 40
    cloth = Shape().polygon(
        [place(n / steps, 0) for n in range(steps + 1)]
        + [place(1, n / 8) for n in range(1, 8)]
        + [place(n / steps, 1) for n in range(steps, -1, -1)]
    )
    scene.fill(cloth, red)
    points = star(0.5, 0.5, 1).outlines[0][0]
    emblem = []
    for n, (px, py) in enumerate(points):
        qx, qy = points[(n + 1) % 10]
        for share in (0, 0.25, 0.5, 0.75):
            sx, sy = px + (qx - px) * share - 0.5, py + (qy - py) * share - 0.5
            emblem.append(place(0.5 + sx * 0.2, 0.5 + sy * 0.3))
    scene.fill(Shape().polygon(emblem), gold)
    dark, bright = mix(red, "#3a0512", 0.8), light
    for strength, threshold in ((0.30, 0.05), (0.30, 0.45), (0.25, 0.75)):
        shade, shine = Shape(), Shape()
        for n in range(steps):
            u = (n + 0.5) / steps
            slope = cos(turns * 2 * pi * u + phase + 0.35)
            target = shade if slope > threshold else shine if slope < -threshold - 0.1 else None
            if target is not None:
                a, b = n / steps - 0.004, (n + 1) / steps + 0.004
                target.polygon([place(a, 0), place(b, 0), place(b, 0.5), place(b, 1), place(a, 1), place(a, 0.5)])
        soft = length * 0.03
        scene.fill(shade, dark, strength * depth * 1.4, soft, within=cloth)
        scene.fill(shine, bright, strength * depth * 0.7, soft, within=cloth)


def pole(scene: Scene, x: float, top: float, bottom: float, width: float = 6, colour: Colour = "#d9d4c4") -> None:
    """Draw a flag pole with its finial."""
    staff = Shape().line([(x, top), (x, bottom)], width * 0.8, width).ellipse(x, top - width * 0.6, width * 0.9)
    scene.fill(staff, colour)
    scene.edge(staff, mix(colour, "#20242e", 0.6), -width * 0.4, 0, 0, 0.6)
