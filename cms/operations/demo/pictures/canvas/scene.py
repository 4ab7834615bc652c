"""The canvas of one picture: fills shapes with soft edges, lights their rims, and ends with a slight grain."""

from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .colour import Colour, Paint, Ramp, rgb
from .shape import Shape
from .texture import clouds, grain

WIDTH, HEIGHT = 1920, 1280
Box = tuple[int, int, int, int]


class Scene:
    """A picture in the making. All coordinates are design units (1920 × 1280) whatever the size in pixels.

    With `is_layer` the canvas starts transparent (RGBA), for films that move several layers over each other.
    """

    def __init__(self, name: str, scale: float = 1.0, is_layer: bool = False, width: int = WIDTH, height: int = HEIGHT):
        self.scale = scale
        self.width, self.height = width, height
        self.size = (round(width * scale), round(height * scale))
        self.is_layer = is_layer
        self.random = Random(name)
        self.name = name
        self.image = Image.new("RGBA", self.size, (0, 0, 0, 0)) if is_layer else Image.new("RGB", self.size)

    def background(self, *colours: Colour, at: tuple[float, ...] | None = None, angle: float = 90) -> None:
        """Cover everything with a ramp of `colours`."""
        self.image.paste(Ramp(colours, angle, at).render(self.size))

    def fill(
        self,
        shape: Shape,
        paint: Paint,
        opacity: float = 1,
        blur: float = 0,
        within: Shape | None = None,
        grit: float = 0,
    ) -> None:
        """Paint `shape`; `blur` softens it (units), `within` clips it, `grit` (0 to 1) breaks it up like dry chalk."""
        box = self.pixels(shape, blur * 2.5)
        if box is None:
            return
        mask = self.mask(shape, box, blur)
        if within is not None:
            mask = ImageChops.multiply(mask, self.mask(within, box))
        if grit:
            mask = self._gritty(mask, grit)
        self.paste(paint, box, mask, opacity, shape)

    def edge(
        self,
        shape: Shape,
        paint: Paint,
        dx: float,
        dy: float,
        soft: float = 0,
        opacity: float = 1,
        grit: float = 0,
    ) -> None:
        """Paint the strip of `shape` that a copy moved by (dx, dy) leaves bare: rim light, or shade when soft."""
        box = self.pixels(shape, 0)
        if box is None:
            return
        mask = self.mask(shape, box)
        moved = self.mask(shape.placed(dx, dy), box, soft)
        mask = ImageChops.multiply(mask, ImageChops.invert(moved))
        if grit:
            mask = self._gritty(mask, grit)
        self.paste(paint, box, mask, opacity, shape)

    def cloud(
        self,
        area: tuple[float, float, float, float],
        colour: Colour,
        opacity: float = 1,
        lumps: tuple[int, int] = (5, 2),
        cut: int = 90,
        seed: str = "",
        within: Shape | None = None,
    ) -> None:
        """Lay soft noise of `colour` over `area` (x, y, width, height); `cut` (0 to 255) is how much stays clear."""
        x, y, width, height = area
        box = self.clipped(x, y, x + width, y + height)
        if box is None:
            return
        sheet = clouds(self.name + seed, *lumps)
        sheet = sheet.point([round(min(255, max(0, v - cut) * 255 / (255 - cut))) for v in range(256)])
        fade = Image.linear_gradient("L").resize((4, 128))
        fade = fade.point([round(255 * min(1, v / 70, (255 - v) / 70)) for v in range(256)])
        sheet = ImageChops.multiply(sheet, fade.resize(sheet.size))
        if x > 0 and x + width < self.width:
            sheet = ImageChops.multiply(sheet, fade.transpose(Image.Transpose.ROTATE_90).resize(sheet.size))
        full = (round(width * self.scale), round(height * self.scale))
        left, top = round(x * self.scale), round(y * self.scale)
        sheet = sheet.resize(full, Image.Resampling.BICUBIC)
        sheet = sheet.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        if within is not None:
            sheet = ImageChops.multiply(sheet, self.mask(within, box))
        self.paste(colour, box, sheet, opacity)

    def clipped(self, left: float, top: float, right: float, bottom: float) -> Box | None:
        """Return the pixel box of a rectangle in units, cut at the canvas; None when nothing is left."""
        k = self.scale
        box = (int(left * k) - 1, int(top * k) - 1, int(right * k) + 2, int(bottom * k) + 2)
        box = (max(0, box[0]), max(0, box[1]), min(self.size[0], box[2]), min(self.size[1], box[3]))
        return box if box[2] > box[0] and box[3] > box[1] else None

    def pixels(self, shape: Shape, margin: float) -> Box | None:
        if not shape.outlines:
            return None
        left, top, right, bottom = shape.bounds
        return self.clipped(left - margin, top - margin, right + margin, bottom + margin)

    def mask(self, shape: Shape, box: Box, blur: float = 0) -> Image.Image:
        """Return the shape's coverage of `box` (L). Blurred masks are made small, sharp ones are supersampled."""
        width, height = box[2] - box[0], box[3] - box[1]
        radius = blur * self.scale
        sharp = 4 if width * height < 40_000 else 3 if width * height < 300_000 else 2
        factor = min(1, 2 / radius) if radius > 1.4 else sharp
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        sheet = Image.new("L", size)
        draw = ImageDraw.Draw(sheet)
        k = self.scale * factor
        fx, fy = size[0] / (width * factor), size[1] / (height * factor)
        ox, oy = box[0] * factor, box[1] * factor
        for points, ink in shape.outlines:
            draw.polygon([((x * k - ox) * fx, (y * k - oy) * fy) for x, y in points], fill=ink)
        if radius > 1.4:
            sheet = sheet.filter(ImageFilter.GaussianBlur(radius * factor))
            return sheet if sheet.size == (width, height) else sheet.resize((width, height), Image.Resampling.BILINEAR)
        sheet = sheet.reduce(factor)
        return sheet.filter(ImageFilter.GaussianBlur(radius)) if radius > 0.3 else sheet

    def paste(self, paint: Paint, box: Box, mask: Image.Image, opacity: float = 1, shape: Shape | None = None) -> None:
        """Lay `paint` over `box` through `mask`; a ramp spans the bounds of `shape` (default: the box)."""
        if opacity < 1:
            mask = mask.point([round(v * opacity) for v in range(256)])
        size = (box[2] - box[0], box[3] - box[1])
        ink = self.spread(paint, box, shape) if isinstance(paint, Ramp) else rgb(paint)
        if self.is_layer:
            sheet = ink.convert("RGBA") if isinstance(ink, Image.Image) else Image.new("RGBA", size, (*ink, 255))
            sheet.putalpha(mask)
            self.image.alpha_composite(sheet, (box[0], box[1]))
        else:
            self.image.paste(ink, box, mask)

    def spread(self, paint: Ramp, box: Box, shape: Shape | None) -> Image.Image:
        """Return the part of `paint` in `box` when it spans the bounds of `shape`."""
        size = (box[2] - box[0], box[3] - box[1])
        if shape is None:
            return paint.render(size)
        left, top, right, bottom = (v * self.scale for v in shape.bounds)
        width, height = max(1, right - left), max(1, bottom - top)
        region = ((box[0] - left) / width, (box[1] - top) / height, (box[2] - left) / width, (box[3] - top) / height)
        return paint.render(size, region)

    def _gritty(self, mask: Image.Image, grit: float) -> Image.Image:
        noise = grain(mask.size, "grit")
        spread = noise.point([round(min(255, max(0, 128 + (v - 128) * 2.2))) for v in range(256)])
        broken = ImageChops.add(mask, spread, 1, -128)
        return Image.blend(mask, ImageChops.multiply(broken, mask), grit)

    def finish(self, amount: float = 0.035) -> Image.Image:
        """Lay slight grain over everything and return the picture."""
        noise = grain(self.size)
        noise = noise.point([round(128 + (v - 128) * amount * 2) for v in range(256)])
        self.image = ImageChops.add(self.image, Image.merge("RGB", (noise, noise, noise)), 1, -128)
        return self.image
