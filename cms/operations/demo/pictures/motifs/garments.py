"""Clothes on the trunk: work jackets with reflective strips, shirts, áo dài, dresses and raincoats."""

from ..canvas.colour import Colour, darker
from ..canvas.shape import Point, Shape
from .headwear import Layer
from .skeleton import NECK, Joints, Pose, turned

FRONT_MAN = (
    (1.05, 0.026),
    (0.98, 0.062),
    (0.92, 0.1),
    (0.8, 0.104),
    (0.55, 0.09),
    (0.3, 0.082),
    (0.05, 0.084),
    (-0.1, 0.086),
)
FRONT_WOMAN = (
    (1.05, 0.023),
    (0.98, 0.052),
    (0.92, 0.086),
    (0.8, 0.088),
    (0.55, 0.074),
    (0.34, 0.064),
    (0.08, 0.08),
    (-0.1, 0.086),
)
SIDE_FRONT = ((1.04, 0.03), (0.92, 0.044), (0.72, 0.062), (0.5, 0.058), (0.3, 0.052), (0.05, 0.054), (-0.1, 0.052))
SIDE_BACK = (
    (-0.1, -0.058),
    (0.06, -0.062),
    (0.3, -0.046),
    (0.55, -0.054),
    (0.8, -0.062),
    (0.95, -0.048),
    (1.04, -0.024),
)


class Trunk:
    """Places points on a leaning trunk: `along` 0 is the hip and 1 the neck, `across` is in heights, to the right."""

    def __init__(self, pose: Pose, build: float, is_woman: bool):
        self.pose, self.build, self.is_woman = pose, build, is_woman

    def at(self, along: float, across: float) -> Point:
        dx, dy = turned((across * self.build, -along * NECK), self.pose.lean)
        return self.pose.hip[0] + dx, self.pose.hip[1] + dy

    def outline(self, ease: float = 0) -> Shape:
        """Return the trunk; `ease` loosens the clothes."""
        if self.pose.view == "side":
            points = [(a, w + ease) for a, w in SIDE_FRONT] + [(a, w - ease) for a, w in SIDE_BACK]
        else:
            half = FRONT_WOMAN if self.is_woman else FRONT_MAN
            points = [(a, w + ease) for a, w in half] + [(a, -w - ease) for a, w in reversed(half)]
        return Shape().blob([self.at(a, w) for a, w in points], steps=4)

    def strip(self, along: float, width: float = 0.022) -> Shape:
        """Return a band around the trunk, a little narrower than its outline."""
        half = 0.058 if self.pose.view == "side" else 0.078 if self.is_woman else 0.09
        return Shape().curve([self.at(along, -half), self.at(along - 0.02, 0), self.at(along, half)], width, steps=3)


def jacket(trunk: Trunk, colour: Colour) -> list[Layer]:
    layers: list[Layer] = [(trunk.outline(0.006), colour)]
    if trunk.pose.view == "front":
        neck = [trunk.at(1.03, -0.026), trunk.at(0.86, 0), trunk.at(1.03, 0.026)]
        layers.append((Shape().polygon(neck), darker(colour, 0.4)))
        layers.append((Shape().line([trunk.at(0.86, 0), trunk.at(-0.06, 0)], 0.005), darker(colour, 0.22)))
        collar = Shape().polygon(
            [trunk.at(1.05, -0.03), trunk.at(0.98, -0.045), trunk.at(0.86, -0.004), trunk.at(0.98, -0.02)]
        )
        collar.polygon([trunk.at(1.05, 0.03), trunk.at(0.98, 0.045), trunk.at(0.86, 0.004), trunk.at(0.98, 0.02)])
        layers.append((collar, darker(colour, 0.14)))
    elif trunk.pose.view == "back":
        layers.append(
            (
                Shape().curve([trunk.at(1.03, -0.036), trunk.at(0.98, 0), trunk.at(1.03, 0.036)], 0.016),
                darker(colour, 0.15),
            )
        )
    return layers


def vest(trunk: Trunk, colour: Colour, strip: Colour) -> list[Layer]:
    """Return a safety vest with two reflective bands and braces."""
    braces = Shape()
    for side in (-1, 1) if trunk.pose.view != "side" else (0,):
        braces.line([trunk.at(0.98, side * 0.056), trunk.at(0.5, side * 0.06)], 0.02)
    return [(trunk.outline(0.012), colour), (braces.join(trunk.strip(0.5), trunk.strip(0.2)), strip)]


def ao_dai(trunk: Trunk, joints: Joints, colour: Colour) -> list[Layer]:
    """Return the fitted tunic with its long panels open from the waist."""
    x, y = trunk.pose.hip
    foot = max(f[1] for f in joints.feet)
    drop = (foot - y) * 0.84
    if trunk.pose.view == "side":
        far = Shape().polygon(
            [
                (x - 0.055, y - 0.06),
                (x + 0.02, y - 0.05),
                (x - 0.02, y + drop * 0.5),
                (x - 0.06, y + drop),
                (x - 0.17, y + drop * 0.96),
                (x - 0.1, y + drop * 0.4),
            ]
        )
        near = Shape().polygon(
            [
                (x - 0.02, y - 0.06),
                (x + 0.054, y - 0.05),
                (x + 0.078, y + drop * 0.4),
                (x + 0.12, y + drop),
                (x + 0.02, y + drop * 1.03),
                (x + 0.0, y + drop * 0.4),
            ]
        )
        return [(far, darker(colour, 0.16)), (near, colour), (trunk.outline(0.002), colour)]
    panel = Shape().polygon(
        [
            (x - 0.064, y - 0.08),
            (x + 0.064, y - 0.08),
            (x + 0.084, y + 0.0),
            (x + 0.08, y + drop * 0.5),
            (x + 0.096, y + drop),
            (x, y + drop * 1.03),
            (x - 0.096, y + drop),
            (x - 0.08, y + drop * 0.5),
            (x - 0.084, y + 0.0),
        ]
    )
    collar = Shape().curve([trunk.at(1.06, -0.024), trunk.at(1.02, 0), trunk.at(1.06, 0.024)], 0.02)
    seam = Shape().curve([trunk.at(1.02, 0.006), trunk.at(0.9, 0.05), trunk.at(0.6, 0.07)], 0.004)
    return [(panel, colour), (trunk.outline(0), colour), (collar.join(seam), darker(colour, 0.2))]


def raincoat(trunk: Trunk, colour: Colour, length: float = 0.24) -> list[Layer]:
    """Return a cape that hides the arms and widens to below the hip."""
    x, y = trunk.pose.hip
    left, right = trunk.at(0.94, -0.1), trunk.at(0.94, 0.1)
    half = 0.15
    cape = Shape().blob(
        [
            trunk.at(1.08, -0.03),
            left,
            (x - half * 0.94, y - 0.06),
            (x - half, y + length),
            (x, y + length + 0.02),
            (x + half, y + length),
            (x + half * 0.94, y - 0.06),
            right,
            trunk.at(1.08, 0.03),
        ],
        steps=5,
    )
    folds = Shape().line([trunk.at(0.7, -0.05), (x - 0.07, y + length - 0.02)], 0.003, 0.008)
    folds.line([trunk.at(0.8, 0.03), (x + 0.05, y + length - 0.01)], 0.003, 0.01)
    return [(cape, colour), (folds, darker(colour, 0.22))]


def apron(trunk: Trunk, colour: Colour) -> list[Layer]:
    """Return an apron with a bib and neck straps, seen from the front or the side."""
    x, y = trunk.pose.hip
    shift = 0.03 if trunk.pose.view == "side" else 0
    half = 0.05 if shift else 0.078
    points = [
        trunk.at(0.78, shift - half * 0.6),
        trunk.at(0.78, shift + half * 0.6),
        trunk.at(0.34, shift + half * 0.9),
        (x + shift + half, y + 0.02),
        (x + shift + half, y + 0.15),
        (x + shift - half, y + 0.15),
        (x + shift - half, y + 0.02),
        trunk.at(0.34, shift - half * 0.9),
    ]
    straps = Shape().line([trunk.at(0.78, shift - half * 0.5), trunk.at(1.0, -0.02)], 0.01)
    straps.line([trunk.at(0.78, shift + half * 0.5), trunk.at(1.0, 0.02)], 0.01)
    return [(Shape().polygon(points).join(straps), colour)]
