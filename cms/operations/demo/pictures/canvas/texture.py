"""Seeded noise as pictures: fine grain, and soft clouds; both the same on every machine."""

from functools import lru_cache
from random import Random

from PIL import Image, ImageFilter

TILE = 512


def _noise(seed: str, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), Random(seed).randbytes(width * height))


@lru_cache(maxsize=4)
def _grain_tile(seed: str) -> Image.Image:
    return _noise(seed, TILE, TILE).filter(ImageFilter.GaussianBlur(0.6))


def grain(size: tuple[int, int], seed: str = "grain") -> Image.Image:
    """Return fine grain around mid grey (L), tiled to `size`."""
    tile = _grain_tile(seed)
    sheet = Image.new("L", size)
    for y in range(0, size[1], TILE):
        for x in range(0, size[0], TILE):
            sheet.paste(tile, (x, y))
    return sheet


@lru_cache(maxsize=16)
def clouds(seed: str, columns: int, rows: int, size: tuple[int, int] = (240, 160)) -> Image.Image:
    """Return soft fractal noise (L, 0 to 255) whose largest lumps number `columns` × `rows`."""
    sheet = Image.new("L", size, 128)
    for octave in range(4):
        cells = (columns << octave, rows << octave)
        layer = _noise(f"{seed}{octave}", cells[0] + 1, cells[1] + 1).resize(size, Image.Resampling.BICUBIC)
        sheet = layer if octave == 0 else Image.blend(sheet, layer, 0.36 - 0.05 * octave)
    low, high = sheet.getextrema()
    return sheet.point([min(255, max(0, round((v - low) * 255 / max(1, high - low)))) for v in range(256)])
