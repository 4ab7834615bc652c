"""Poses that recur: standing, walking, running, reaching, rowing, raising a hand."""

from .skeleton import Pose

STANDING = Pose()
STANDING_BACK = Pose(view="back", hands=((-0.125, -0.49), (0.125, -0.49)))
RELAXED = Pose(hands=((-0.13, -0.49), (0.06, -0.56)), elbows=(1, 1))
ARMS_CROSSED = Pose(hands=((0.05, -0.64), (-0.05, -0.61)), elbows=(1, -1))
WAVING = Pose(hands=((-0.14, -0.5), (0.17, -0.97)), elbows=(1, -1))
STANDING_SIDE = Pose(
    view="side", feet=((-0.03, 0, 0), (0.025, 0, 0)), hands=((0.0, -0.49), (0.03, -0.5)), elbows=(1, 1)
)
WALKING = Pose(
    view="side",
    hip=(0, -0.49),
    lean=3,
    feet=((-0.15, -0.03, 38), (0.13, 0, -8)),
    hands=((0.12, -0.53), (-0.1, -0.5)),
    elbows=(1, 1),
)
STROLLING = Pose(
    view="side",
    hip=(0, -0.495),
    lean=2,
    feet=((0.1, 0, -4), (-0.11, -0.02, 26)),
    hands=((-0.08, -0.5), (0.11, -0.53)),
    elbows=(1, 1),
)
WALKING_BACK = Pose(view="back", feet=((-0.05, -0.03, 0), (0.05, 0.0, 0)), hands=((-0.13, -0.5), (0.12, -0.48)))
RUNNING = Pose(
    view="side",
    hip=(0, -0.51),
    lean=12,
    feet=((-0.3, -0.2, 75), (0.17, -0.02, -12)),
    hands=((0.2, -0.66), (-0.1, -0.58)),
    elbows=(1, 1),
)
RUNNING_LOW = Pose(
    view="side",
    hip=(0, -0.5),
    lean=11,
    feet=((0.12, -0.14, 8), (-0.17, -0.01, 42)),
    hands=((-0.12, -0.56), (0.2, -0.68)),
    elbows=(1, 1),
)
REACHING = Pose(
    view="side", lean=5, feet=((-0.06, 0, 0), (0.05, 0, 0)), hands=((0.28, -0.66), (0.27, -0.7)), elbows=(1, 1)
)
ROWING = Pose(
    view="side",
    hip=(0, -0.49),
    lean=16,
    feet=((-0.14, 0, 10), (0.1, 0, 0)),
    hands=((0.25, -0.62), (0.27, -0.58)),
    elbows=(1, 1),
)
