"""What is taken out of an uploaded picture before it is stored: place, camera, comments, and whatever is tacked on.

JPEG, PNG and WebP are rewritten part by part, without touching a pixel; a picture that is only turned by its EXIF
data is turned for good, which means encoding it again; so are AVIF and GIF. Colour profiles stay.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps

from media.files.image_formats import open_picture

ORIENTATION = 0x0112

# Application segments that say how the picture looks: JFIF's header, colour profile, Adobe's colour transform.
_JPEG_APPLICATION_DATA = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
# PNG chunks that say how the picture looks (PNG 3rd edition, §11); all others are words, dates and places.
_PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS iCCP sRGB gAMA cHRM cICP sBIT bKGD pHYs acTL fcTL fdAT mDCV cLLI".split()
)
_WEBP_CHUNKS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
# Flags of the VP8X chunk: Exif metadata present, XMP metadata present.
_WEBP_METADATA_FLAGS = 0b00001100

_ENCODED_AGAIN = {
    "JPEG": {"quality": 95, "subsampling": 0, "progressive": True},
    "MPO": {"quality": 95, "subsampling": 0, "progressive": True},
    "PNG": {},
    "WEBP": {"quality": 95, "method": 4},
    "AVIF": {"quality": 90, "speed": 7},
    "GIF": {},
}


def clean_original(data: bytes) -> bytes:
    """Return the same picture without metadata, with its orientation applied and its colour profile kept.

    Raises OSError (Pillow's UnidentifiedImageError among it) for what is not a picture, or one of another format.
    """
    with open_picture(BytesIO(data)) as image:
        is_turned = image.getexif().get(ORIENTATION, 1) not in (0, 1)
        rewrite = _REWRITERS.get(image.format)
        if rewrite is not None and not is_turned:
            return b"".join(rewrite(data))
        return _encode_again(image)


def _encode_again(image: Image.Image) -> bytes:
    options = dict(_ENCODED_AGAIN[image.format])
    image_format = "JPEG" if image.format == "MPO" else image.format
    profile = image.info.get("icc_profile")
    if profile and image_format != "GIF":
        options["icc_profile"] = profile
    output = BytesIO()
    if getattr(image, "n_frames", 1) > 1 and image_format != "JPEG":
        image.info.pop("comment", None)
        image.save(output, image_format, save_all=True, exif=b"", **options)
        return output.getvalue()
    turned = ImageOps.exif_transpose(image)
    # Pillow would write what it keeps here back into the file.
    turned.info = {key: value for key, value in turned.info.items() if key in ("transparency", "gamma", "dpi")}
    turned.save(output, image_format, **options)
    return output.getvalue()


def _jpeg_without_metadata(data: bytes) -> Iterator[bytes]:
    """Give the segments that make the picture (ITU-T T.81, annex B), up to the end-of-image marker."""
    yield data[:2]
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise OSError("not a JPEG segment")
        marker = data[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4])
        if marker == 0xDA:  # start of scan: its data runs to the next marker that is neither stuffing nor restart
            end = _end_of_scan(data, end)
        if _is_part_of_jpeg(marker, data[position + 4 : end]):
            yield data[position:end]
        position = end
        if data[position : position + 2] == b"\xff\xd9":
            break
    yield b"\xff\xd9"


def _is_part_of_jpeg(marker: int, payload: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return payload.startswith(_JPEG_APPLICATION_DATA.get(marker, b"not kept"))
    return marker != 0xFE  # a comment


def _end_of_scan(data: bytes, position: int) -> int:
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        if data[position + 1] == 0xFF:
            position += 1
        elif data[position + 1] == 0x00 or 0xD0 <= data[position + 1] <= 0xD7:
            position += 2
        else:
            return position


def _png_without_metadata(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    position = 8
    while position + 12 <= len(data):
        end = position + 12 + int.from_bytes(data[position : position + 4])
        name = data[position + 4 : position + 8]
        if name in _PNG_CHUNKS:
            yield data[position:end]
        position = end
        if name == b"IEND":
            break


def _webp_without_metadata(data: bytes) -> Iterator[bytes]:
    chunks = []
    position, last = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while position + 8 <= last:
        name = data[position : position + 4]
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        end = position + 8 + size + size % 2
        chunk = data[position:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_METADATA_FLAGS]) + chunk[9:]
        if name in _WEBP_CHUNKS:
            chunks.append(chunk)
        position = end
    body = b"WEBP" + b"".join(chunks)
    yield b"RIFF" + len(body).to_bytes(4, "little") + body


_REWRITERS = {
    "JPEG": _jpeg_without_metadata,
    "MPO": _jpeg_without_metadata,
    "PNG": _png_without_metadata,
    "WEBP": _webp_without_metadata,
}
