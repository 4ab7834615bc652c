"""This room's parts of the admin open, and are called by names that say something."""

import json

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from tests.media.content import make_series, picture_bytes, store_captions, store_film, store_image


@pytest.mark.parametrize(
    "name",
    [
        "wagtailimages:index",
        "wagtailimages:add",
        "wagtailimages:add_multiple",
        "wagtailimages_chooser:choose",
        "wagtaildocs:index",
        "wagtaildocs:add_multiple",
        "wagtaildocs_chooser:choose",
        "wagtailmedia:index",
        "wagtailmedia:chooser",
        "caption_chooser:choose",
        "wagtailsnippets_media_videoseries:list",
        "wagtailsnippets_media_videoseries:add",
        "wagtailsnippets_media_captionfile:list",
        "wagtailsnippets_media_captionfile:add",
    ],
)
def test_a_view_opens(editor_client, site, name):
    store_image(picture_bytes(size=(30, 20)))
    store_film()
    store_captions()
    make_series()
    assert editor_client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("media_type", ["video", "audio"])
def test_the_media_form_opens(editor_client, media_type):
    response = editor_client.get(reverse("wagtailmedia:add", args=(media_type,)))
    assert response.status_code == 200
    assert 'accept=".mp' in response.content.decode()


def test_an_images_form_asks_for_credit_and_licence_and_shows_no_address_of_the_original(editor_client):
    image = store_image(picture_bytes(size=(30, 20)))
    html = editor_client.get(reverse("wagtailimages:edit", args=(image.pk,))).content.decode()
    assert 'name="credit"' in html
    assert 'name="licence"' in html
    assert "/uploads/original_images/" not in html


def test_captions_can_be_edited(editor_client):
    captions = store_captions()
    response = editor_client.get(reverse("wagtailsnippets_media_captionfile:edit", args=(captions.pk,)))
    assert response.status_code == 200


def test_the_menu_speaks_of_videos_and_not_of_media(editor_client, site):
    html = editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert json.dumps(gettext("Videos and sound"))[1:-1] in html
