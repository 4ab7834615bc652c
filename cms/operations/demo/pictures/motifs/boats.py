"""Boats: sailing junks, sampans with a rower, wooden fishing boats, barges of coal and cargo ships."""

from ..canvas.colour import Colour, darker, lighter, mix, ramp
from ..canvas.light import glow
from ..canvas.scene import Scene
from ..canvas.shape import Shape
from .flag import waving


def junk(
    scene: Scene, x: float, y: float, size: float, sail: Colour, hull: Colour, light: Colour, mirror: bool = False
) -> None:
    """Draw a junk with three fan sails; `size` is its length, (x, y) the middle of its waterline."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size, mirror=mirror)

    masts = (
        Shape()
        .line("-0.2,-0.1 -0.2,-0.62", 0.008)
        .line("0.08,-0.1 0.08,-0.78", 0.01)
        .line("0.33,-0.08 0.34,-0.46", 0.007)
    )
    scene.fill(put(masts), hull)
    for foot, top, back, lean, height in (
        (-0.21, -0.6, 0.2, 0.02, 0.5),
        (0.07, -0.76, 0.27, 0.03, 0.66),
        (0.32, -0.45, 0.15, 0.02, 0.37),
    ):
        cloth = Shape().blob(
            [
                (foot - back, top + height - 0.03),
                (foot - back * 0.98, top + height * 0.6),
                (foot - back * 0.7, top + height * 0.2),
                (foot + lean, top),
                (foot + back * 0.42, top + height * 0.3),
                (foot + back * 0.48, top + height * 0.7),
                (foot + back * 0.36, top + height),
            ],
            steps=5,
        )
        scene.fill(put(cloth), ramp(lighter(sail, 0.16), sail, darker(sail, 0.25)))
        battens = Shape()
        for share in (0.3, 0.5, 0.7, 0.86):
            battens.curve(
                [
                    (foot - back, top + height * share * 0.98),
                    (foot, top + height * (share - 0.05)),
                    (foot + back * 0.5, top + height * (share - 0.05)),
                ],
                0.007,
            )
        scene.fill(put(battens), darker(sail, 0.5), 0.8, within=put(cloth))
        scene.edge(put(cloth), light, (0.012 if mirror else -0.012) * size, size * 0.006, 0, 0.8)
    body = Shape().blob(
        "-0.52,-0.13 -0.46,-0.045 -0.4,0 0.38,0 0.46,-0.05 0.58,-0.12 0.44,-0.085 0.1,-0.07 -0.3,-0.085", steps=5
    )
    cabin = Shape().polygon("-0.42,-0.09 -0.4,-0.17 -0.08,-0.15 0.02,-0.08")
    scene.fill(put(cabin), mix(hull, sail, 0.3))
    scene.fill(put(body), hull)
    scene.edge(put(body), light, 0, size * 0.01, 0, 0.7)


def sampan(scene: Scene, x: float, y: float, size: float, hull: Colour, light: Colour, mirror: bool = False) -> None:
    """Draw a slender rowing boat without its rower."""
    body = Shape().blob(
        "-0.56,-0.1 -0.4,-0.015 -0.2,0.02 0.2,0.02 0.4,-0.015 0.56,-0.1 0.3,-0.055 0,-0.045 -0.3,-0.055", steps=6
    )
    placed = body.placed(x, y, size, mirror=mirror)
    scene.fill(placed, ramp(lighter(hull, 0.1), darker(hull, 0.4)))
    scene.edge(placed, light, 0, size * 0.012, 0, 0.7)


def fishing_boat(
    scene: Scene,
    x: float,
    y: float,
    size: float,
    hull: Colour,
    stripe: Colour,
    light: Colour,
    mirror: bool = False,
    flag: bool = True,
) -> None:
    """Draw a wooden fishing boat with wheelhouse, booms and the flag; `size` is its length."""

    def put(shape: Shape) -> Shape:
        return shape.placed(x, y, size, mirror=mirror)

    rig = Shape().line("-0.12,-0.2 -0.12,-0.72", 0.012, 0.007).line("0.2,-0.16 0.21,-0.52", 0.01, 0.006)
    rig.line("-0.12,-0.3 0.3,-0.58", 0.006).line("-0.12,-0.34 -0.46,-0.56", 0.006)
    ropes = (
        Shape()
        .line("-0.12,-0.7 0.55,-0.3", 0.0025)
        .line("-0.12,-0.7 -0.46,-0.2", 0.0025)
        .line("0.21,-0.52 -0.12,-0.68", 0.0025)
    )
    scene.fill(put(rig.join(ropes)), darker(hull, 0.7))
    house = Shape().polygon("-0.4,-0.14 -0.39,-0.37 -0.08,-0.37 -0.05,-0.14")
    roof = Shape().box(-0.43, -0.395, 0.39, 0.03, 0.01)
    scene.fill(put(house), ramp(lighter(stripe, 0.4), lighter(stripe, 0.1)))
    scene.fill(put(roof), darker(stripe, 0.2))
    panes = (
        Shape()
        .box(-0.35, -0.335, 0.07, 0.07, 0.008)
        .box(-0.26, -0.335, 0.07, 0.07, 0.008)
        .box(-0.17, -0.335, 0.06, 0.07, 0.008)
    )
    scene.fill(put(panes), "#2a3b52")
    body = Shape().blob(
        "-0.5,-0.2 -0.485,-0.1 -0.43,0 0.34,0 0.47,-0.1 0.62,-0.31 0.44,-0.22 0.1,-0.15 -0.3,-0.165", steps=6
    )
    scene.fill(put(body), ramp(lighter(hull, 0.12), hull, darker(hull, 0.45)))
    line = Shape().curve("-0.5,-0.155 -0.3,-0.13 0.1,-0.115 0.44,-0.19 0.6,-0.28", 0.03)
    scene.fill(put(line), stripe, within=put(body))
    scene.fill(put(Shape().box(-0.6, -0.035, 1.3, 0.06)), darker("#8d2f2a", 0.2), 0.85, within=put(body))
    scene.fill(put(Shape().ellipse(0.42, -0.165, 0.022, 0.014, -24)), "#f5efe0")
    scene.fill(put(Shape().ellipse(0.425, -0.166, 0.008)), "#1b1b24")
    scene.edge(put(body), light, 0, size * 0.008, 0, 0.65)
    if flag:
        fx, fy = x + (0.12 if mirror else -0.12) * size, y - 0.73 * size
        waving(scene, fx, fy, size * 0.17, wave=0.07, side=1, phase=x, depth=0.4)


def barge(scene: Scene, x: float, y: float, size: float, hull: Colour, coal: Colour, light: Colour) -> None:
    """Draw a laden river barge in side view with its heaps of coal and a wheelhouse at the stern."""
    heaps = Shape()
    for n in range(4):
        cx = x + size * (-0.18 + n * 0.17)
        heaps.blob(
            [
                (cx - size * 0.11, y - size * 0.05),
                (cx - size * 0.04, y - size * 0.105),
                (cx, y - size * 0.125),
                (cx + size * 0.05, y - size * 0.1),
                (cx + size * 0.11, y - size * 0.05),
            ]
        )
    scene.fill(heaps, ramp(lighter(coal, 0.14), coal), grit=0.15)
    scene.edge(heaps, light, -size * 0.006, size * 0.008, size * 0.004, 0.6, grit=0.6)
    house = (
        Shape()
        .box(x - size * 0.44, y - size * 0.17, size * 0.12, size * 0.13, 3)
        .box(x - size * 0.425, y - size * 0.215, size * 0.08, size * 0.05, 3)
    )
    scene.fill(house, ramp("#f2ead6", "#b9b09c"))
    scene.fill(Shape().box(x - size * 0.42, y - size * 0.2, size * 0.07, size * 0.022, 2), "#ffd98a")
    body = Shape().polygon(
        [
            (x - size * 0.5, y - size * 0.075),
            (x + size * 0.46, y - size * 0.062),
            (x + size * 0.53, y - size * 0.085),
            (x + size * 0.46, y + size * 0.006),
            (x - size * 0.46, y + size * 0.006),
        ]
    )
    scene.fill(body, ramp(lighter(hull, 0.1), darker(hull, 0.35)))
    scene.edge(body, light, 0, size * 0.008, 0, 0.6)


def cargo_ship(
    scene: Scene, x: float, y: float, size: float, hull: Colour, house: Colour, light: Colour, is_lit: bool = False
) -> None:
    """Draw a bulk carrier in side view, bow to the right."""
    deck = Shape()
    for n in range(5):
        deck.box(x + size * (-0.2 + n * 0.125), y - size * 0.125, size * 0.1, size * 0.03, 3)
        deck.line(
            [(x + size * (-0.15 + n * 0.125), y - size * 0.12), (x + size * (-0.15 + n * 0.125), y - size * 0.22)],
            size * 0.008,
        )
        deck.line(
            [(x + size * (-0.15 + n * 0.125), y - size * 0.21), (x + size * (-0.09 + n * 0.125), y - size * 0.16)],
            size * 0.006,
        )
    scene.fill(deck, darker(hull, 0.2))
    tower = (
        Shape()
        .box(x - size * 0.43, y - size * 0.26, size * 0.13, size * 0.17, 3)
        .box(x - size * 0.45, y - size * 0.285, size * 0.17, size * 0.03, 3)
    )
    tower.box(x - size * 0.385, y - size * 0.34, size * 0.04, size * 0.06)
    scene.fill(tower, ramp(house, darker(house, 0.25)))
    panes = Shape()
    for row in range(4):
        for n in range(5):
            panes.box(x - size * 0.42 + n * size * 0.023, y - size * (0.245 - row * 0.036), size * 0.013, size * 0.014)
    scene.fill(panes, "#ffe2a0" if is_lit else darker(house, 0.6))
    body = Shape().polygon(
        [
            (x - size * 0.5, y - size * 0.11),
            (x + size * 0.42, y - size * 0.1),
            (x + size * 0.46, y - size * 0.135),
            (x + size * 0.54, y - size * 0.145),
            (x + size * 0.47, y),
            (x - size * 0.46, y),
            (x - size * 0.49, y - size * 0.04),
        ]
    )
    scene.fill(body, ramp(lighter(hull, 0.1), darker(hull, 0.3)))
    scene.fill(Shape().box(x - size * 0.6, y - size * 0.022, size * 1.2, size * 0.04), "#8d2f2a", 0.9, within=body)
    scene.edge(body, light, 0, size * 0.005, 0, 0.7)
    if is_lit:
        for n in range(5):
            glow(scene, x + size * (-0.15 + n * 0.125), y - size * 0.22, size * 0.05, "#ffd27a", 0.8)
