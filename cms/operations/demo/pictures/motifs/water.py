"""Water: the mirror image of what stands above it, broken by ripples, and glints of light."""

from math import sin

from PIL import Image

from ..canvas.colour import Colour
from ..canvas.scene import Scene
from ..canvas.shape import Shape


def water(
    scene: Scene,
    horizon: float,
    tint: Colour,
    deep: Colour | None = None,
    strength: float = 0.35,
    sway: float = 10,
    squeeze: float = 1.0,
    bottom: float | None = None,
    within: Shape | None = None,
    phase: float = 0,
) -> None:
    """Mirror the picture at `horizon` down to `bottom`.

    The image is sheared line by line (`sway`, units at the near edge), tinted, and sinks towards `deep` near by;
    films run the ripples by `phase`.
    """
    k = scene.scale
    top = round(horizon * k)
    low = min(scene.size[1], round((bottom or scene.height) * k))
    width, height = scene.size[0], low - top
    if height < 2:
        return
    source_height = min(top, max(2, round(height * squeeze)))
    source = scene.image.crop((0, top - source_height, width, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    source = source.resize((width // 2, max(1, height // 6)), Image.Resampling.BOX, reducing_gap=2)
    source = source.resize((width, height), Image.Resampling.BICUBIC)
    sheet = Image.new("RGB", (width, height))
    y, band = 0, 2.0
    while y < height:
        near = y / height
        rows = max(1, round(band * k))
        shift = round(sway * k * (0.15 + near) * (sin(phase) + 0.6 * sin(phase * 2.7 + 1)))
        strip = source.crop((0, y, width, min(height, y + rows)))
        sheet.paste(strip, (shift, y))
        if shift > 0:
            sheet.paste(strip.crop((0, 0, 1, strip.size[1])).resize((shift, strip.size[1])), (0, y))
        elif shift < 0:
            edge = strip.crop((width - 1, 0, width, strip.size[1])).resize((-shift, strip.size[1]))
            sheet.paste(edge, (width + shift, y))
        y += rows
        band = 2 + 9 * near
        phase += 1.35 + scene.random.uniform(-0.35, 0.35)
    box = (0, top, width, low)
    mask = Image.new("L", (width, height), 255) if within is None else scene.mask(within, box)
    scene.image.paste(sheet, (0, top), mask)
    veil = Image.linear_gradient("L").resize((width, height))
    flat = Image.new("L", (width, height), round(255 * strength))
    if within is not None:
        flat = Image.composite(flat, Image.new("L", flat.size), mask)
        veil = Image.composite(veil, Image.new("L", flat.size), mask)
    scene.paste(tint, box, flat)
    if deep is not None:
        scene.paste(deep, box, veil, 0.85)


def glints(
    scene: Scene,
    x: float,
    horizon: float,
    bottom: float,
    colour: Colour,
    spread: float = 60,
    count: int = 90,
    opacity: float = 0.85,
    length: float = 1,
) -> None:
    """Draw lens-shaped glints in a path below a light at `x`; the path opens towards the viewer."""
    draw = scene.random
    path = Shape()
    for _ in range(count):
        near = draw.random() ** 1.25
        y = horizon + 4 + (bottom - horizon) * near
        cx = x + draw.gauss(0, 1) * spread * (0.35 + 1.5 * near)
        half = (10 + 46 * near) * draw.uniform(0.35, 1) * length
        thick = (1.2 + 4.6 * near) * draw.uniform(0.5, 1)
        path.polygon([(cx - half, y), (cx, y - thick), (cx + half, y), (cx, y + thick)])
    scene.fill(path, colour, opacity)


def ripples(
    scene: Scene,
    horizon: float,
    bottom: float,
    colour: Colour,
    count: int = 120,
    opacity: float = 0.25,
    within: Shape | None = None,
) -> None:
    """Draw thin dark or light ripples all over the water."""
    draw = scene.random
    lines = Shape()
    for _ in range(count):
        near = draw.random() ** 1.5
        y = horizon + 3 + (bottom - horizon) * near
        x = draw.uniform(-100, scene.width + 100)
        half = (16 + 120 * near) * draw.uniform(0.4, 1)
        thick = 0.7 + 3.4 * near * draw.uniform(0.5, 1)
        lines.polygon([(x - half, y), (x, y - thick), (x + half, y + thick * 0.3), (x, y + thick)])
    scene.fill(lines, colour, opacity, within=within)
