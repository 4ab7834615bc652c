"""Which uploads are accepted: by content, with a name that agrees, within size and pixels. Raises ValidationError.

Limits come from settings (WAGTAILIMAGES_*, WAGTAILDOCS_*, WAGTAILMEDIA, MEDIA_FILE_MAX_SIZE, CAPTIONS_MAX_SIZE).
"""

import warnings
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image

from media.files.content import HEAD, kind_of, looks_like_markup, unpacked_size
from media.files.image_formats import IMAGE_EXTENSIONS, open_picture
from media.files.webvtt import WebVTTError, read_webvtt

# The extension a content may have beside its own.
TEXT_EXTENSIONS = ("csv", "txt")


def extension_of(file) -> str:
    return PurePath(file.name or "").suffix.lower().removeprefix(".")


def validate_image(file) -> None:
    """Accept a complete picture of an allowed format; `file` is left at its beginning."""
    _check_size(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    extension = _check_extension(file, settings.WAGTAILIMAGES_EXTENSIONS)
    try:
        with warnings.catch_warnings():
            # Between its limit and twice its limit Pillow only warns; ours is checked below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image_format = _read_picture(file)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except ValidationError:
        raise
    except Exception as error:
        # Decoders raise OSError, SyntaxError, ValueError, struct.error and more for the same thing: a broken file.
        raise ValidationError(
            _("This is not a picture, or it is damaged. Try to save it again."), code="invalid_image"
        ) from error
    finally:
        file.seek(0)
    if extension not in IMAGE_EXTENSIONS[image_format]:
        raise _disagreement(extension, IMAGE_EXTENSIONS[image_format][0])


def _read_picture(file) -> str:
    """Decode the whole picture; return Pillow's name of its format."""
    file.seek(0)
    with open_picture(file) as image:
        # Of an animation every frame counts. The second picture of an MPO is never decoded.
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        pixels = image.width * image.height * frames
        if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise _too_many_pixels()
        image.seek(0)
        image.load()
        image_format = image.format
    file.seek(0)
    # `load` reads pixels, `verify` the checksums around them; one instance cannot do both.
    with open_picture(file) as image:
        image.verify()
    return image_format


def validate_document(file) -> None:
    """Accept a document whose content is what its name says; `file` is left at its beginning."""
    _check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    extension = _check_extension(file, settings.WAGTAILDOCS_EXTENSIONS)
    _check_kind(file, extension)
    _check_unpacked(file)


def validate_media(file, media_type: str) -> None:
    """Accept a film (`media_type` "video") or recording ("audio"); `file` is left at its beginning."""
    _check_size(file, settings.MEDIA_FILE_MAX_SIZE)
    name = "VIDEO_EXTENSIONS" if media_type == "video" else "AUDIO_EXTENSIONS"
    extension = _check_extension(file, settings.WAGTAILMEDIA[name])
    _check_kind(file, extension)


def validate_captions(file) -> None:
    """Accept WebVTT captions; `file` is left at its beginning."""
    _check_size(file, settings.CAPTIONS_MAX_SIZE)
    _check_extension(file, ["vtt"])
    file.seek(0)
    data = file.read()
    file.seek(0)
    try:
        read_webvtt(data)
    except WebVTTError as error:
        raise ValidationError(str(error), code="invalid_captions") from error


def _check_size(file, limit: int) -> None:
    if not file.size:
        raise ValidationError(_("The file is empty."), code="empty")
    if file.size > limit:
        raise ValidationError(
            _("The file is too large (%(size)s). At most %(limit)s are accepted."),
            code="file_too_large",
            params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)},
        )


def _check_extension(file, allowed: list[str]) -> str:
    extension = extension_of(file)
    if extension not in allowed:
        raise ValidationError(
            _("Files of this type are not accepted. Accepted: %(allowed)s."),
            code="invalid_extension",
            params={"allowed": ", ".join(allowed).upper()},
        )
    return extension


def _check_unpacked(file) -> None:
    unpacked = unpacked_size(file)
    if unpacked > settings.DOCUMENT_MAX_UNPACKED_SIZE:
        raise ValidationError(
            _("Unpacked, this file would be %(size)s. At most %(limit)s are accepted."),
            code="unpacks_too_large",
            params={
                "size": filesizeformat(unpacked),
                "limit": filesizeformat(settings.DOCUMENT_MAX_UNPACKED_SIZE),
            },
        )


def _check_kind(file, extension: str) -> None:
    kind = kind_of(file)
    if kind == extension or (kind == "txt" and extension in TEXT_EXTENSIONS):
        return
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if not kind or looks_like_markup(head[:64]):
        raise ValidationError(
            _("The content is not that of a %(extension)s file, or it is damaged."),
            code="invalid_content",
            params={"extension": extension.upper()},
        )
    raise _disagreement(extension, kind)


def _disagreement(extension: str, kind: str) -> ValidationError:
    return ValidationError(
        _("The name says %(extension)s, but the content is %(kind)s. Save the file again under the right type."),
        code="extension_disagrees",
        params={"extension": extension.upper(), "kind": kind.upper()},
    )


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("The picture has too many pixels. At most %(limit)s megapixels are accepted."),
        code="too_many_pixels",
        params={"limit": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
    )
