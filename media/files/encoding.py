"""Encoding a picture's whole set of renditions: read once, scaled once a size, written in every format."""

from io import BytesIO

from django.conf import settings
from PIL import Image, ImageCms, ImageOps
from wagtail.images.models import Filter

from media.files.image_formats import open_picture
from media.files.shapes import SHAPES, filter_spec, wanted_widths

WEBP_METHOD = 2


class Encoded:
    """One rendition before it is stored: its place in the set, its size in pixels, its bytes."""

    def __init__(self, shape: str, width: int, image_format: str, picture: Image.Image):
        self.shape = shape
        self.spec = filter_spec(shape, width, image_format)
        self.image_format = image_format
        self.size = picture.size
        self.data = _encode(picture, image_format)


def encode_all(image) -> list[Encoded]:
    """Return the set of renditions of an image (a CustomImage). Raises OSError if its file cannot be read."""
    with image.open_file() as file:
        source = _read(file)
    scale = source.width / image.width
    encoded = []
    for shape in SHAPES:
        for width in wanted_widths(shape, image.width, image.height):
            # Wagtail's own crop, so that the focal point means here what the admin's preview shows.
            transform = Filter(filter_spec(shape, width, "jpeg")).get_transform(image)
            box = tuple(side * scale for side in transform.get_rect().round())
            picture = source.resize(transform.size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
            encoded += [Encoded(shape, width, image_format, picture) for image_format in SHAPES[shape].formats]
    return encoded


def _read(file) -> Image.Image:
    """Return the picture as sRGB, with an alpha channel only if it has one; large JPEGs at half or quarter size."""
    image = open_picture(file)
    if image.format in ("JPEG", "MPO"):
        widest = 2 * max(width for shape in SHAPES.values() for width in shape.widths)
        image.draft(None, (widest, widest))
    image = ImageOps.exif_transpose(image)
    has_alpha = image.has_transparency_data
    profile = image.info.get("icc_profile")
    mode = "RGBA" if has_alpha else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            image = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError):
            # A profile that is broken or of another colour space: the picture is shown as if it had none.
            image = image.convert(mode)
    image = image.convert(mode)
    image.info = {}
    return image


def _encode(picture: Image.Image, image_format: str) -> bytes:
    output = BytesIO()
    if image_format == "avif":
        picture.save(
            output, "AVIF", quality=settings.WAGTAILIMAGES_AVIF_QUALITY, speed=settings.AVIF_SPEED, max_threads=1
        )
    elif image_format == "webp":
        picture.save(output, "WEBP", quality=settings.WAGTAILIMAGES_WEBP_QUALITY, method=WEBP_METHOD)
    else:
        _on_white(picture).save(
            output, "JPEG", quality=settings.WAGTAILIMAGES_JPEG_QUALITY, progressive=True, optimize=True
        )
    return output.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
