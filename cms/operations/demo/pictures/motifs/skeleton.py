"""The joints of a human figure: a pose in units of its height, solved so that hands and feet reach their places."""

from dataclasses import dataclass, field
from math import acos, atan2, cos, degrees, hypot, radians, sin

from ..canvas.shape import Point

THIGH = SHIN = 0.236
UPPER_ARM, FOREARM = 0.16, 0.145
NECK, HEAD = 0.32, 0.094


@dataclass(frozen=True)
class Pose:
    """How a figure stands, in units of its height; the origin is the ground below it, y grows downwards.

    Pairs are (far, near) in side view and (left, right) as seen in front and back view; side views face right.
    A foot is (x, y of its sole, angle); bends are 1 or -1.
    """

    view: str = "front"
    hip: Point = (0, -0.508)
    lean: float = 0
    nod: float = 0
    hands: tuple[Point | None, Point | None] = (None, None)
    feet: tuple[tuple[float, float, float], tuple[float, float, float]] = ((-0.055, 0, 0), (0.055, 0, 0))
    elbows: tuple[int, int] = (1, -1)
    knees: tuple[int, int] = (1, -1)
    has_arms_behind: bool = False
    has_legs: bool = True


@dataclass
class Joints:
    """Solved positions in units of the figure's height."""

    hip: Point
    neck: Point
    head: Point
    shoulders: list[Point] = field(default_factory=list)
    elbows: list[Point] = field(default_factory=list)
    wrists: list[Point] = field(default_factory=list)
    hips: list[Point] = field(default_factory=list)
    knees: list[Point] = field(default_factory=list)
    ankles: list[Point] = field(default_factory=list)
    feet: list[tuple[float, float, float]] = field(default_factory=list)


def turned(point: Point, angle: float) -> Point:
    """Return `point` turned clockwise by `angle` degrees around the origin."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


def middle_joint(start: Point, end: Point, first: float, second: float, bend: int) -> tuple[Point, Point]:
    """Return the joint between two bones and the end that they really reach."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = min(max(hypot(dx, dy), abs(first - second) + 0.01), first + second - 0.0005)
    turn = atan2(dy, dx)
    inner = acos(max(-1, min(1, (first**2 + length**2 - second**2) / (2 * first * length))))
    angle = turn + bend * inner
    joint = (start[0] + first * cos(angle), start[1] + first * sin(angle))
    return joint, (start[0] + length * cos(turn), start[1] + length * sin(turn))


def solve(pose: Pose, build: float = 1) -> Joints:
    """Return the joints of `pose`; `build` widens shoulders and hips."""
    hx, hy = pose.hip

    def on_trunk(across: float, along: float) -> Point:
        dx, dy = turned((across, -along), pose.lean)
        return hx + dx, hy + dy

    is_side = pose.view == "side"
    shoulder, hip = (0.012, 0.012) if is_side else (0.085 * build, 0.046 * build)
    neck = on_trunk(0.004 if is_side else 0, NECK)
    hx2, hy2 = turned((0.012 if is_side else 0, -HEAD), pose.lean + pose.nod)
    joints = Joints(pose.hip, neck, (neck[0] + hx2, neck[1] + hy2), feet=list(pose.feet))
    for n, sign in enumerate((-1, 1)):
        start = on_trunk(-0.006 if is_side else sign * shoulder, NECK - 0.046)
        rest = (start[0] + (0.03 if is_side else sign * 0.03), start[1] + 0.302)
        elbow, wrist = middle_joint(start, pose.hands[n] or rest, UPPER_ARM, FOREARM, pose.elbows[n])
        joints.shoulders.append(start)
        joints.elbows.append(elbow)
        joints.wrists.append(wrist)
        start = on_trunk(sign * hip if not is_side else 0, 0)
        x, y, angle = pose.feet[n]
        lift = turned((0, -0.038), angle)
        bend = -1 if is_side else pose.knees[n]
        knee, ankle = middle_joint(start, (x + lift[0], y + lift[1]), THIGH, SHIN, bend)
        joints.hips.append(start)
        joints.knees.append(knee)
        joints.ankles.append(ankle)
    return joints


def heading(start: Point, end: Point) -> float:
    """Return the direction from `start` to `end` in degrees, 0 to the right, clockwise."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0]))
