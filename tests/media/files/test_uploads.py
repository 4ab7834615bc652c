"""What the admin accepts and refuses, through its own views: an error beside the field, never a 500."""

import json
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from media.files.validation import validate_image
from media.models import CaptionFile, CustomDocument, CustomImage, MediaFile
from tests.media.content import MP4, VTT, picture_bytes, store_image

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


@refused(REFUSED_IMAGES)
def test_the_image_form_refuses(editor_client, name, data):
    response = editor_client.post(reverse("wagtailimages:add"), {"title": "Ảnh", "file": upload(name, data)})
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not CustomImage.objects.exists()


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("truncated JPEG", "invalid_image"),
        ("a damaged PNG", "invalid_image"),
        ("SVG called PNG", "invalid_image"),
        ("PNG called JPEG", "extension_disagrees"),
        ("JPEG called PNG", "extension_disagrees"),
        ("too many pixels", "too_many_pixels"),
        ("a decompression bomb", "too_many_pixels"),
        ("SVG", "invalid_extension"),
        ("nothing", "empty"),
    ],
)
def test_an_editor_is_told_what_is_wrong(case, code):
    name, data = REFUSED_IMAGES[case]
    with pytest.raises(ValidationError) as caught:
        validate_image(upload(name, data))
    assert caught.value.code == code


@refused(REFUSED_IMAGES)
def test_uploading_several_images_refuses(editor_client, name, data):
    response = editor_client.post(
        reverse("wagtailimages:add_multiple"), {"title": "Ảnh", "files[]": upload(name, data)}
    )
    assert response.status_code == 200
    answer = response.json()
    assert not answer["success"]
    assert answer["error_message"]
    assert not CustomImage.objects.exists()


@refused(REFUSED_IMAGES)
def test_the_image_chooser_refuses(editor_client, name, data):
    response = editor_client.post(
        reverse("wagtailimages_chooser:create"),
        {"image-chooser-upload-title": "Ảnh", "image-chooser-upload-file": upload(name, data)},
    )
    assert response.status_code == 200
    assert response.json()["step"] == "reshow_creation_form"
    assert not CustomImage.objects.exists()


@refused({name: REFUSED_IMAGES[name] for name in ("truncated JPEG", "SVG called PNG", "a decompression bomb")})
def test_replacing_an_image_refuses_and_keeps_the_old_one(editor_client, name, data):
    image = store_image(JPEG)
    before = image.file.name
    response = editor_client.post(
        reverse("wagtailimages:edit", args=(image.pk,)), {"title": "Ảnh", "file": upload(name, data)}
    )
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    image.refresh_from_db()
    assert image.file.name == before
    assert default_storage.exists(before)


def turned_with_place() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "KameraXYZ"
    exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 57.0, 3.0)})
    return picture_bytes(size=(400, 300), exif=exif)


def assert_is_clean(image):
    with image.file.storage.open(image.file.name) as file:
        data = file.read()
    assert b"KameraXYZ" not in data
    assert (image.width, image.height) == (300, 400)
    assert image.file_size == len(data)


def test_an_image_is_stored_clean_by_the_form(editor_client):
    response = editor_client.post(
        reverse("wagtailimages:add"),
        {
            "title": "Ảnh",
            "credit": "Nguyễn Văn A",
            "licence": "cc-by-4.0",
            "file": upload("anh.jpg", turned_with_place()),
        },
    )
    assert response.status_code == 302
    image = CustomImage.objects.get()
    assert_is_clean(image)
    assert (image.credit, image.licence) == ("Nguyễn Văn A", "cc-by-4.0")


def test_an_image_is_stored_clean_among_several(editor_client):
    response = editor_client.post(
        reverse("wagtailimages:add_multiple"), {"title": "Ảnh", "files[]": upload("anh.jpg", turned_with_place())}
    )
    assert response.json()["success"]
    assert_is_clean(CustomImage.objects.get())


def test_an_image_is_stored_clean_when_its_form_had_to_be_completed(editor_client):
    """A file whose title was missing waits in another table, and comes from there."""
    Collection.get_first_root_node().add_child(name="Khác")
    response = editor_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "", "collection": "999", "files[]": upload("anh.jpg", turned_with_place())},
    )
    waiting = json.loads(response.content)["uploaded_file_id"]
    response = editor_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=(waiting,)),
        {f"uploaded-image-{waiting}-title": "Ảnh", f"uploaded-image-{waiting}-collection": "1"},
    )
    assert response.json()["success"]
    assert_is_clean(CustomImage.objects.get())


def test_an_image_is_stored_clean_by_the_chooser(editor_client):
    response = editor_client.post(
        reverse("wagtailimages_chooser:create"),
        {"image-chooser-upload-title": "Ảnh", "image-chooser-upload-file": upload("anh.jpg", turned_with_place())},
    )
    assert response.json()["step"] == "chosen"
    assert_is_clean(CustomImage.objects.get())


def test_a_replaced_image_is_stored_clean(editor_client):
    image = store_image(JPEG)
    response = editor_client.post(
        reverse("wagtailimages:edit", args=(image.pk,)),
        {"title": "Ảnh", "file": upload("khac.jpg", turned_with_place())},
    )
    assert response.status_code == 302
    image.refresh_from_db()
    assert_is_clean(image)


def test_nul_in_a_name_is_no_error(editor_client):
    response = editor_client.post(reverse("wagtailimages:add"), {"title": "Ảnh", "file": upload("a\x00nh.jpg", JPEG)})
    assert response.status_code == 302
    response = editor_client.post(reverse("wagtailimages:add"), {"title": "Ả\x00nh", "file": upload("anh.jpg", JPEG)})
    assert response.status_code == 200
    assert response.context["form"].errors["title"]


@pytest.mark.parametrize("name", ["ảnh đẹp.JPG", "a" * 300 + ".jpeg", "../../anh.jpg", "anh.tar.jpg"])
def test_any_name_is_stored_below_the_originals(editor_client, name):
    response = editor_client.post(reverse("wagtailimages:add"), {"title": "Ảnh", "file": upload(name, JPEG)})
    assert response.status_code == 302
    stored = CustomImage.objects.get().file.name
    assert stored.startswith("original_images/")
    assert ".." not in stored


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_we_name_is_accepted(editor_client, image_format):
    name = f"anh.{image_format.lower()}"
    response = editor_client.post(
        reverse("wagtailimages:add"), {"title": "Ảnh", "file": upload(name, picture_bytes(image_format, (60, 40)))}
    )
    assert response.status_code == 302


def test_an_animation_counts_every_frame(editor_client, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 20_000
    data = BytesIO()
    frames = [Image.new("RGB", (60, 60), (number * 9, 0, 0)) for number in range(10)]
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    response = editor_client.post(
        reverse("wagtailimages:add"), {"title": "Ảnh", "file": upload("anh.gif", data.getvalue())}
    )
    assert response.context["form"].errors["file"]


@refused(REFUSED_DOCUMENTS)
def test_the_document_form_refuses(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": upload(name, data)})
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not CustomDocument.objects.exists()


@refused(REFUSED_DOCUMENTS)
def test_uploading_several_documents_refuses(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add_multiple"), {"title": "Tệp", "files[]": upload(name, data)})
    assert not response.json()["success"]
    assert not CustomDocument.objects.exists()


@refused({name: REFUSED_DOCUMENTS[name] for name in ("HTML called PDF", "macros", "nothing")})
def test_the_document_chooser_refuses(editor_client, name, data):
    response = editor_client.post(
        reverse("wagtaildocs_chooser:create"),
        {"document-chooser-upload-title": "Tệp", "document-chooser-upload-file": upload(name, data)},
    )
    assert response.json()["step"] == "reshow_creation_form"
    assert not CustomDocument.objects.exists()


@pytest.mark.parametrize(("name", "data"), list(ACCEPTED_DOCUMENTS.items()))
def test_documents_are_accepted(editor_client, name, data):
    response = editor_client.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": upload(name, data)})
    assert response.status_code == 302, response.context["form"].errors
    assert CustomDocument.objects.get().sha256


@pytest.mark.parametrize(
    ("media_type", "name", "data"),
    [
        ("video", "phim.mp4", HTML),
        ("video", "phim.mp4", b""),
        ("video", "phim.webm", MP4),
        ("video", "phim.mov", b"\0\0\0\x14ftypqt  " + b"\0" * 100),
        ("video", "am.mp3", b"ID3\x04" + b"\0" * 100),
        ("audio", "am.mp3", MP4),
    ],
)
def test_the_media_form_refuses(editor_client, media_type, name, data):
    response = editor_client.post(
        reverse("wagtailmedia:add", args=(media_type,)), {"title": "Phim", "duration": 1, "file": upload(name, data)}
    )
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not MediaFile.objects.exists()


@pytest.mark.parametrize(
    ("media_type", "name", "data"),
    [
        ("video", "phim.mp4", MP4),
        ("video", "phim.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\0" * 100),
        ("audio", "am.mp3", b"ID3\x04" + b"\0" * 100),
    ],
)
def test_films_and_recordings_are_accepted(editor_client, media_type, name, data):
    response = editor_client.post(
        reverse("wagtailmedia:add", args=(media_type,)), {"title": "Phim", "duration": 1, "file": upload(name, data)}
    )
    assert response.status_code == 302, response.context["form"].errors
    film = MediaFile.objects.get()
    assert film.file_size == len(data)
    assert film.file.name.startswith("videos/")


def test_a_film_larger_than_allowed_is_refused(editor_client, settings):
    settings.MEDIA_FILE_MAX_SIZE = 100
    response = editor_client.post(
        reverse("wagtailmedia:add", args=("video",)), {"title": "Phim", "duration": 1, "file": upload("phim.mp4", MP4)}
    )
    assert response.context["form"].errors["file"]


def send_captions(client, name, data):
    fields = {"title": "Phụ đề", "language": "vi", "file": upload(name, data)}
    response = client.post(reverse("caption_chooser:create"), fields)
    assert response.status_code == 200
    return response.json()["step"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("phu-de.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nSubRip"),
        ("phu-de.srt", VTT.encode()),
        ("phu-de.vtt", b""),
        ("phu-de.vtt", HTML),
        ("phu-de.vtt", VTT.encode("utf-16")),
    ],
)
def test_captions_that_no_player_reads_are_refused(editor_client, name, data):
    assert send_captions(editor_client, name, data) == "reshow_creation_form"
    assert not CaptionFile.objects.exists()


def test_captions_are_uploaded_from_within_the_videos_editor(editor_client):
    assert send_captions(editor_client, "phu-de.vtt", VTT.encode()) == "chosen"
    assert CaptionFile.objects.get().file.name.startswith("captions/")
