"""What the admin accepts and refuses as a picture, through its own views: an error beside the field, never a 500."""

import json
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from media.files.validation import validate_image
from media.models import CustomImage
from tests.media.content import picture_bytes, store_image
from tests.media.files.sent import JPEG, REFUSED_IMAGES, refused, upload


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
