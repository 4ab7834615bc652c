"""Which files people may send: a short list, by content; pictures are decoded, archives are only looked into.

Nothing is unpacked: an archive bomb is seen by what its own directory says, and Word documents with programs in them
are refused. Raises ValidationError, which names the file.
"""

import hashlib
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from cms.core.text.nfc import clean_text

MAX_FILES = 3
MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 2000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
EXTENSIONS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    DOCX: ".docx",
}
ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.docx"


@dataclass(frozen=True)
class Upload:
    """A file that may be stored: its own name for people, and what its content is."""

    file: File
    name: str
    content_type: str
    size: int
    sha256: str


def check_files(files: list[UploadedFile]) -> list[Upload]:
    """Return the files as they may be stored. Raises ValidationError for the first that may not."""
    if len(files) > MAX_FILES:
        raise ValidationError(_("At most %(count)d files.") % {"count": MAX_FILES}, code="too_many")
    return [_check(file) for file in files]


def _check(file: UploadedFile) -> Upload:
    name = clean_text(PurePath(file.name or "").name)[-100:]
    if not file.size:
        raise ValidationError(_("“%(name)s” is empty.") % {"name": name}, code="empty")
    if file.size > MAX_BYTES:
        raise ValidationError(_("“%(name)s” is larger than 10 MB.") % {"name": name}, code="too_large")
    content_type = _content_type(file)
    if content_type is None:
        raise ValidationError(
            _("“%(name)s” is not a whole PDF, Word document (.docx) or picture (JPEG, PNG, WebP).") % {"name": name},
            code="not_allowed",
        )
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    stem = PurePath(name).stem or "file"
    return Upload(file, stem + EXTENSIONS[content_type], content_type, file.size, digest.hexdigest())


def _content_type(file: UploadedFile) -> str | None:
    file.seek(0)
    head = file.read(1024)
    if head.startswith(b"%PDF-"):
        file.seek(max(file.size - 2048, 0))
        return "application/pdf" if b"%%EOF" in file.read() else None
    if head.startswith(b"PK\x03\x04"):
        return DOCX if _is_plain_docx(file) else None
    return _picture_type(file)


def _is_plain_docx(file: UploadedFile) -> bool:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return False
    names = {part.filename for part in parts}
    return (
        {"[Content_Types].xml", "word/document.xml"} <= names
        and not any(name.lower().endswith(("vbaproject.bin", ".exe", ".js", ".zip", ".docx")) for name in names)
        and len(parts) <= MAX_PARTS
        and sum(part.file_size for part in parts) <= MAX_UNPACKED
    )


def _picture_type(file: UploadedFile) -> str | None:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=list(PICTURES)) as image:
                if image.width * image.height > MAX_PIXELS:
                    return None
                image.load()
                return PICTURES[image.format]
    except Exception:
        # Decoders raise OSError, SyntaxError, ValueError, struct.error and more for the same thing: a broken file.
        return None
