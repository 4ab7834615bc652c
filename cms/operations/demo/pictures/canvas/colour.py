"""Colours: the site's palette, mixing, and ramps that a fill can use instead of one colour."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from PIL import Image, ImageColor

RGB = tuple[int, int, int]
Colour = str | RGB

PAPER = "#fbfaf7"
INK = "#16213a"
BLUE = "#0b4f9e"
RED = "#c8102e"
GOLD = "#e0a800"


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


@dataclass(frozen=True)
class Ramp:
    """A change of colour across a shape's bounds.

    `angle` 90 runs from top to bottom, 0 from left to right. Stops are spread evenly unless `at` says where (0 to 1).
    """

    colours: tuple[Colour, ...]
    angle: float = 90
    at: tuple[float, ...] | None = None

    def colour_at(self, share: float) -> RGB:
        places = self.at or tuple(n / (len(self.colours) - 1) for n in range(len(self.colours)))
        if share <= places[0]:
            return rgb(self.colours[0])
        for n in range(1, len(places)):
            if share <= places[n]:
                span = places[n] - places[n - 1]
                return mix(self.colours[n - 1], self.colours[n], (share - places[n - 1]) / span if span else 1)
        return rgb(self.colours[-1])

    def render(self, size: tuple[int, int]) -> Image.Image:
        """Return an RGB picture of the ramp."""
        if self.angle % 180 == 90:
            grid = Image.new("RGB", (1, 96))
            shares = [n / 95 for n in range(96)]
        elif self.angle % 180 == 0:
            grid = Image.new("RGB", (96, 1))
            shares = [n / 95 for n in range(96)]
        else:
            grid = Image.new("RGB", (40, 40))
            dx, dy = cos(radians(self.angle)), sin(radians(self.angle))
            span = abs(dx) + abs(dy)
            shares = [
                0.5 + ((x / 39 - 0.5) * dx + (y / 39 - 0.5) * dy) / span for y in range(40) for x in range(40)
            ]
        if self.angle % 360 in (180, 270):
            shares.reverse()
        grid.putdata([self.colour_at(share) for share in shares])
        return grid.resize(size, Image.Resampling.BILINEAR)


def ramp(*colours: Colour, angle: float = 90, at: tuple[float, ...] | None = None) -> Ramp:
    """Return a ramp; shorthand for `Ramp((…), angle, at)`."""
    return Ramp(colours, angle, at)


Paint = Colour | Ramp
