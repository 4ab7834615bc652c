"""A stage of drawn layers and a camera that glides before them: near layers move faster than far ones."""

from dataclasses import dataclass
from math import ceil, cos, floor, pi

from PIL import Image

WIDTH, HEIGHT, RATE, SECONDS = 1280, 720, 25, 12


def ease(share: float) -> float:
    """Return `share` (0 to 1, clipped) with a slow start and end."""
    return (1 - cos(pi * min(1, max(0, share)))) / 2


@dataclass
class Camera:
    """What the film sees: the middle (x, y) and the width of the view, in design units."""

    x: float
    y: float
    view: float

    def at_depth(self, depth: float, home: "Camera") -> "Camera":
        """Return this camera as a layer at `depth` sees it: 1 moves fully to the side, 0 stays as `home`.

        Height and width of the view are the same for all, so that layers standing on one line stay on it.
        """
        return Camera(self.x * depth + home.x * (1 - depth), self.y, self.view)

    @property
    def scale(self) -> float:
        """Pixels of the film per design unit."""
        return WIDTH / self.view

    @property
    def left(self) -> float:
        return self.x - self.view / 2

    @property
    def top(self) -> float:
        return self.y - self.view * HEIGHT / WIDTH / 2


class Stage:
    """Composes one frame: first a ground that fills the view, then layers and sprites over it."""

    def __init__(self, camera: Camera, home: Camera):
        self.camera, self.home = camera, home
        self.frame = Image.new("RGB", (WIDTH, HEIGHT))

    def ground(self, image: Image.Image, scale: float, depth: float = 1) -> None:
        """Show an opaque picture drawn with `scale` pixels per unit."""
        self.frame = image.transform(
            (WIDTH, HEIGHT), Image.Transform.AFFINE, self._window(scale, depth), Image.Resampling.BICUBIC
        )

    def layer(
        self, image: Image.Image, scale: float, depth: float = 1, opacity: float = 1, dx: float = 0, dy: float = 0
    ) -> None:
        """Lay a transparent picture, moved by (dx, dy) units, over the frame."""
        if opacity <= 0.01:
            return
        sheet = image.transform(
            (WIDTH, HEIGHT), Image.Transform.AFFINE, self._window(scale, depth, dx, dy), Image.Resampling.BILINEAR
        )
        mask = sheet.getchannel("A")
        if opacity < 1:
            mask = mask.point([round(v * opacity) for v in range(256)])
        self.frame.paste(sheet.convert("RGB"), (0, 0), mask)

    def sprite(
        self,
        image: Image.Image,
        scale: float,
        x: float,
        y: float,
        depth: float = 1,
        opacity: float = 1,
        size: float = 1,
    ) -> None:
        """Place a small transparent picture with its upper left corner at (x, y) units, enlarged by `size`."""
        camera = self.camera.at_depth(depth, self.home)
        zoom = camera.scale * size / scale
        left, top = (x - camera.left) * camera.scale, (y - camera.top) * camera.scale
        box = (floor(left), floor(top), ceil(left + image.width * zoom) + 1, ceil(top + image.height * zoom) + 1)
        if box[2] < 0 or box[3] < 0 or box[0] > WIDTH or box[1] > HEIGHT:
            return
        window = (1 / zoom, 0, (box[0] - left) / zoom, 0, 1 / zoom, (box[1] - top) / zoom)
        sheet = image.transform(
            (box[2] - box[0], box[3] - box[1]), Image.Transform.AFFINE, window, Image.Resampling.BICUBIC
        )
        mask = sheet.getchannel("A")
        if opacity < 1:
            mask = mask.point([round(v * max(0, opacity)) for v in range(256)])
        self.frame.paste(sheet.convert("RGB"), box[:2], mask)

    def veil(self, colour: tuple[int, int, int], opacity: float) -> None:
        """Lay one colour over everything."""
        if opacity > 0.004:
            self.frame = Image.blend(self.frame, Image.new("RGB", self.frame.size, colour), opacity)

    def _window(self, scale: float, depth: float, dx: float = 0, dy: float = 0) -> tuple[float, ...]:
        camera = self.camera.at_depth(depth, self.home)
        step = scale / camera.scale
        return (step, 0, (camera.left - dx) * scale, 0, step, (camera.top - dy) * scale)
