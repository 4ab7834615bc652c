"""Renditions are made once by a job, replaced whole, and what shows the picture is written again."""

import json
import logging
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from django.core.files.storage import FileSystemStorage, default_storage
from PIL import Image

from cms.delivery.models import DeliveredItem
from media.files import renditions
from media.files.renditions import is_complete, make_renditions, make_renditions_of
from media.models import CustomImage, CustomRendition
from tests.factories import add_article, add_stream
from tests.media.content import add_gallery, add_gallery_library, make_items, picture_bytes, store_image

WIDTHS = {"wide": [400], "thumb": [240], "full": [480], "share": [500]}


@pytest.fixture
def image(db, uploads_folder):
    return store_image(picture_bytes(size=(500, 340)))


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in (folder / "images").rglob("*") if path.is_file()}


def names_of(image) -> set[str]:
    return {
        name
        for entries in image.ready_renditions.values()
        for _width, _height, names in entries
        for name in names.values()
    }


def test_every_shape_comes_in_every_width_and_format(image):
    assert make_renditions(image)
    image.refresh_from_db()
    assert {shape: [entry[0] for entry in entries] for shape, entries in image.ready_renditions.items()} == WIDTHS
    for shape, entries in image.ready_renditions.items():
        for width, height, names in entries:
            assert set(names) == ({"jpeg"} if shape == "share" else {"avif", "webp", "jpeg"})
            for image_format, name in names.items():
                with default_storage.open(name) as file, Image.open(file) as rendition:
                    assert rendition.format == image_format.upper()
                    assert rendition.size == (width, height)
    assert is_complete(image)


def test_a_large_picture_comes_in_every_width_it_is_large_enough_for(db):
    image = store_image(picture_bytes(size=(1300, 900)))
    make_renditions(image)
    widths = {shape: [entry[0] for entry in entries] for shape, entries in image.ready_renditions.items()}
    assert widths == {"wide": [400, 800, 1200], "thumb": [240, 480, 800], "full": [480, 960], "share": [1200]}


def test_names_cannot_be_guessed_and_say_nothing(image):
    make_renditions(image)
    names = names_of(image)
    assert len({Path(name).stem for name in names}) == len(names) == 10
    assert all(len(Path(name).stem) == 20 and name.startswith("images/") for name in names)


def test_making_them_again_does_nothing(image):
    make_renditions(image)
    before = names_of(image)
    assert not make_renditions(CustomImage.objects.get(pk=image.pk))
    assert names_of(CustomImage.objects.get(pk=image.pk)) == before


def test_a_lost_file_is_made_again(image):
    make_renditions(image)
    default_storage.delete(next(iter(names_of(image))))
    assert make_renditions(CustomImage.objects.get(pk=image.pk))


@pytest.mark.parametrize("size", [(30, 20), (100, 4000), (4000, 100), (1, 1)])
def test_small_and_narrow_pictures_have_at_least_one_of_each_shape(db, size):
    image = store_image(picture_bytes(size=size))
    make_renditions(image)
    assert all(entries for entries in image.ready_renditions.values())
    assert set(image.ready_renditions) == {"wide", "thumb", "full", "share"}


@pytest.mark.parametrize(
    ("mode", "image_format", "color"),
    [
        ("L", "JPEG", 90),
        ("CMYK", "JPEG", (0, 90, 90, 0)),
        ("P", "PNG", 3),
        ("RGBA", "PNG", (9, 9, 9, 0)),
        ("I;16", "PNG", 900),
        ("1", "PNG", 1),
        ("LA", "PNG", (9, 9)),
    ],
)
def test_every_colour_mode_can_be_shown(db, mode, image_format, color):
    image = store_image(picture_bytes(image_format, (500, 300), color, mode), name=f"anh.{image_format.lower()}")
    assert make_renditions(image)


def test_transparency_is_white_in_jpeg(db):
    image = store_image(picture_bytes("PNG", (500, 300), (9, 9, 9, 0), "RGBA"), name="anh.png")
    make_renditions(image)
    with default_storage.open(image.ready_renditions["full"][0][2]["jpeg"]) as file, Image.open(file) as rendition:
        assert rendition.getpixel((5, 5)) == (255, 255, 255)


def test_the_focal_point_decides_what_is_cut_off(db):
    data = BytesIO()
    picture = Image.new("RGB", (1000, 1000), "red")
    picture.paste("blue", (0, 800, 1000, 1000))
    picture.save(data, "JPEG")
    image = store_image(
        data.getvalue(), focal_point_x=500, focal_point_y=900, focal_point_width=200, focal_point_height=150
    )
    make_renditions(image)
    with default_storage.open(image.ready_renditions["wide"][0][2]["jpeg"]) as file, Image.open(file) as rendition:
        assert rendition.getpixel((rendition.width // 2, rendition.height - 5))[2] > 200


def test_a_moved_focal_point_replaces_crops_and_deletes_their_files(
    image, uploads_folder, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make_renditions(image)
    before = files_in(uploads_folder)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 100, 100, 50, 50
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    image.refresh_from_db()
    assert is_complete(image)
    assert files_in(uploads_folder) == names_of(image)
    assert not before & names_of(image)


def by_assigning(image, data):
    image.file = ImageFile(BytesIO(data), name="khac.jpg")
    image.save()


def by_saving_the_file(image, data):
    image.file.save("khac.jpg", ImageFile(BytesIO(data), name="khac.jpg"))


@pytest.mark.parametrize("replace", [by_assigning, by_saving_the_file])
def test_a_replaced_file_takes_its_renditions_and_its_original_away(
    image, uploads_folder, django_capture_on_commit_callbacks, replace
):
    with django_capture_on_commit_callbacks(execute=True):
        make_renditions(image)
    old_original = image.file.name
    with django_capture_on_commit_callbacks() as callbacks:
        replace(image, picture_bytes(color="green", size=(450, 450)))
    # Nothing of the old picture is shown while the new one is waiting for its renditions.
    assert CustomImage.objects.get(pk=image.pk).ready_renditions == {}
    assert (image.width, image.height) == (450, 450)
    with django_capture_on_commit_callbacks(execute=True):
        for callback in callbacks:
            callback()
    image.refresh_from_db()
    assert files_in(uploads_folder) == names_of(image)
    assert not (uploads_folder / old_original).exists()


def test_deleting_a_picture_deletes_all_its_files(image, uploads_folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_renditions(image)
        image.delete()
    assert [path for path in uploads_folder.rglob("*") if path.is_file()] == []


def test_an_upload_queues_the_job_and_a_change_of_renditions_does_not(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        image = store_image()
    assert len(callbacks) >= 1
    with django_capture_on_commit_callbacks() as callbacks:
        image.save(update_fields=["ready_renditions"])
    assert callbacks == []


def test_a_broken_original_leaves_a_line_in_the_log_and_no_half_state(image, uploads_folder, caplog):
    (uploads_folder / image.file.name).write_bytes(b"\xff\xd8\xff broken")
    with caplog.at_level(logging.ERROR, "cms.renditions"):
        make_renditions_of.func(image.pk)
    assert f"picture {image.pk} (Ảnh)" in caplog.text
    assert not CustomRendition.objects.exists()
    assert CustomImage.objects.get(pk=image.pk).ready_renditions == {}


def test_a_storage_that_fails_half_way_keeps_nothing_new(image, uploads_folder, monkeypatch):
    make_renditions(image)
    before, files = dict(image.ready_renditions), files_in(uploads_folder)
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 50
    image.save()
    save, calls = FileSystemStorage.save, []

    def save_five(self, name, content, max_length=None):
        calls.append(name)
        if len(calls) > 5:
            raise OSError("no room on the disk")
        return save(self, name, content, max_length)

    monkeypatch.setattr(FileSystemStorage, "save", save_five)
    with pytest.raises(OSError, match="no room"):
        make_renditions(image)
    assert CustomImage.objects.get(pk=image.pk).ready_renditions == before
    assert files_in(uploads_folder) == files


def test_a_picture_changed_while_it_was_being_encoded_is_left_to_the_next_job(image, uploads_folder, monkeypatch):
    encode = renditions.encode_all

    def encode_and_change(image):
        CustomImage.objects.filter(pk=image.pk).update(
            focal_point_x=1, focal_point_y=1, focal_point_width=1, focal_point_height=1
        )
        return encode(image)

    monkeypatch.setattr(renditions, "encode_all", encode_and_change)
    assert not make_renditions(image)
    assert not CustomRendition.objects.exists()
    assert not (uploads_folder / "images").exists() or files_in(uploads_folder) == set()


def test_the_job_of_a_deleted_picture_does_nothing(db):
    make_renditions_of.func(999_999)


def test_admin_previews_are_left_alone(image):
    preview = image.get_rendition("max-165x165")
    make_renditions(image)
    assert CustomRendition.objects.filter(pk=preview.pk).exists()
    assert is_complete(image)


def document_of(instance) -> dict:
    return json.loads(DeliveredItem.objects.get(type=instance._meta.label, object_id=instance.pk).document)


def test_pages_that_show_a_picture_are_written_again_when_it_is_ready(site):
    image = store_image()
    article = add_article(add_stream(site.home), cover=image, cover_alt_text="Một bức tranh")
    gallery = add_gallery(add_gallery_library(site.home), items=make_items([image]))
    assert document_of(article)["cover"]["renditions"] == {}
    before = {
        page: DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk).sequence
        for page in (article, gallery)
    }
    make_renditions(image)
    for document in (document_of(article)["cover"], document_of(gallery)["pictures"][0]["image"], document_of(image)):
        assert {"width", "height", "avif", "webp", "jpeg"} == set(document["renditions"]["wide"][0])
    for page, sequence in before.items():
        assert DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk).sequence > sequence
