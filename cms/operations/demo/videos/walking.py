"""Walking figures for the films: the phases of one stride, drawn once and shown in turn."""

from math import cos, pi, sin

from PIL import Image

from ..pictures.canvas.scene import Scene
from ..pictures.motifs.figure import Light, Outfit, paint_figure
from ..pictures.motifs.skeleton import Pose

PHASES = 24
# A stride (two steps) covers this share of the walker's height.
STRIDE = 0.62


def _foot(phase: float) -> tuple[float, float, float]:
    swing = max(0, -sin(2 * pi * phase))
    x = 0.155 * cos(2 * pi * phase)
    return x, -0.055 * swing, swing * (10 - x * 170)


def stride_pose(phase: float) -> Pose:
    """Return the pose at `phase` (0 to 1) of a stride, facing right."""
    swing = 0.11 * cos(2 * pi * phase)
    return Pose(
        view="side",
        hip=(0, -0.49 - 0.008 * cos(4 * pi * phase)),
        lean=3,
        feet=(_foot(phase + 0.5), _foot(phase)),
        hands=((0.02 + swing, -0.51 - abs(swing) * 0.2), (0.02 - swing, -0.51 - abs(swing) * 0.2)),
        elbows=(1, 1),
    )


class Walker:
    """A figure of `height` units that walks along a level line from `start` at `speed` units a second."""

    def __init__(self, height: float, outfit: Outfit, light: Light, scale: float, is_leftward: bool = False):
        self.height, self.scale, self.is_leftward = height, scale, is_leftward
        self.frames: list[Image.Image] = []
        width = height * 0.8
        for n in range(PHASES):
            scene = Scene("walker", scale, is_layer=True, width=round(width), height=round(height * 1.15))
            paint_figure(
                scene, width / 2, height * 1.1, height, stride_pose(n / PHASES), outfit, light, mirror=is_leftward
            )
            self.frames.append(scene.image)

    def show(self, stage, x: float, y: float, depth: float = 1, opacity: float = 1) -> None:
        """Show the walker with its feet at (x, y); the phase follows from how far it has come."""
        phase = (x / (self.height * STRIDE)) % 1
        if self.is_leftward:
            phase = 1 - phase
        image = self.frames[int(phase * PHASES) % PHASES]
        stage.sprite(image, self.scale, x - self.height * 0.4, y - self.height * 1.1, depth, opacity)
