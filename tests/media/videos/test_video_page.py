"""A video is a file or a provider's, plays only when asked, and brings captions and transcript."""

import hashlib
import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from cms.delivery.models import DeliveredItem
from media.files.renditions import make_renditions
from media.models import VideoPage
from tests.factories import publish, translate
from tests.media.content import (
    MP4,
    VTT,
    YOUTUBE,
    add_video,
    add_video_library,
    make_series,
    picture_bytes,
    store_captions,
    store_film,
    store_image,
)


@pytest.fixture
def library(site):
    return add_video_library(site.home)


def row_of(page):
    return DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)


def document_of(page) -> dict:
    return json.loads(row_of(page).document)


def test_a_film_of_our_own_is_played_with_captions(client, library):
    image = store_image(picture_bytes(size=(300, 200)))
    make_renditions(image)
    video = add_video(
        library,
        file=store_film(),
        poster=image,
        poster_alt_text="Hàng mũ bảo hộ",
        captions_vi=store_captions("vi"),
        captions_en=store_captions("en"),
        transcript="<p>Phim không lời.</p>",
    )
    response = client.get(video.url)
    player = response.context["video"]
    assert player.mime_type == "video/mp4"
    assert player.size == len(MP4)
    assert player.duration == 12
    assert player.file_url.startswith("/uploads/videos/")
    assert [(track.lang, track.label, track.is_default) for track in player.captions] == [
        ("vi", "Tiếng Việt", True),
        ("en", "English", False),
    ]
    html = response.content.decode()
    assert "<iframe" not in html
    assert 'srclang="vi" label="Tiếng Việt" default' in html
    assert '<span lang="vi">Tiếng Việt</span>, <span lang="en">English</span>' in html
    assert 'alt="Hàng mũ bảo hộ"' in html
    assert "<p>Phim không lời.</p>" in html


def test_a_providers_video_is_loaded_only_on_demand(client, library):
    html = client.get(add_video(library, duration=192).url).content.decode()
    assert f'href="{YOUTUBE}"' in html
    # What machines are told names the player; a browser loads nothing of that.
    html = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
    before, template = html.split("<template>", 1)
    assert "youtube-nocookie" not in before
    assert "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1" in template
    assert "3:12" in html


def test_a_video_is_either_a_file_or_a_providers(library):
    with pytest.raises(ValidationError) as caught:
        add_video(library, file=store_film(), provider_url=YOUTUBE)
    assert "provider_url" in caught.value.message_dict


def test_a_video_without_anything_to_play_stays_a_draft(library):
    draft = VideoPage(title="Video", live=False)
    library.add_child(instance=draft)
    with pytest.raises(ValidationError) as caught:
        draft.save_revision().publish()
    assert "file" in caught.value.message_dict


def test_an_address_nobody_can_embed_is_refused(library):
    with pytest.raises(ValidationError) as caught:
        add_video(library, provider_url="https://example.org/video/1")
    assert "provider_url" in caught.value.message_dict


def test_a_poster_needs_words(library):
    with pytest.raises(ValidationError) as caught:
        add_video(library, poster=store_image(picture_bytes(size=(10, 10))))
    assert "poster_alt_text" in caught.value.message_dict
    add_video(library, poster=store_image(picture_bytes(size=(10, 10))), poster_is_decorative=True)


def test_a_film_that_was_deleted_leaves_a_page_without_player(client, library):
    film = store_film()
    video = add_video(library, file=film)
    film.delete()
    response = client.get(video.url)
    assert response.status_code == 200
    assert response.context["video"] is None
    assert document_of(video)["file"] is None


def test_the_card_has_duration_and_series(library):
    video = add_video(library, file=store_film(duration=12.4), series=make_series())
    card = video.card()
    assert (card.kind, card.facts, card.label, card.date) == (
        "video",
        ["0:12"],
        "An toàn là trên hết",
        date(2026, 4, 28),
    )
    assert add_video(library, title="Không rõ").card().facts == []


def test_partners_get_file_captions_and_transcript(library):
    video = add_video(
        library,
        file=store_film(width=1280, height=720),
        captions_vi=store_captions("vi"),
        series=make_series(),
        transcript='<p>Xem <a href="https://example.org/">thêm</a>.</p>',
    )
    document = document_of(video)
    assert document["file"]["url"].startswith("http://localhost/uploads/videos/")
    assert {name: document["file"][name] for name in ("content_type", "size", "sha256", "width", "height")} == {
        "content_type": "video/mp4",
        "size": len(MP4),
        "sha256": hashlib.sha256(MP4).hexdigest(),
        "width": 1280,
        "height": 720,
    }
    assert document["provider"] is None
    assert [(track["lang"], track["url"].split("/")[:5]) for track in document["captions"]] == [
        ("vi", ["http:", "", "localhost", "uploads", "captions"])
    ]
    track = {name: document["captions"][0][name] for name in ("content_type", "size", "sha256")}
    text = VTT.encode()
    assert track == {"content_type": "text/vtt", "size": len(text), "sha256": hashlib.sha256(text).hexdigest()}
    assert document["series"]["name"] == "An toàn là trên hết"
    assert document["transcript"] == '<p>Xem <a href="https://example.org/">thêm</a>.</p>'
    assert document["duration"] == 12


def test_partners_get_a_providers_addresses(library):
    assert document_of(add_video(library))["provider"] == {
        "name": "YouTube",
        "watch_url": YOUTUBE,
        "embed_url": "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    }


def test_changed_captions_and_films_change_their_videos(library):
    film, captions = store_film(), store_captions("vi")
    video = add_video(library, file=film, captions_vi=captions)
    before = document_of(video)
    captions.file.save("khac.vtt", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:01.000\nx"))
    film.file = ContentFile(MP4 + b"\0", name="khac.mp4")
    film.save()
    after = document_of(video)
    assert after["captions"][0]["url"] != before["captions"][0]["url"]
    assert after["file"]["size"] == len(MP4) + 1
    assert after["file"]["sha256"] == hashlib.sha256(MP4 + b"\0").hexdigest()
    assert after["captions"][0]["sha256"] != before["captions"][0]["sha256"]


def test_a_renamed_series_changes_its_videos(library):
    series = make_series()
    video = add_video(library, series=series)
    series.name = "An toàn lao động"
    series.save_revision().publish()
    assert document_of(video)["series"]["name"] == "An toàn lao động"


def test_an_english_video_names_its_series_in_english(client, site, library):
    video = add_video(
        library,
        series=make_series(english="Safety first"),
        captions_en=store_captions("en"),
        file=store_film(),
        provider_url="",
    )
    library_en = translate(library, site.home_en, title="Videos", slug="videos")
    english = translate(video, library_en, title="A video", slug="a-video")
    response = client.get(english.url)
    assert response.context["series"]["title"] == "Safety first"
    assert response.context["series"]["lang"] == ""
    assert response.context["series"]["url"] == f"{library_en.url}?series={video.series.translation_key}"
    assert response.context["video"].captions[0].is_default
    assert document_of(english)["series"]["name"] == "Safety first"


def test_related_videos_of_the_same_series_come_first(client, library):
    series = make_series()
    add_video(library, title="Khác", recorded_on=date(2026, 5, 1))
    add_video(library, title="Cùng loạt", recorded_on=date(2020, 5, 1), series=series)
    video = add_video(library, title="Đây", series=series)
    response = client.get(video.url)
    assert [card.title for card in response.context["related_cards"]] == ["Cùng loạt", "Khác"]
    assert response.status_code == 200


def test_a_page_costs_few_queries(client, library, django_assert_max_num_queries):
    series = make_series()
    with transaction.atomic():
        for number in range(6):
            add_video(library, title=f"Video {number}", series=series)
    video = add_video(library, file=store_film(), series=series, captions_vi=store_captions())
    client.get(video.url)
    with django_assert_max_num_queries(25):
        assert client.get(video.url).status_code == 200


def test_a_published_page_can_be_published_again(library):
    publish(add_video(library))
