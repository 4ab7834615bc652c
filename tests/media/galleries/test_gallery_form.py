"""The gallery's editor: drafts may be incomplete; publishing says at each picture what it lacks."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from media.models import GalleryPage
from tests.media.content import add_gallery_library, picture_bytes, store_image


@pytest.fixture
def library(site):
    return add_gallery_library(site.home)


@pytest.fixture
def image(db):
    return store_image(picture_bytes(size=(30, 20)))


def data_of(*items, **fields) -> dict:
    return nested_form_data(
        {
            "title": "Hội thao",
            "slug": "hoi-thao",
            "event_date": "2026-02-10",
            "comments": inline_formset([]),
            "items": inline_formset(items),
            **fields,
        }
    )


def post(client, library, *items, **fields):
    address = reverse("wagtailadmin_pages:add", args=("media", "gallerypage", library.pk))
    return client.post(address, data_of(*items, **fields))


def item(image, **fields):
    return {"image": image.pk, "caption": "Lời", "alt_text": "", "credit": "", **fields}


def test_a_draft_may_lack_descriptions(editor_client, library, image):
    assert post(editor_client, library, item(image)).status_code == 302
    assert not GalleryPage.objects.get(alias_of=None).live


def test_publishing_says_which_picture_is_not_described(editor_client, library, image):
    response = post(editor_client, library, item(image, alt_text="Sân bóng"), item(image), **{"action-publish": "1"})
    assert response.status_code == 200
    forms = response.context["form"].formsets["items"].forms
    assert not forms[0].errors
    assert forms[1].errors["alt_text"]
    assert not GalleryPage.objects.exists()


def test_a_described_gallery_is_published(editor_client, library, image):
    items = [item(image, alt_text="Sân bóng"), item(image, is_decorative="on")]
    assert post(editor_client, library, *items, **{"action-publish": "1"}).status_code == 302
    gallery = GalleryPage.objects.get(alias_of=None)
    assert gallery.live
    assert [entry.is_decorative for entry in gallery.items.all()] == [False, True]


def test_a_picture_that_is_taken_out_needs_no_description(editor_client, library, image):
    post(editor_client, library, item(image, alt_text="Sân bóng"), **{"action-publish": "1"})
    gallery = GalleryPage.objects.get(alias_of=None)
    kept = gallery.items.get()
    data = data_of(item(image, id=kept.pk, alt_text="Sân bóng"), item(image, DELETE="1"), **{"action-publish": "1"})
    data["items-INITIAL_FORMS"] = "1"
    response = editor_client.post(reverse("wagtailadmin_pages:edit", args=(gallery.pk,)), data)
    assert response.status_code == 302
    assert gallery.items.count() == 1


def test_words_are_stored_in_nfc(editor_client, library, image):
    import unicodedata

    decomposed = unicodedata.normalize("NFD", "Sân bóng cỏ")
    post(editor_client, library, item(image, alt_text=decomposed), **{"action-publish": "1"})
    assert GalleryPage.objects.get(alias_of=None).items.get().alt_text == "Sân bóng cỏ"


@pytest.mark.parametrize("model", ["gallerypage", "galleryindexpage"])
def test_the_editor_opens(editor_client, site, library, model):
    parent = library if model == "gallerypage" else site.home
    if model == "galleryindexpage" and "media.GalleryIndexPage" not in type(site.home).subpage_types:
        pytest.skip("the home page does not take image libraries yet")
    assert editor_client.get(reverse("wagtailadmin_pages:add", args=("media", model, parent.pk))).status_code == 200
