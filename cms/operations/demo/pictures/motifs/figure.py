"""People: a pose and an outfit painted as flat forms, then shaded and rim-lit as one body."""

from dataclasses import dataclass
from math import cos, radians, sin

from ..canvas.colour import Colour, darker, mix
from ..canvas.scene import Scene
from ..canvas.shape import Point, Shape
from .garments import Trunk, ao_dai, apron, jacket, raincoat, vest
from .headwear import Layer, hair, head, headwear
from .skeleton import Joints, Pose, heading, solve

SKIN = "#d9a07a"


@dataclass(frozen=True)
class Outfit:
    """What a figure wears. `garment`: "jacket", "vest", "apron", "ao_dai" or "raincoat"."""

    top: Colour = "#2f5f9e"
    trousers: Colour = "#26344f"
    shoes: Colour = "#1a2233"
    skin: Colour = SKIN
    hair: Colour = "#1d1a22"
    style: str = "short"
    hat: str = ""
    hat_colour: Colour = "#f0b81c"
    garment: str = "jacket"
    over: Colour = "#f08a24"
    strip: Colour = "#f4f0d8"
    is_short_sleeved: bool = False
    is_woman: bool = False
    build: float = 1.0
    is_bare_legged: bool = False


@dataclass(frozen=True)
class Light:
    """Rim light and shade: `angle` is where the light comes from (degrees, -90 above, 0 right)."""

    colour: Colour = "#ffd9a0"
    angle: float = -40
    strength: float = 0.8
    shade: Colour = "#141c33"
    depth: float = 0.4
    tone: Colour = "#16213a"
    share: float = 0.0


def layers(pose: Pose, outfit: Outfit) -> tuple[list[Layer], Joints]:
    """Return the figure's forms from back to front in units of its height, and its joints."""
    joints = solve(pose, outfit.build * (0.87 if outfit.is_woman else 1))
    trunk = Trunk(pose, outfit.build, outfit.is_woman)
    is_side = pose.view == "side"
    far = (0.26 if is_side else 0, 0)
    legs = [_leg(joints, n, is_side, outfit, far[n]) if pose.has_legs else [] for n in (0, 1)]
    arms = [_arm(joints, n, outfit, far[n]) for n in (0, 1)]
    body = _clothes(trunk, joints, outfit)
    neck: Layer = (
        Shape().limb(_between(joints.neck, joints.hip, 0.06), _between(joints.neck, joints.head, 0.6), 0.05, 0.044),
        darker(outfit.skin, 0.12),
    )
    crown = [*head(pose.view, outfit.skin)]
    crown += hair(pose.view, outfit.style, outfit.hair)
    crown += headwear(outfit.hat, pose.view, outfit.hat_colour)
    crown = [(s.placed(*joints.head, angle=pose.lean * 0.6 + pose.nod), c) for s, c in crown]
    if outfit.garment == "raincoat":
        return [*legs[0], *legs[1], neck, *body, *crown], joints
    if is_side:
        return [*arms[0], *legs[0], *legs[1], neck, *body, *crown, *arms[1]], joints
    if pose.has_arms_behind:
        return [*arms[0], *arms[1], *legs[0], *legs[1], neck, *body, *crown], joints
    if pose.view == "back":
        return [*legs[0], *legs[1], neck, *body, *arms[0], *arms[1], *crown], joints
    return [*legs[0], *legs[1], neck, *body, *crown, *arms[0], *arms[1]], joints


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _clothes(trunk: Trunk, joints: Joints, outfit: Outfit) -> list[Layer]:
    match outfit.garment:
        case "vest":
            return [*jacket(trunk, outfit.top), *vest(trunk, outfit.over, outfit.strip)]
        case "apron":
            return [*jacket(trunk, outfit.top), *apron(trunk, outfit.over)]
        case "ao_dai":
            return ao_dai(trunk, joints, outfit.top)
        case "raincoat":
            return raincoat(trunk, outfit.top)
    return jacket(trunk, outfit.top)


def _leg(joints: Joints, n: int, is_side: bool, outfit: Outfit, dim: float) -> list[Layer]:
    w = outfit.build
    hip, knee, ankle = joints.hips[n], joints.knees[n], joints.ankles[n]
    if outfit.is_bare_legged:
        skin = Shape().limb(hip, knee, 0.08 * w, 0.058 * w).limb(knee, ankle, 0.062 * w, 0.038)
        cloth = Shape().limb(hip, _between(hip, knee, 0.62), 0.1 * w, 0.092 * w)
    else:
        skin = Shape()
        cloth = Shape().limb(hip, knee, 0.094 * w, 0.07 * w).limb(knee, ankle, 0.07 * w, 0.056)
    if is_side:
        sole = Shape().blob("-0.034,-0.048 0.024,-0.046 0.05,-0.026 0.086,-0.014 0.09,0 -0.036,0", steps=4)
    else:
        turn = -0.014 if n == 0 else 0.014
        sole = Shape().blob(
            [
                (-0.026, -0.044),
                (0.026, -0.044),
                (0.03 + turn, -0.008),
                (0.02 + turn, 0.004),
                (-0.02 + turn, 0.004),
                (-0.03 + turn, -0.008),
            ],
            steps=4,
        )
    angle = joints.feet[n][2]
    reach = joints.ankles[n]
    sx, sy = reach[0] + sin(radians(angle)) * -0.038, reach[1] + cos(radians(angle)) * 0.038
    shoe = sole.placed(sx, sy, angle=angle)
    return [
        (skin, darker(outfit.skin, dim)),
        (shoe, darker(outfit.shoes, dim)),
        (cloth, darker(outfit.trousers, dim)),
    ]


def _arm(joints: Joints, n: int, outfit: Outfit, dim: float) -> list[Layer]:
    w = outfit.build * (0.86 if outfit.is_woman else 1)
    shoulder, elbow, wrist = joints.shoulders[n], joints.elbows[n], joints.wrists[n]
    turn = heading(elbow, wrist)
    hand = Shape().limb((0.0, 0), (0.036, 0.002), 0.034, 0.026).limb((0.034, 0.002), (0.056, 0.006), 0.026, 0.018)
    hand.limb((0.008, -0.008), (0.032, -0.02), 0.014, 0.01)
    skin = darker(outfit.skin, dim)
    parts: list[Layer] = [(hand.placed(*wrist, angle=turn, scale=1), skin)]
    if outfit.is_short_sleeved:
        parts.append((Shape().limb(elbow, wrist, 0.04 * w, 0.03 * w).limb(shoulder, elbow, 0.044 * w, 0.04 * w), skin))
        cuff = _between(shoulder, elbow, 0.62)
        parts.append((Shape().limb(shoulder, cuff, 0.062 * w, 0.06 * w), darker(outfit.top, dim)))
    else:
        sleeve = Shape().limb(shoulder, elbow, 0.062 * w, 0.052 * w).limb(elbow, wrist, 0.052 * w, 0.04 * w)
        parts.append((sleeve, darker(outfit.top, max(dim, 0.07))))
    if outfit.garment == "vest" and not outfit.is_short_sleeved:
        band = Shape().line([_between(elbow, wrist, 0.4), _between(elbow, wrist, 0.52)], 0.046 * w)
        parts.append((band, darker(outfit.strip, dim)))
    return parts


def silhouette(pose: Pose, outfit: Outfit, x: float, y: float, height: float, mirror: bool = False) -> Shape:
    """Return the whole figure as one shape standing at (x, y)."""
    parts, _ = layers(pose, outfit)
    return Shape().join(*(s for s, _ in parts)).placed(x, y, height, mirror=mirror)


def paint_figure(
    scene: Scene,
    x: float,
    y: float,
    height: float,
    pose: Pose,
    outfit: Outfit,
    light: Light | None = None,
    mirror: bool = False,
) -> Joints:
    """Paint a figure standing at (x, y) and return its joints in design units."""
    light = light or Light()
    parts, joints = layers(pose, outfit)
    placed = [(s.placed(x, y, height, mirror=mirror), mix(c, light.tone, light.share)) for s, c in parts]
    for shape, colour in placed:
        scene.fill(shape, colour)
    whole = Shape().join(*(s for s, _ in placed))
    dx, dy = cos(radians(light.angle)) * height, sin(radians(light.angle)) * height
    if light.depth:
        scene.edge(whole, light.shade, dx * 0.03, dy * 0.03, height * 0.022, light.depth, grit=0.3)
    if light.strength:
        scene.edge(whole, light.colour, -dx * 0.014, -dy * 0.014, height * 0.006, light.strength * 0.45)
        scene.edge(whole, light.colour, -dx * 0.005, -dy * 0.005, 0, light.strength)
    return _in_place(joints, x, y, -height if mirror else height, height)


def _in_place(joints: Joints, x: float, y: float, sx: float, sy: float) -> Joints:
    def move(p: Point) -> Point:
        return x + p[0] * sx, y + p[1] * sy

    return Joints(
        move(joints.hip),
        move(joints.neck),
        move(joints.head),
        *(
            [move(p) for p in group]
            for group in (joints.shoulders, joints.elbows, joints.wrists, joints.hips, joints.knees, joints.ankles)
        ),
        joints.feet,
    )
