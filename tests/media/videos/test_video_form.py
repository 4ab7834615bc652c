"""The video's editor: a draft may have nothing to play, a published video has exactly one thing."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from media.models import VideoPage
from tests.media.content import YOUTUBE, add_video_library, make_series, store_captions, store_film


@pytest.fixture
def library(site):
    return add_video_library(site.home)


def post(client, library, **fields):
    data = nested_form_data(
        {
            "title": "Tiếng còi tầm",
            "slug": "tieng-coi-tam",
            "recorded_on": "2026-06-12",
            "transcript": rich_text("<p>Không lời.</p>"),
            "comments": inline_formset([]),
            **fields,
        }
    )
    return client.post(reverse("wagtailadmin_pages:add", args=("media", "videopage", library.pk)), data)


def test_a_draft_may_have_nothing_to_play(editor_client, library):
    assert post(editor_client, library).status_code == 302
    assert not VideoPage.objects.get(alias_of=None).live


def test_publishing_asks_for_a_file_or_an_address(editor_client, library):
    response = post(editor_client, library, **{"action-publish": "1"})
    assert response.context["form"].errors["file"]


def test_both_are_one_too_many(editor_client, library):
    response = post(editor_client, library, file=store_film().pk, provider_url=YOUTUBE)
    assert response.context["form"].errors["provider_url"]


def test_a_film_with_captions_and_series_is_published(editor_client, library):
    response = post(
        editor_client,
        library,
        file=store_film().pk,
        captions_vi=store_captions("vi").pk,
        series=make_series().pk,
        **{"action-publish": "1"},
    )
    assert response.status_code == 302
    video = VideoPage.objects.get(alias_of=None)
    assert video.live
    assert "Không lời." in video.transcript
    assert video.captions_vi.language == "vi"


def test_captions_are_in_their_own_field(editor_client, library):
    response = post(editor_client, library, provider_url=YOUTUBE, captions_vi=store_captions("en").pk)
    assert response.context["form"].errors["captions_vi"]


def test_the_editor_opens(editor_client, library):
    response = editor_client.get(reverse("wagtailadmin_pages:add", args=("media", "videopage", library.pk)))
    assert response.status_code == 200
