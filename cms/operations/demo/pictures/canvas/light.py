"""Light on the canvas: glows, beams, lamp pools, bokeh and the darkening towards the corners."""

from functools import lru_cache
from math import atan2, degrees

from PIL import Image, ImageChops

from .colour import Colour, ramp, rgb
from .scene import Scene
from .shape import Shape


def glow(
    scene: Scene,
    x: float,
    y: float,
    radius: float,
    colour: Colour,
    strength: float = 1,
    power: float = 2,
    squash: float = 1,
    within: Shape | None = None,
) -> None:
    """Add light around (x, y); `squash` < 1 flattens it, a higher `power` draws it together."""
    box = scene.clipped(x - radius, y - radius * squash, x + radius, y + radius * squash)
    if box is None:
        return
    k = scene.scale
    left, top = (x - radius) * k, (y - radius * squash) * k
    step_x, step_y = 256 / (2 * radius * k), 256 / (2 * radius * squash * k)
    disc = _radial(power, round(strength, 2))
    size = (box[2] - box[0], box[3] - box[1])
    mask = disc.transform(
        size,
        Image.Transform.AFFINE,
        (step_x, 0, (box[0] - left) * step_x, 0, step_y, (box[1] - top) * step_y),
        Image.Resampling.BILINEAR,
    )
    if within is not None:
        mask = ImageChops.multiply(mask, scene.mask(within, box))
    shine(scene, box, mask, colour)


@lru_cache(maxsize=64)
def _radial(power: float, strength: float) -> Image.Image:
    disc = Image.radial_gradient("L")
    # radial_gradient reaches 255 in its corners, hence 180 in the middle of its sides.
    return disc.point([round(255 * strength * max(0, 1 - v / 180) ** power) for v in range(256)])


def shine(scene: Scene, box: tuple[int, int, int, int], mask: Image.Image, colour: Colour) -> None:
    """Screen `colour` onto the canvas through `mask`."""
    if scene.is_layer:
        scene.paste(colour, box, mask)
        return
    red, green, blue = (mask.point([round(v * c / 255) for v in range(256)]) for c in rgb(colour))
    lit = Image.merge("RGB", (red, green, blue))
    scene.image.paste(ImageChops.screen(scene.image.crop(box), lit), box)


def shine_shape(scene: Scene, shape: Shape, colour: Colour, strength: float = 1, blur: float = 0) -> None:
    """Screen `colour` onto the canvas in the form of `shape`, softened by `blur`."""
    box = scene.pixels(shape, blur * 2.5)
    if box is None:
        return
    mask = scene.mask(shape, box, blur)
    shine(scene, box, mask.point([round(v * strength) for v in range(256)]), colour)


def beam(
    scene: Scene,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    end_width: float,
    colour: Colour,
    strength: float = 0.5,
    blur: float = 12,
) -> None:
    """Add a beam that widens and dies away from `start` to `end`."""
    (x, y), (u, v) = start, end
    length = max(1, ((u - x) ** 2 + (v - y) ** 2) ** 0.5)
    nx, ny = -(v - y) / length / 2, (u - x) / length / 2
    cone = Shape().polygon(
        [
            (x + nx * width, y + ny * width),
            (u + nx * end_width, v + ny * end_width),
            (u - nx * end_width, v - ny * end_width),
            (x - nx * width, y - ny * width),
        ]
    )
    box = scene.pixels(cone, blur * 2.5)
    if box is None:
        return
    tones = tuple((round(255 * strength * (1 - n / 8) ** 1.7),) * 3 for n in range(9))
    fade = scene.spread(ramp(*tones, angle=degrees(atan2(v - y, u - x))), box, cone).getchannel(0)
    shine(scene, box, ImageChops.multiply(scene.mask(cone, box, blur), fade), colour)


def lamp(scene: Scene, x: float, y: float, size: float, colour: Colour = "#ffd98a", strength: float = 1) -> None:
    """Add a small burning lamp with its halo; `size` is the radius of the bulb."""
    glow(scene, x, y, size * 14, colour, 0.38 * strength, 2.6)
    glow(scene, x, y, size * 4, colour, 0.9 * strength, 1.6)
    scene.fill(Shape().ellipse(x, y, size * 0.8), "#fff8e4")


def bokeh(
    scene: Scene,
    area: tuple[float, float, float, float],
    colours: tuple[Colour, ...],
    count: int,
    radii: tuple[float, float],
    strength: float = 0.35,
) -> None:
    """Scatter lights out of focus over `area` (x, y, width, height)."""
    draw = scene.random
    x, y, width, height = area
    for _ in range(count):
        radius = draw.uniform(*radii)
        cx, cy = x + draw.random() * width, y + draw.random() * height
        disc = Shape().ellipse(cx, cy, radius)
        shine_shape(scene, disc, draw.choice(colours), strength * draw.uniform(0.4, 1), radius * 0.07)


@lru_cache(maxsize=8)
def _corner_shade(strength: float) -> Image.Image:
    disc = Image.radial_gradient("L")
    return disc.point([round(255 * strength * min(1, max(0, (v - 84) / 66)) ** 1.5) for v in range(256)])


def vignette(scene: Scene, colour: Colour = "#0c1322", strength: float = 0.5) -> None:
    """Darken the corners towards `colour`."""
    edge = _corner_shade(strength).crop((54, 54, 202, 202)).resize(scene.size, Image.Resampling.BILINEAR)
    scene.paste(colour, (0, 0, *scene.size), edge)
