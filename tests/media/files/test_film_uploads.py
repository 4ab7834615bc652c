"""What the admin accepts and refuses as a film, a recording or captions, through its own views."""

import pytest
from django.urls import reverse

from media.models import CaptionFile, MediaFile
from tests.media.content import MP4, VTT
from tests.media.files.sent import HTML, upload


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
