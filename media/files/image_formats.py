"""The picture formats that are stored: what Pillow calls them, and which extensions may stand for each."""

from PIL import Image

# Loads every decoder's module; which of them are asked is said at each opening.
Image.init()

# MPO is the JPEG that many phones write, with a second picture behind the first; Pillow's JPEG decoder names it.
IMAGE_EXTENSIONS = {
    "AVIF": ("avif",),
    "GIF": ("gif",),
    "JPEG": ("jpg", "jpeg"),
    "MPO": ("jpg", "jpeg"),
    "PNG": ("png",),
    "WEBP": ("webp",),
}
DECODERS = ["AVIF", "GIF", "JPEG", "PNG", "WEBP"]


def open_picture(file) -> Image.Image:
    """Open a picture of a format that is stored; other decoders (EPS, PSD, TIFF …) never see the file.

    Reads the header only. Raises OSError for anything else, Image.DecompressionBombError for absurd dimensions.
    """
    return Image.open(file, formats=DECODERS)
