"""Weather on the canvas: rain, mist, smoke and stars."""

from math import cos, radians, sin

from .colour import Colour, Ramp
from .light import glow
from .scene import Scene
from .shape import Shape


def rain(
    scene: Scene,
    colour: Colour = "#e8f1f6",
    count: int = 420,
    angle: float = 104,
    length: float = 70,
    opacity: float = 0.3,
    within: Shape | None = None,
) -> None:
    """Draw rain in three depths: many short faint streaks, some longer, few long bright ones."""
    draw = scene.random
    dx, dy = cos(radians(angle)), sin(radians(angle))
    for share, stretch, width, light in ((0.6, 0.55, 1.2, 0.55), (0.3, 1, 1.8, 0.8), (0.1, 1.9, 2.8, 1)):
        streaks = Shape()
        for _ in range(int(count * share)):
            x, y = draw.uniform(-60, scene.width + 60), draw.uniform(-80, scene.height)
            size = length * stretch * draw.uniform(0.6, 1.3)
            streaks.line([(x, y), (x + dx * size, y + dy * size)], width * 0.3, width)
        scene.fill(streaks, colour, opacity * light, within=within)


def splashes(
    scene: Scene,
    area: tuple[float, float, float, float],
    colour: Colour = "#e8f1f6",
    count: int = 70,
    opacity: float = 0.5,
) -> None:
    """Draw the rings and crowns of raindrops on ground that runs back from the bottom to the top of `area`."""
    draw = scene.random
    x, y, width, height = area
    rings = Shape()
    for _ in range(count):
        near = draw.random() ** 0.7
        cx, cy = x + draw.random() * width, y + near * height
        size = 6 + 26 * near * draw.uniform(0.5, 1)
        rings.ellipse(cx, cy, size, size * 0.26)
        rings.ellipse(cx, cy + 0.6, size - 1.2 - 1.6 * near, size * 0.26 - 0.8 - near * 0.8, cut=True)
    scene.fill(rings, colour, opacity)


def mist(
    scene: Scene, top: float, bottom: float, colour: Colour, strength: float = 0.7, peak: float = 0.7, seed: str = ""
) -> None:
    """Lay mist between `top` and `bottom`: it gathers to `strength` at the share `peak` of the way down."""
    box = scene.clipped(0, top, scene.width, bottom)
    if box is None:
        return
    veil = Ramp(((0, 0, 0), (255, 255, 255), (0, 0, 0)), at=(0, peak, 1))
    mask = veil.render((box[2] - box[0], box[3] - box[1])).getchannel(0)
    scene.paste(colour, box, mask, strength)
    height = bottom - top
    scene.cloud((0, top, scene.width, height), colour, strength * 0.8, (4, 1), 100, f"mist{top}{seed}")


def smoke(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    colour: Colour,
    opacity: float = 0.5,
    drift: float = 1.2,
    rise: float = 1,
) -> None:
    """Draw a plume that leaves (x, y), spreads and thins as the wind takes it (`drift` < 0: to the left)."""
    draw = scene.random
    for n in range(14):
        share = n / 13
        puff = Shape()
        radius = size * (0.16 + 0.62 * share)
        cx = x + size * drift * 3.2 * share**1.4
        cy = y - size * rise * 2.4 * share**0.75
        for _ in range(4):
            puff.ellipse(
                cx + draw.uniform(-0.5, 0.5) * radius,
                cy + draw.uniform(-0.45, 0.35) * radius,
                radius * draw.uniform(0.55, 0.9),
            )
        scene.fill(puff, colour, opacity * (1 - 0.85 * share), size * (0.05 + 0.22 * share))


def stars(scene: Scene, bottom: float, count: int = 160, colour: Colour = "#dfe9ff") -> None:
    """Scatter stars that thin out towards `bottom`; a few have a halo."""
    draw = scene.random
    faint, bright = Shape(), Shape()
    for n in range(count):
        x, y = draw.random() * scene.width, bottom * draw.random() ** 1.5
        (bright if n % 6 == 0 else faint).ellipse(x, y, 2.3 if n % 6 == 0 else draw.uniform(0.9, 1.6))
        if n % 24 == 0:
            glow(scene, x, y, 22, colour, 0.5)
    scene.fill(faint, colour, 0.55)
    scene.fill(bright, "#ffffff", 0.85)
