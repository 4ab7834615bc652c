"""Files that are sent in: what they say they are, and what they are."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.media.content import picture_bytes

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
JPEG = picture_bytes(size=(400, 300))


def png_of(width, height) -> bytes:
    """Return a tiny file that says it is an enormous picture."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def broken_png() -> bytes:
    data = bytearray(picture_bytes("PNG", (50, 50)))
    data[-20] ^= 0xFF
    return bytes(data)


def zip_of(*names, **contents) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, "x"))
    return data.getvalue()


def bmp() -> bytes:
    data = BytesIO()
    Image.new("RGB", (5, 5)).save(data, "BMP")
    return data.getvalue()


REFUSED_IMAGES = {
    "truncated JPEG": ("anh.jpg", JPEG[: len(JPEG) // 2]),
    "only a beginning": ("anh.jpg", JPEG[:20]),
    "PNG called JPEG": ("anh.jpg", picture_bytes("PNG", (20, 20))),
    "JPEG called PNG": ("anh.png", JPEG),
    "SVG": ("anh.svg", SVG),
    "SVG called PNG": ("anh.png", SVG),
    "HTML called JPEG": ("anh.jpg", HTML),
    "HTML behind a JPEG's first bytes": ("anh.jpg", b"\xff\xd8\xff\xe0" + HTML),
    "too many pixels": ("anh.png", png_of(10_000, 10_000)),
    "a decompression bomb": ("anh.png", png_of(60_000, 60_000)),
    "absurd dimensions": ("anh.png", png_of(2**31 - 1, 2**31 - 1)),
    "no dimensions": ("anh.png", png_of(0, 0)),
    "a damaged PNG": ("anh.png", broken_png()),
    "nothing": ("anh.jpg", b""),
    "a format we do not take": ("anh.bmp", bmp()),
    "that format under another name": ("anh.png", bmp()),
    "random bytes": ("anh.webp", bytes(range(256)) * 10),
    "an office file": ("anh.jpg", zip_of("[Content_Types].xml", "word/document.xml")),
    "no extension": ("anh", JPEG),
}
REFUSED_DOCUMENTS = {
    "HTML called PDF": ("tep.pdf", HTML),
    "HTML behind a PDF's first bytes": ("tep.pdf", b"%PDF-1.4\n" + HTML),
    "HTML called text": ("tep.txt", HTML),
    "SVG called CSV": ("tep.csv", SVG),
    "SVG": ("tep.svg", SVG),
    "a script": ("tep.js", b"alert(1)"),
    "a program": ("tep.exe", b"MZ\x90\x00"),
    "a program called Word": ("tep.doc", b"MZ\x90\x00" + b"\0" * 100),
    "an installer called Word": ("tep.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "Word called Excel": ("tep.xlsx", zip_of("[Content_Types].xml", "word/document.xml")),
    "a zip called Word": ("tep.docx", zip_of("a.txt")),
    "macros": ("tep.docx", zip_of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    "a broken zip": ("tep.zip", b"PK\x03\x04 broken"),
    "binary called text": ("tep.txt", b"abc\x00def"),
    "text in another encoding": ("tep.csv", "đổi".encode("utf-16-le")),
    "nothing": ("tep.pdf", b""),
}
ACCEPTED_DOCUMENTS = {
    "tep.pdf": b"%PDF-1.7\n%%EOF",
    "tep.docx": zip_of("[Content_Types].xml", "word/document.xml"),
    "tep.xlsx": zip_of("[Content_Types].xml", "xl/workbook.xml"),
    "tep.pptx": zip_of("[Content_Types].xml", "ppt/presentation.xml"),
    "tep.odt": zip_of("mimetype", mimetype="application/vnd.oasis.opendocument.text"),
    "tep.zip": zip_of("a.txt"),
    "tep.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    "tep.rtf": b"{\\rtf1 xin chao}",
    "tep.txt": "Xin chào.\nHai dòng.".encode(),
    "tep.csv": "\ufeffhọ;tên\nNguyễn;Văn A".encode(),
    "TEP.PDF": b"%PDF-1.7\n%%EOF",
}


def upload(name, data, content_type="application/octet-stream"):
    return SimpleUploadedFile(name, data, content_type)


def refused(cases):
    return pytest.mark.parametrize(("name", "data"), list(cases.values()), ids=list(cases))
