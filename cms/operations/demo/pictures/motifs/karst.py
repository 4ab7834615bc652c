"""Limestone karsts of Hạ Long Bay: steep towers with rounded crowns, clefts and a notch at the waterline."""

from math import sin
from random import Random

from ..canvas.colour import Colour, mix, ramp
from ..canvas.scene import Scene
from ..canvas.shape import Shape


def tower(draw: Random, x: float, base: float, width: float, height: float, peaks: int = 3) -> Shape:
    """Return one island centred on `x`, standing on `base`."""
    domes = []
    for n in range(peaks):
        spot = 0 if n == 0 else draw.uniform(-0.34, 0.34)
        tall = 1 if n == 0 else draw.uniform(0.4, 0.86)
        domes.append((spot, draw.uniform(0.26, 0.4) if n else draw.uniform(0.2, 0.34), tall, draw.uniform(2.2, 4.2)))
    domes.append((0, 0.5, draw.uniform(0.16, 0.34), 6))
    phase = [draw.uniform(0, 6.3) for _ in range(4)]
    steps = max(26, min(90, int(width / 7)))
    points = []
    for n in range(steps + 1):
        u = n / steps - 0.5
        level = max(t * max(0, 1 - abs((u - c) / w) ** p) for c, w, t, p in domes)
        rough = sin(u * 23 + phase[0]) * 0.022 + sin(u * 51 + phase[1]) * 0.014 + draw.uniform(-0.012, 0.012)
        level = max(0, level + rough * min(1, level * 3))
        points.append((x + u * width, base - level * height))
    notch = width * 0.014
    points[0], points[-1] = (x - width / 2 + notch, base), (x + width / 2 - notch, base)
    points.insert(1, (x - width / 2, base - height * 0.045))
    points.insert(-1, (x + width / 2, base - height * 0.045))
    points += [(x + width / 2 - notch, base + 4), (x - width / 2 + notch, base + 4)]
    return Shape().polygon(points)


def clefts(draw: Random, rock: Shape, count: int, reach: float = 0.8) -> Shape:
    """Return steep cracks for the face of `rock`; fill them within it."""
    left, top, right, bottom = rock.bounds
    width, height = right - left, bottom - top
    lines = Shape()
    for _ in range(count):
        x = draw.uniform(left, right)
        y = draw.uniform(top, bottom - height * 0.25)
        length = height * draw.uniform(0.12, reach) * 0.6
        bend = width * 0.025
        path = [(x, y)]
        for step in range(1, 5):
            path.append((path[-1][0] + draw.uniform(-bend, bend), y + length * step / 4))
        size = max(2.4, width * 0.012) * draw.uniform(0.4, 1.2)
        lines.curve(path, size, size * 0.2, steps=3)
    return lines


def scrub(draw: Random, rock: Shape, count: int, size: float) -> Shape:
    """Return tufts of trees that cling to the upper outline of `rock` and a little way down from it."""
    outline = rock.outlines[0][0]
    base = rock.bounds[3]
    high = base - rock.bounds[1]
    tufts = Shape()
    for _ in range(count):
        x, y = draw.choice(outline)
        if base - y < high * draw.uniform(0.2, 0.5):
            continue
        for _ in range(3):
            radius = size * draw.uniform(0.25, 0.6)
            cx, cy = x + draw.gauss(0, 0.8) * size, y + draw.uniform(-0.1, 1.3) * size
            tufts.ellipse(cx, cy, radius * 1.3, radius * 0.8)
    return tufts


def ridge(draw: Random, base: float, towers: list[tuple[float, float, float]]) -> Shape:
    """Return several towers (x, width, height) as one silhouette."""
    return Shape().join(*(tower(draw, x, base, w, h, draw.choice((2, 3, 4))) for x, w, h in towers))


def paint_far(scene: Scene, rock: Shape, colour: Colour, haze: Colour, share: float = 0.75) -> None:
    """Paint a distant ridge that dissolves into `haze` towards the water."""
    scene.fill(rock, ramp(colour, mix(colour, haze, share * 0.35), mix(colour, haze, share)))


def paint_near(
    scene: Scene,
    rock: Shape,
    top: Colour,
    foot: Colour,
    light: Colour,
    shade: Colour,
    side: int = 1,
    green: Colour | None = None,
    detail: int = 26,
) -> None:
    """Paint a near island with volume: `side` 1 is lit from the right, -1 from the left."""
    draw = scene.random
    left, high, right, low = rock.bounds
    size = min(right - left, (low - high) * 1.6)
    scene.fill(rock, ramp(top, mix(top, foot, 0.4), foot))
    if green is not None:
        tufts = Shape()
        for outline, _ in rock.outlines:
            part = Shape().polygon(outline)
            tufts.join(scrub(draw, part, detail * 2, size * 0.026))
        scene.fill(tufts, green, 0.75)
    scene.edge(rock, shade, -side * -size * 0.16, size * 0.02, size * 0.06, 0.5, grit=0.45)
    for outline, _ in rock.outlines:
        part = Shape().polygon(outline)
        scene.fill(clefts(draw, part, detail), shade, 0.42, within=rock)
        scene.fill(clefts(draw, part, detail // 2, 0.5).placed(side * 3, 0), light, 0.2, within=rock)
    scene.edge(rock, light, -side * size * 0.045, size * 0.014, size * 0.016, 0.5, grit=0.7)
    scene.edge(rock, light, -side * size * 0.012, size * 0.006, 1.2, 0.75)
