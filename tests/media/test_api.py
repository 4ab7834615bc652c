"""The room's endpoints give what the documents say."""

import hashlib
from urllib.parse import urlsplit

import pytest

from media.files.renditions import make_renditions
from tests.factories import translate
from tests.media.content import (
    add_gallery,
    add_gallery_library,
    add_video,
    add_video_library,
    make_series,
    picture_bytes,
    store_captions,
    store_film,
    store_image,
)


@pytest.fixture
def gallery(site):
    image = store_image(picture_bytes(size=(300, 200)))
    make_renditions(image)
    return add_gallery(add_gallery_library(site.home), images=[image], place="Hạ Long")


@pytest.fixture
def video(site):
    return add_video(
        add_video_library(site.home), file=store_film(), series=make_series(), captions_vi=store_captions("vi")
    )


def get(client, path, **parameters):
    response = client.get(f"/api/v2/{path}", parameters)
    assert response.status_code == 200, response.content
    return response.json()


def test_galleries_are_listed_and_shown_whole(client, gallery):
    item = get(client, "galleries/")["items"][0]
    assert (item["title"], item["event_date"], item["count"]) == ("Bộ ảnh", "2026-02-10", 1)
    whole = get(client, f"galleries/{gallery.pk}/")
    assert whole["pictures"][0]["image"]["renditions"]["thumb"][0]["webp"].startswith("http")


def test_videos_are_listed_by_series_and_shown_whole(client, video):
    item = get(client, "videos/", series=str(video.series.translation_key))["items"][0]
    assert item["series"]["name"] == "An toàn là trên hết"
    assert item["duration"] == 12
    whole = get(client, f"videos/{video.pk}/")
    assert whole["captions"][0]["lang"] == "vi"
    assert whole["file"]["content_type"] == "video/mp4"


def test_both_libraries_are_pages(client, gallery, video):
    titles = {item["title"] for item in get(client, "pages/")["items"]}
    assert {"Thư viện ảnh", "Thư viện video"} <= titles


def test_a_picture_is_an_image_of_its_own_while_it_is_shown(client, gallery):
    assert get(client, "images/")["meta"]["total_count"] == 1
    gallery.unpublish()
    assert get(client, "images/")["meta"]["total_count"] == 0


def test_a_picture_names_each_of_its_files_by_address_and_digest(client, gallery):
    image = get(client, f"images/{get(client, 'images/')['items'][0]['id']}/")
    addresses = {
        entry[name]
        for entries in image["renditions"].values()
        for entry in entries
        for name in ("avif", "webp", "jpeg")
    }
    assert {file["url"] for file in image["files"]} == addresses
    for file in image["files"]:
        response = client.get(urlsplit(file["url"]).path)
        data = b"".join(response.streaming_content)
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["size"], file["sha256"])
        assert response["Content-Type"] == file["content_type"]


def test_an_untranslated_gallery_is_no_english_gallery(client, site, gallery):
    assert get(client, "galleries/", locale="en")["items"] == []
    library = translate(gallery.get_parent().specific, site.home_en, title="Pictures", slug="pictures")
    translate(gallery, library, title="Gallery", slug="gallery")
    assert [item["title"] for item in get(client, "galleries/", locale="en")["items"]] == ["Gallery"]


def test_what_a_reader_gets_costs_nothing_to_serialise(client, gallery, django_assert_max_num_queries):
    get(client, "galleries/")
    with django_assert_max_num_queries(8):
        get(client, "galleries/")
