"""What a file is, by its content: its first bytes, and for office documents what is inside. Names are not believed."""

import re
import zipfile
from typing import BinaryIO

HEAD = 4096
# Beginnings after which a browser would read a web page or a script, whatever the file is called.
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php|!--)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream by which each old office format calls its contents, as written in the file's directory (UTF-16).
_OLE_STREAMS = {
    "doc": "WordDocument",
    "xls": "Workbook",
    "ppt": "PowerPoint Document",
}
_OFFICE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_ODT = b"application/vnd.oasis.opendocument.text"
_MP4_BRANDS = re.compile(rb"isom|iso[2-9a-c]|mp4[12]|avc1|M4V |M4VP|dash|MSNV|f4v ")


def kind_of(file: BinaryIO) -> str:
    """Return the extension that fits the content: "pdf", "docx", "mp4", "txt" …; "" for what is not recognised.

    Plain text of any kind (csv, vtt) is "txt". Office files with macros are not recognised. Reads as little as it can
    and leaves the file at its beginning.
    """
    file.seek(0)
    head = file.read(HEAD)
    try:
        for recognise in (_by_signature, _in_zip, _in_ole, _as_text):
            kind = recognise(head, file)
            if kind:
                return kind
        return ""
    finally:
        file.seek(0)


def unpacked_size(file: BinaryIO) -> int:
    """Return how many bytes an archive says it holds, 0 for what is none; nothing is unpacked."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return 0
    finally:
        file.seek(0)


def looks_like_markup(head: bytes) -> bool:
    """Whether a browser that guesses could take this for a web page or script."""
    return _MARKUP.search(head) is not None


def _by_signature(head: bytes, _file) -> str:
    if head.startswith(b"%PDF-"):
        return "" if looks_like_markup(head[:1024]) else "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head[4:8] == b"ftyp" and _MP4_BRANDS.fullmatch(head[8:12]):
        return "mp4"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return "webm"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"ID3") or re.match(rb"\xff[\xfb\xf3\xf2\xfa]", head):
        return "mp3"
    return ""


def _in_zip(head: bytes, file) -> str:
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return "odt" if archive.read("mimetype").strip() == _ODT else ""
            if "[Content_Types].xml" in names:
                if any(name.endswith("vbaProject.bin") for name in names):
                    return ""
                return next((kind for part, kind in _OFFICE_PARTS.items() if part in names), "")
            return "zip"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return ""


def _in_ole(head: bytes, file) -> str:
    if not head.startswith(_OLE):
        return ""
    file.seek(0)
    data = file.read()
    return next((kind for kind, stream in _OLE_STREAMS.items() if stream.encode("utf-16-le") in data), "")


def _as_text(head: bytes, file) -> str:
    """Text is UTF-8 (or UTF-16 that says so), without control characters, and does not begin like a web page."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    file.seek(0)
    try:
        text = file.read().decode(encoding)
    except UnicodeDecodeError:
        return ""
    if re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", text):
        return ""
    return "" if not text or looks_like_markup(text[:1024].lstrip()[:64].encode()) else "txt"
