"""While files cannot be reached or written, the admin opens without pictures, and what jobs could not do waits."""

import errno

import pytest
from django.db import OperationalError
from wagtail.images.shortcuts import get_rendition_or_not_found

from cms.core.storages.away import StorageAwayError
from media.files import renditions
from media.files.renditions import make_renditions_of
from media.models import CustomImage
from tests.media.content import picture_bytes, store_image


@pytest.fixture
def image(db, uploads_folder):
    return store_image(picture_bytes(size=(500, 340)))


@pytest.mark.parametrize("error", [StorageAwayError("default: gone"), OSError(errno.ENOSPC, "no room")])
def test_a_picture_that_cannot_be_shown_now_stops_no_page(image, monkeypatch, error):
    def open_file(self):
        raise error

    monkeypatch.setattr(CustomImage, "open_file", open_file)
    assert "not-found" in get_rendition_or_not_found(image, "max-165x165").url


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (StorageAwayError("default: gone"), StorageAwayError),
        (OSError(errno.ENOSPC, "no room"), StorageAwayError),
        (OperationalError("database is locked"), OperationalError),
    ],
)
def test_a_job_that_could_not_make_the_sizes_now_is_tried_again(image, monkeypatch, error, raised):
    def cannot(_image):
        raise error

    monkeypatch.setattr(renditions, "make_renditions", cannot)
    with pytest.raises(raised):
        make_renditions_of.func(image.pk)


def test_a_picture_that_cannot_be_read_leaves_a_line_and_is_not_tried_again(image, monkeypatch, caplog):
    def cannot(_image):
        raise OSError("broken data stream")

    monkeypatch.setattr(renditions, "make_renditions", cannot)
    make_renditions_of.func(image.pk)
    assert "could not be made" in caplog.text
