"""Heads, hair and what is worn on them: helmets with lamps, nón lá, caps, hoods. Units: the figure's height."""

from ..canvas.colour import Colour, darker, lighter
from ..canvas.shape import Shape, arc

Layer = tuple[Shape, Colour]


def head(view: str, skin: Colour) -> list[Layer]:
    """Return a bare head around its middle, facing right in side view."""
    if view == "side":
        skull = Shape().blob(
            "0,-0.07 0.036,-0.058 0.05,-0.03 0.051,-0.006 0.064,0.016 0.053,0.024 0.052,0.04 0.045,0.059 "
            "0.028,0.067 0,0.056 -0.03,0.045 -0.055,0.015 -0.06,-0.02 -0.042,-0.056",
            steps=4,
        )
        return [(skull, skin), (Shape().ellipse(-0.006, 0.008, 0.011, 0.017, 8), darker(skin, 0.22))]
    skull = Shape().blob(
        "0,-0.072 0.038,-0.058 0.053,-0.02 0.049,0.022 0.03,0.056 0,0.068 -0.03,0.056 -0.049,0.022 "
        "-0.053,-0.02 -0.038,-0.058",
        steps=5,
    )
    ears = Shape().ellipse(-0.053, 0.004, 0.009, 0.016).ellipse(0.053, 0.004, 0.009, 0.016)
    return [(ears, darker(skin, 0.2)), (skull, skin)]


def hair(view: str, style: str, colour: Colour) -> list[Layer]:
    """Return hair in style "short", "bun", "tail", "long" or "none"."""
    shape = Shape()
    if style == "none":
        return []
    if view == "back":
        shape.blob("0,-0.078 0.045,-0.06 0.058,-0.015 0.045,0.04 0,0.052 -0.045,0.04 -0.058,-0.015 -0.045,-0.06")
        if style == "long":
            shape.blob("-0.056,-0.02 0,-0.05 0.056,-0.02 0.066,0.11 0,0.15 -0.066,0.11")
        elif style == "tail":
            shape.blob("-0.02,0 0.02,0 0.03,0.08 0.006,0.17 -0.022,0.09")
        elif style == "bun":
            shape.ellipse(0, -0.01, 0.036, 0.034)
    elif view == "side":
        shape.blob(
            "0.046,-0.044 0.03,-0.074 -0.012,-0.082 -0.052,-0.062 -0.068,-0.02 -0.06,0.026 -0.036,0.05 "
            "-0.018,0.02 -0.006,-0.014 0.024,-0.032"
        )
        if style == "long":
            shape.blob("-0.01,-0.02 -0.06,-0.03 -0.08,0.06 -0.084,0.15 -0.05,0.17 -0.016,0.06")
        elif style == "tail":
            shape.blob("-0.05,-0.03 -0.09,-0.01 -0.112,0.06 -0.098,0.14 -0.078,0.06 -0.058,0.01")
        elif style == "bun":
            shape.ellipse(-0.076, -0.012, 0.03, 0.028)
    else:
        if style in ("long", "tail"):
            low = 0.12 if style == "long" else 0.03
            shape.blob([(-0.056, -0.03), (-0.068, 0.03), (-0.07, low), (-0.038, low + 0.01), (-0.042, -0.02)])
            shape.blob([(0.056, -0.03), (0.068, 0.03), (0.07, low), (0.038, low + 0.01), (0.042, -0.02)])
        shape.blob(
            "-0.056,0 -0.06,-0.04 -0.034,-0.08 0.012,-0.086 0.05,-0.062 0.057,0 0.046,-0.028 0.006,-0.04 "
            "-0.03,-0.036 -0.046,-0.022"
        )
        if style == "bun":
            shape.ellipse(0.004, -0.092, 0.03, 0.024)
    return [(shape, colour)]


def helmet(view: str, colour: Colour) -> list[Layer]:
    """Return a miner's helmet with brim, ridge and lamp."""
    if view == "side":
        dome = Shape().polygon(arc(-0.002, -0.022, 0.07, 0.068, 180, 360))
        brim = Shape().blob("-0.078,-0.028 0.06,-0.032 0.104,-0.016 0.1,-0.008 0.06,-0.018 -0.076,-0.016")
        ridge = Shape().curve("-0.05,-0.068 -0.002,-0.088 0.044,-0.07", 0.012)
        lamp = Shape().box(0.056, -0.07, 0.024, 0.03, 0.008)
    else:
        dome = Shape().polygon(arc(0, -0.022, 0.067, 0.07, 180, 360))
        brim = Shape().blob("-0.08,-0.02 -0.06,-0.034 0,-0.04 0.06,-0.034 0.08,-0.02 0.05,-0.014 0,-0.02 -0.05,-0.014")
        ridge = Shape().box(-0.009, -0.095, 0.018, 0.056, 0.008)
        lamp = Shape().box(-0.015, -0.068, 0.03, 0.028, 0.01)
    layers = [(dome, colour), (ridge, lighter(colour, 0.3)), (brim, darker(colour, 0.14))]
    return layers if view == "back" else [*layers, (lamp, "#fff3c4")]


def non_la(colour: Colour) -> list[Layer]:
    """Return the conical palm-leaf hat: rim seen slightly from above, with its rings."""
    cone = Shape().blob(
        "-0.15,-0.014 -0.09,-0.058 -0.002,-0.132 0.002,-0.132 0.09,-0.058 0.15,-0.014 0.09,0.006 0,0.013 -0.09,0.006"
    )
    rings = Shape()
    for share in (0.34, 0.56, 0.78):
        y, half = -0.126 + 0.118 * share, 0.142 * share
        rings.curve([(-half, y - 0.004), (0, y + 0.016 * share), (half, y - 0.004)], 0.0028)
    return [(cone, colour), (rings, darker(colour, 0.25))]


def cap(view: str, colour: Colour) -> list[Layer]:
    """Return a soft cap with a peak."""
    if view == "side":
        dome = Shape().polygon(arc(-0.004, -0.02, 0.064, 0.066, 180, 360))
        return [(dome, colour), (Shape().blob("0.03,-0.034 0.07,-0.036 0.102,-0.014 0.05,-0.016"), darker(colour))]
    dome = Shape().polygon(arc(0, -0.022, 0.061, 0.066, 180, 360))
    peak = Shape().blob("-0.056,-0.022 0,-0.04 0.056,-0.022 0.04,-0.004 0,-0.01 -0.04,-0.004")
    return [(dome, colour)] if view == "back" else [(dome, colour), (peak, darker(colour))]


def round_cap(view: str, colour: Colour) -> list[Layer]:
    """Return the gathered cap of factory and kitchen workers and of nurses."""
    shift = -0.012 if view == "side" else 0
    crown = Shape().blob(
        [
            (-0.062 + shift, -0.016),
            (-0.074 + shift, -0.052),
            (-0.04 + shift, -0.092),
            (0.02 + shift, -0.094),
            (0.066, -0.056),
            (0.06, -0.024),
            (0.02, -0.03),
            (-0.03 + shift, -0.026),
        ]
    )
    band = Shape().curve([(-0.062 + shift, -0.016), (0, -0.032), (0.06, -0.026)], 0.012)
    return [(crown, colour), (band, darker(colour, 0.16))]


def hood(view: str, colour: Colour) -> list[Layer]:
    """Return the hood of a raincoat."""
    shift = -0.008 if view == "side" else 0
    shell = Shape().blob(
        [
            (-0.074 + shift, 0.07),
            (-0.078 + shift, -0.01),
            (-0.05 + shift, -0.075),
            (0, -0.096),
            (0.05, -0.076),
            (0.07, -0.02),
            (0.066, 0.06),
            (0.03, 0.09),
            (-0.03, 0.09),
        ]
    )
    if view == "back":
        return [(shell, colour)]
    face = Shape().ellipse(0.022 if view == "side" else 0, 0.008, 0.036 if view == "side" else 0.046, 0.056)
    return [(shell, colour), (face, darker(colour, 0.6))]


def headwear(kind: str, view: str, colour: Colour) -> list[Layer]:
    """Return the layers of `kind`: "helmet", "non_la", "cap", "round_cap", "hood" or ""."""
    match kind:
        case "helmet":
            return helmet(view, colour)
        case "non_la":
            return non_la(colour)
        case "cap":
            return cap(view, colour)
        case "round_cap":
            return round_cap(view, colour)
        case "hood":
            return hood(view, colour)
    return []
