"""The fixed list of shapes and widths in which every picture is offered."""

from typing import NamedTuple

# What browsers are offered, best first; the last is what every browser shows.
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


class Shape(NamedTuple):
    """`ratio` is width by height, None for the whole picture; `widths` are in pixels, narrowest first.

    `is_offered` says whether partners are told of it, `formats` in which formats it is made.
    """

    ratio: float | None
    widths: tuple[int, ...]
    formats: tuple[str, ...] = tuple(FORMATS)
    is_offered: bool = True


SHAPES: dict[str, Shape] = {
    "wide": Shape(16 / 9, (400, 800, 1200, 1600)),
    "thumb": Shape(4 / 3, (240, 480, 800)),
    "full": Shape(None, (480, 960, 1600)),
    # Where an address is shared: the networks read no newer format (https://ogp.me names 1200 x 630 nowhere, they do).
    "share": Shape(1200 / 630, (1200,), formats=("jpeg",), is_offered=False),
}
OFFERED_SHAPES = tuple(name for name, shape in SHAPES.items() if shape.is_offered)


def wanted_widths(shape: str, width: int, height: int) -> list[int]:
    """Return the widths that make sense for a picture of this size: never larger than it is, and at least one."""
    ratio, widths = SHAPES[shape][:2]
    largest = min(width, round(height * ratio)) if ratio else width
    return [wanted for wanted in widths if wanted <= largest] or [widths[0]]


def largest_size(shape: str, width: int, height: int) -> tuple[int, int]:
    """Return the size in which the largest rendition of a picture of this size will be, about to the pixel."""
    ratio = SHAPES[shape].ratio
    largest = min(wanted_widths(shape, width, height)[-1], width)
    return largest, max(1, round(largest / (ratio or width / max(1, height))))


def filter_spec(shape: str, width: int, image_format: str) -> str:
    """Return Wagtail's filter specification of one rendition."""
    ratio = SHAPES[shape].ratio
    size = f"fill-{width}x{round(width / ratio)}" if ratio else f"width-{width}"
    return f"{size}|format-{image_format}"
