"""The fixed list of shapes and widths in which every picture is offered."""

from typing import NamedTuple


class Shape(NamedTuple):
    """`ratio` is width by height, None for the whole picture; `widths` are in pixels, narrowest first."""

    ratio: float | None
    widths: tuple[int, ...]


SHAPES: dict[str, Shape] = {
    "wide": Shape(16 / 9, (400, 800, 1200, 1600)),
    "thumb": Shape(4 / 3, (240, 480, 800)),
    "full": Shape(None, (480, 960, 1600)),
}


def wanted_widths(shape: str, width: int, height: int) -> list[int]:
    """Return the widths that make sense for a picture of this size: never larger than it is, and at least one."""
    ratio, widths = SHAPES[shape]
    largest = min(width, round(height * ratio)) if ratio else width
    return [wanted for wanted in widths if wanted <= largest] or [widths[0]]


def largest_size(shape: str, width: int, height: int) -> tuple[int, int]:
    """Return the size in which the largest rendition of a picture of this size will be, about to the pixel."""
    ratio, _widths = SHAPES[shape]
    largest = min(wanted_widths(shape, width, height)[-1], width)
    return largest, max(1, round(largest / (ratio or width / max(1, height))))


def filter_spec(shape: str, width: int, image_format: str) -> str:
    """Return Wagtail's filter specification of one rendition."""
    ratio, _widths = SHAPES[shape]
    size = f"fill-{width}x{round(width / ratio)}" if ratio else f"width-{width}"
    return f"{size}|format-{image_format}"
