"""Straight from above: ten people around a table with papers, tea and a bowl of flowers."""

from math import cos, radians, sin

from ..canvas.colour import Colour, darker, lighter, ramp
from ..canvas.light import shine_shape, vignette
from ..canvas.scene import Scene
from ..canvas.shape import Shape


def seated_from_above(
    scene: Scene, x: float, y: float, angle: float, size: float, top: Colour, hair: Colour, is_woman: bool
) -> None:
    """Draw a person at a table seen from straight above, facing `angle` (degrees, 0 to the right)."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size, angle)

    whole = Shape().ellipse(0, 0, 0.24, 0.46)
    scene.fill(put(Shape().ellipse(-0.06, 0.05, 0.34, 0.56)).placed(14, 20), "#2a1a1a", 0.4, size * 0.06)
    chair = Shape().box(-0.5, -0.34, 0.36, 0.68, 0.14)
    scene.fill(put(chair), "#5b3a2c")
    for side in (-1, 1):
        arm = (
            Shape()
            .limb((0.02, side * 0.4), (0.3, side * 0.4), 0.2, 0.16)
            .limb((0.3, side * 0.4), (0.56, side * 0.16), 0.16, 0.12)
        )
        scene.fill(put(arm), darker(top, 0.12))
        scene.fill(put(Shape().ellipse(0.6, side * 0.13, 0.08, 0.06)), "#d9a07a")
        whole.join(arm)
    scene.fill(put(Shape().ellipse(0, 0, 0.24, 0.46)), top)
    scene.edge(put(whole), "#fff4dc", size * 0.03, size * 0.03, 0, 0.5)
    scene.edge(put(whole), darker(top, 0.7), -size * 0.06, -size * 0.06, size * 0.07, 0.45)
    head = Shape().ellipse(0.06, 0, 0.2, 0.18)
    scene.fill(put(Shape().ellipse(0.2, 0, 0.06, 0.05)), "#d9a07a")
    if is_woman:
        head.blob("-0.06,-0.16 -0.06,0.16 -0.3,0.12 -0.36,0 -0.3,-0.12")
    scene.fill(put(head), hair)
    scene.edge(put(head), lighter(hair, 0.45), size * 0.03, size * 0.03, size * 0.03, 0.8)


def paint(scene: Scene) -> None:
    scene.background("#c7a27a", "#8f6448", angle=50)
    tiles = Shape()
    for n in range(-8, 22):
        tiles.line([(n * 130, -20), (n * 130 + 420, 1300)], 3).line([(-20, n * 130), (1940, n * 130 - 300)], 3)
    scene.fill(tiles, "#6f4a38", 0.35)
    rug = Shape().ellipse(960, 640, 760, 760)
    scene.fill(rug, ramp("#9c2f3a", "#6b1c2e", angle=60))
    ring = (
        Shape()
        .ellipse(960, 640, 720, 720)
        .ellipse(960, 640, 702, 702, cut=True)
        .ellipse(960, 640, 690, 690)
        .ellipse(960, 640, 684, 684, cut=True)
    )
    scene.fill(ring, "#e8b96a", 0.8)
    scene.fill(Shape().ellipse(985, 675, 405), "#2a1014", 0.55, 34)
    tops = (
        "#0b4f9e",
        "#f2efe6",
        "#2d4a6b",
        "#c8502e",
        "#f2efe6",
        "#1f6a6a",
        "#0b4f9e",
        "#e0a836",
        "#34406a",
        "#b8324a",
    )
    for n in range(10):
        a = n * 36 + 8
        x, y = 960 + cos(radians(a)) * 500, 640 + sin(radians(a)) * 500
        seated_from_above(
            scene, x, y, a + 180, 216, tops[n], ("#1d1a22", "#2b2024", "#171720", "#3a3238")[n % 4], n in (1, 4, 7, 9)
        )
    table = Shape().ellipse(960, 640, 372)
    scene.fill(table, ramp("#f0d3a4", "#d3a46c", "#a8744a", angle=48))
    scene.edge(table, "#fff2d4", 7, 8, 0, 0.85)
    for radius in (330, 236):
        scene.fill(
            Shape().ellipse(960, 640, radius).ellipse(960, 640, radius - 4, radius - 4, cut=True), "#9a6a44", 0.4
        )
    for n in range(10):
        a = radians(n * 36 + 8)
        px, py = 960 + cos(a) * 268, 640 + sin(a) * 268
        sheet = Shape().box(-0.5, -0.36, 1, 0.72).placed(px, py, 104, n * 36 + 98)
        scene.fill(sheet.placed(5, 7), "#5b3a2c", 0.4, 4)
        scene.fill(sheet, "#fdfaf2")
        rows = (
            Shape()
            .join(*(Shape().box(-0.38, -0.24 + m * 0.13, 0.76 - 0.2 * (m % 2), 0.035) for m in range(4)))
            .placed(px, py, 104, n * 36 + 98)
        )
        scene.fill(rows, ("#8aa0be", "#b9a48c")[n % 2], 0.9)
        b = radians(n * 36 + 26)
        cx, cy = 960 + cos(b) * 300, 640 + sin(b) * 300
        scene.fill(Shape().ellipse(cx + 5, cy + 7, 24), "#5b3a2c", 0.45, 4)
        scene.fill(Shape().ellipse(cx, cy, 24), "#fbf7ee")
        scene.fill(Shape().ellipse(cx, cy, 17), "#a8b86a")
        scene.edge(Shape().ellipse(cx, cy, 17), "#6b7a3a", 3, 4, 3, 0.7)
    scene.fill(Shape().ellipse(970, 655, 112), "#5b3a2c", 0.45, 14)
    draw = scene.random
    for _ in range(46):
        a, reach = draw.uniform(0, 6.3), 104 * draw.random() ** 0.5
        x, y = 960 + cos(a) * reach, 640 + sin(a) * reach
        colour = draw.choice(("#e8476a", "#f7a8b4", "#f6c34a", "#4c8a5c", "#3c7a4c", "#fff0e4"))
        flower = Shape().join(
            *(Shape().ellipse(x + cos(k * 1.257 + a) * 9, y + sin(k * 1.257 + a) * 9, 9) for k in range(5))
        )
        scene.fill(flower, colour)
        scene.fill(Shape().ellipse(x, y, 4.5), "#f2c14a")
    shine_shape(scene, Shape().polygon("-40,200 620,-40 1100,-40 -40,700"), "#fff0c8", 0.25, 40)
    shine_shape(scene, Shape().polygon("260,1320 1960,330 1960,640 800,1320"), "#fff0c8", 0.18, 40)
    vignette(scene, "#2a120f", 0.45)
