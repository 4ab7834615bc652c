"""The emblem as Pillow draws it: the shapes of templates/assets/img/emblem.svg, on a field of 200 x 200."""

import math

from PIL import Image, ImageDraw

BLUE, GOLD, RED, DEEP_RED, LIGHT = "#0b4f9e", "#e0a800", "#c8102e", "#a30b25", "#ffd34d"
TEETH = 16
# Drawn larger and made smaller, for smooth edges.
FINER = 4


def emblem(size: int) -> Image.Image:
    """Return the emblem as an RGBA picture of `size` x `size` pixels."""
    scale = size * FINER / 200
    picture = Image.new("RGBA", (size * FINER, size * FINER))
    pen = _Pen(ImageDraw.Draw(picture), scale)
    pen.polygon(_gear(), BLUE)
    pen.disc(100, 100, 72, GOLD)
    pen.disc(100, 100, 67, RED)
    pen.polygon(
        [(94, 40), (106, 40), (106, 52), (131, 118), (122, 126), (100, 66), (78, 126), (69, 118), (94, 52)], LIGHT
    )
    pen.disc(100, 59.5, 11, LIGHT)
    pen.disc(100, 59.5, 4.5, RED)
    pen.arc(60, 58, 140, 104, 45, 135, LIGHT, 5)
    for side in (-1, 1):
        page = [(100, 133), (100 + side * 24, 124.5), (100 + side * 48, 123.5)]
        page += [(100 + side * 48, 152), (100 + side * 24, 153), (100, 161.5)]
        pen.polygon(page, "white")
        for drop in (0, 9):
            pen.line(
                [(100 + side * 40, 132.5 + drop), (100 + side * 24, 133.5 + drop), (100 + side * 8, 138.5 + drop)], BLUE
            )
    pen.line([(100, 134), (100, 159.5)], BLUE)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


class _Pen:
    """Draws in the emblem's own units."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float):
        self.draw, self.scale = draw, scale

    def polygon(self, points, color: str) -> None:
        self.draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=color)

    def disc(self, x: float, y: float, radius: float, color: str) -> None:
        box = [side * self.scale for side in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(box, fill=color)

    def arc(self, left, top, right, bottom, start, end, color: str, width: float) -> None:
        box = [side * self.scale for side in (left, top, right, bottom)]
        self.draw.arc(box, start, end, fill=color, width=round(width * self.scale))

    def line(self, points, color: str) -> None:
        points = [(x * self.scale, y * self.scale) for x, y in points]
        self.draw.line(points, fill=color, width=round(3.5 * self.scale), joint="curve")


def _gear() -> list[tuple[float, float]]:
    """Return the outline of a wheel with TEETH teeth between the radii 85 and 98."""
    points = []
    for tooth in range(TEETH):
        middle = 2 * math.pi * tooth / TEETH - math.pi / 2
        for offset, radius in ((-0.125, 85), (-0.09, 98), (0.09, 98), (0.125, 85)):
            angle = middle + offset
            points.append((100 + radius * math.cos(angle), 100 + radius * math.sin(angle)))
    return points
