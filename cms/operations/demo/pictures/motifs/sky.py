"""Skies: sun and moon discs, long flat clouds, and heaped clouds."""

from ..canvas.colour import Colour, Paint
from ..canvas.light import glow
from ..canvas.scene import Scene
from ..canvas.shape import Shape


def sun(scene: Scene, x: float, y: float, radius: float, disc: Paint, halo: Colour, strength: float = 0.8) -> None:
    """Draw a low sun with a wide and a narrow halo."""
    glow(scene, x, y, radius * 9, halo, strength * 0.5, 2.2)
    glow(scene, x, y, radius * 3.2, halo, strength, 1.7)
    scene.fill(Shape().ellipse(x, y, radius), disc)


def moon(scene: Scene, x: float, y: float, radius: float, colour: Colour = "#f4efd9") -> None:
    """Draw a full moon with its seas and halo."""
    glow(scene, x, y, radius * 7, "#9db8e6", 0.45, 2.4)
    glow(scene, x, y, radius * 2.2, colour, 0.5, 1.8)
    disc = Shape().ellipse(x, y, radius)
    scene.fill(disc, colour)
    seas = Shape().ellipse(x - radius * 0.3, y - radius * 0.2, radius * 0.34, radius * 0.26, 20)
    seas.ellipse(x + radius * 0.3, y + radius * 0.25, radius * 0.26, radius * 0.2, -30)
    seas.ellipse(x - radius * 0.05, y + radius * 0.5, radius * 0.2, radius * 0.12)
    scene.fill(seas, "#c9c6b4", 0.6, radius * 0.06, within=disc)
    scene.edge(disc, "#b9b7a8", radius * 0.3, -radius * 0.2, radius * 0.3, 0.5)


def streaks(
    scene: Scene,
    area: tuple[float, float, float, float],
    paint: Paint,
    count: int = 9,
    opacity: float = 0.5,
    blur: float = 3,
    length: float = 520,
) -> None:
    """Draw long flat clouds, each a few lenses laid over each other, within `area` (x, y, width, height)."""
    draw = scene.random
    x, y, width, height = area
    bands = Shape()
    for _ in range(count):
        cx, cy = x + draw.random() * width, y + draw.random() * height
        for _ in range(4):
            half = length * draw.uniform(0.2, 0.55)
            thick = half * draw.uniform(0.018, 0.04)
            px, py = cx + draw.uniform(-0.5, 0.5) * length, cy + draw.uniform(-1, 1) * length * 0.03
            bands.blob(
                [
                    (px - half, py),
                    (px - half * 0.3, py - thick),
                    (px + half * 0.4, py - thick * 0.7),
                    (px + half, py),
                    (px + half * 0.2, py + thick * 0.6),
                    (px - half * 0.5, py + thick * 0.5),
                ],
                steps=4,
            )
    scene.fill(bands, paint, opacity, blur)


def heap(scene: Scene, x: float, y: float, width: float, light: Colour, shade: Colour, opacity: float = 1) -> None:
    """Draw one heaped cloud that stands on a flat base at `y`."""
    draw = scene.random
    cloud = Shape()
    puffs = 9
    for n in range(puffs):
        share = (n + 0.5) / puffs
        radius = width * (0.05 + 0.13 * (1 - abs(share * 2 - 1) ** 1.6)) * draw.uniform(0.8, 1.15)
        cloud.ellipse(x + (share - 0.5) * width, y - radius * 0.75, radius)
        cloud.ellipse(x + (share - 0.5) * width * 0.6, y - radius * 1.5, radius * 0.8)
    flat = Shape().box(x - width, y - width, width * 2, width * 0.995 + width * 0.005)
    scene.fill(cloud, light, opacity, 1.5, within=flat)
    scene.fill(cloud.placed(width * 0.02, width * 0.09), shade, opacity * 0.5, width * 0.05, within=cloud)
