"""Colours: the site's palette, mixing, and ramps that a fill can use instead of one colour."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from PIL import Image, ImageColor

RGB = tuple[int, int, int]
Colour = str | RGB

PAPER = "#fbfaf7"
INK = "#16213a"
RED = "#c8102e"


@lru_cache(maxsize=1024)
def _parse(text: str) -> RGB:
    return ImageColor.getrgb(text)[:3]


def rgb(colour: Colour) -> RGB:
    """Return `colour` as a tuple; accepts "#rrggbb" and tuples."""
    return _parse(colour) if isinstance(colour, str) else colour


def mix(first: Colour, second: Colour, share: float) -> RGB:
    """Return the colour `share` (0 to 1) of the way from `first` to `second`."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))


def darker(colour: Colour, share: float = 0.25) -> RGB:
    """Return `colour` moved towards the site's ink, never towards black."""
    return mix(colour, INK, share)


def lighter(colour: Colour, share: float = 0.25) -> RGB:
    """Return `colour` moved towards the site's paper, never towards white."""
    return mix(colour, PAPER, share)


@lru_cache(maxsize=1024)
def _stops(colours: tuple[Colour, ...], at: tuple[float, ...] | None) -> tuple[tuple[float, RGB], ...]:
    places = at or tuple(n / (len(colours) - 1) for n in range(len(colours)))
    return tuple((place, rgb(colour)) for place, colour in zip(places, colours, strict=True))


@dataclass(frozen=True)
class Ramp:
    """A change of colour across a shape's bounds.

    `angle` 90 runs from top to bottom, 0 from left to right. Stops are spread evenly unless `at` says where (0 to 1).
    """

    colours: tuple[Colour, ...]
    angle: float = 90
    at: tuple[float, ...] | None = None

    def colour_at(self, share: float) -> RGB:
        stops = _stops(self.colours, self.at)
        last = stops[0]
        if share <= last[0]:
            return last[1]
        for stop in stops:
            if share <= stop[0]:
                t = (share - last[0]) / ((stop[0] - last[0]) or 1)
                (a, b, c), (x, y, z) = last[1], stop[1]
                return round(a + (x - a) * t), round(b + (y - b) * t), round(c + (z - c) * t)
            last = stop
        return last[1]

    def render(self, size: tuple[int, int], region: tuple[float, float, float, float] = (0, 0, 1, 1)) -> Image.Image:
        """Return an RGB picture of the ramp, or of the `region` (left, top, right, bottom as shares) of it."""
        left, top, right, bottom = region
        dx, dy = cos(radians(self.angle)), sin(radians(self.angle))
        fine = max(6, min(96, max(size) // 10))
        columns, rows = (
            (1, fine) if self.angle % 180 == 90 else (fine, 1) if self.angle % 180 == 0 else (fine // 3 + 4,) * 2
        )
        span = abs(dx) + abs(dy)
        shares = [
            0.5 + ((left + (right - left) * x - 0.5) * dx + (top + (bottom - top) * y - 0.5) * dy) / span
            for y in _spread(rows)
            for x in _spread(columns)
        ]
        grid = Image.new("RGB", (columns, rows))
        grid.putdata([self.colour_at(share) for share in shares])
        return grid.resize(size, Image.Resampling.BILINEAR)


def _spread(count: int) -> list[float]:
    return [n / (count - 1) for n in range(count)] if count > 1 else [0.5]


def ramp(*colours: Colour, angle: float = 90, at: tuple[float, ...] | None = None) -> Ramp:
    """Return a ramp; shorthand for `Ramp((…), angle, at)`."""
    return Ramp(colours, angle, at)


Paint = Colour | Ramp
