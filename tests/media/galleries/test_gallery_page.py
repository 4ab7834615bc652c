"""A gallery shows its pictures in order, is not published undescribed, and costs the same whatever its size."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.delivery.models import DeliveredItem
from media.files.renditions import make_renditions
from media.models import GalleryItem, GalleryPage
from tests.factories import publish, translate
from tests.media.content import (
    add_gallery,
    add_gallery_library,
    make_items,
    picture_bytes,
    store_image,
)


@pytest.fixture
def library(site):
    return add_gallery_library(site.home)


@pytest.fixture
def image(db):
    return store_image(picture_bytes(size=(300, 200)))


def document_of(page) -> dict:
    return json.loads(DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk).document)


def test_pictures_are_shown_in_order_with_their_words(client, library, image):
    make_renditions(image)
    items = make_items([image, image])
    items[1].credit = "Nguyễn Văn A"
    gallery = add_gallery(library, items=items, place="Phường Hạ Long", summary="Ngày hội.")
    response = client.get(gallery.url)
    pictures = response.context["pictures"]
    assert [(item["number"], item["caption"], item["credit"]) for item in pictures] == [
        (1, "Lời 0", ""),
        (2, "Lời 1", "Nguyễn Văn A"),
    ]
    assert pictures[0]["full_url"] == image.picture("x").largest_url("full")
    html = response.content.decode()
    assert 'id="anh-2"' in html
    assert 'alt="Ảnh 1"' in html
    assert "10/02/2026" in html
    assert "Phường Hạ Long" in html


def test_a_picture_that_is_not_ready_leads_to_itself(client, library, image):
    gallery = add_gallery(library, images=[image])
    assert client.get(gallery.url).context["pictures"][0]["full_url"] == "#anh-1"


def test_an_empty_gallery_says_so(client, library):
    response = client.get(add_gallery(library).url)
    assert response.status_code == 200
    assert response.context["pictures"] == []


@pytest.mark.parametrize("words", [{"alt_text": ""}, {"alt_text": "   "}])
def test_publishing_is_refused_while_a_picture_is_not_described(library, image, words):
    gallery = GalleryPage(
        title="Bộ ảnh", event_date=date(2026, 1, 1), live=False, items=make_items([image, image], **words)
    )
    library.add_child(instance=gallery)
    with pytest.raises(ValidationError) as caught:
        gallery.save_revision().publish()
    assert "items" in caught.value.message_dict
    gallery = GalleryPage.objects.get(pk=gallery.pk)
    assert not gallery.live
    items = list(gallery.items.all())
    for item in items:
        item.is_decorative = True
    gallery.items = items
    publish(gallery)
    assert gallery.live


def test_the_cover_is_the_first_picture_unless_one_is_chosen(library, image):
    other = store_image(picture_bytes(size=(100, 100)))
    gallery = add_gallery(library, images=[image, other])
    assert (gallery.cover_picture.image, gallery.cover_picture.alt) == (image, "Ảnh 0")
    gallery.cover, gallery.cover_alt_text = other, "Bìa"
    publish(gallery)
    assert (gallery.cover_picture.image, gallery.cover_picture.alt) == (other, "Bìa")
    assert add_gallery(library, title="Trống").cover_picture is None


def test_a_chosen_cover_needs_words_too(library, image):
    with pytest.raises(ValidationError) as caught:
        add_gallery(library, cover=image)
    assert "cover_alt_text" in caught.value.message_dict


def test_the_card_counts_pictures_in_the_readers_language(library, image):
    gallery = add_gallery(library, images=[image] * 3, place="Cẩm Phả")
    with translation.override("en"):
        card = gallery.card()
        assert card.facts == ["3 photos"]
    assert (card.kind, card.date, card.label) == ("gallery", date(2026, 2, 10), "Cẩm Phả")
    with translation.override("en"):
        assert add_gallery(library, title="Một", images=[image]).card().facts == ["1 photo"]


def test_a_page_of_forty_pictures_costs_as_much_as_one_of_two(client, library, image, django_assert_max_num_queries):
    few, many = add_gallery(library, images=[image] * 2), add_gallery(library, title="Nhiều", images=[image] * 40)
    counts = []
    for gallery in (few, few, many):
        with django_assert_max_num_queries(40) as captured:
            assert client.get(gallery.url).status_code == 200
        counts.append(len(captured))
    assert counts[1] == counts[2] <= 25


def test_translations_share_pictures_and_have_words_of_their_own(client, site, library, image):
    gallery = add_gallery(library, images=[image])
    library_en = translate(library, site.home_en, title="Pictures", slug="pictures")
    english = translate(gallery, library_en, title="Gallery", slug="gallery")
    item = english.items.get()
    item.alt_text, item.caption = "A sunrise", "Dawn"
    english.items = [item]
    publish(english)
    assert english.items.get().translation_key == gallery.items.get().translation_key
    html = client.get(english.url).content.decode()
    assert 'alt="A sunrise"' in html
    assert "Lời 0" not in html
    assert document_of(english)["pictures"][0]["caption"] == "Dawn"
    assert document_of(gallery)["pictures"][0]["caption"] == "Lời 0"


def test_only_words_are_sent_to_translation(library, image):
    from wagtail_localize.segments.extract import extract_segments

    gallery = add_gallery(library, images=[image], summary="Tóm tắt", place="Hạ Long")
    key = gallery.items.get().translation_key
    paths = {segment.path for segment in extract_segments(gallery)}
    assert {f"items.{key}.caption", f"items.{key}.alt_text", "summary", "place", "title"} <= paths
    assert not [path for path in paths if path.endswith(".image")]


def test_partners_get_every_picture_with_its_words(library, image):
    make_renditions(image)
    gallery = add_gallery(library, images=[image], place="Hạ Long", summary="Tóm tắt")
    document = document_of(gallery)
    assert document["event_date"] == "2026-02-10"
    assert document["count"] == 1
    assert document["library"]["title"] == "Thư viện ảnh"
    picture = document["pictures"][0]
    assert picture["image"]["alt"] == "Ảnh 0"
    assert picture["image"]["renditions"]["full"][0]["avif"].startswith("http://localhost/uploads/images/")
    assert document["cover"]["uuid"] == str(image.uuid)


def test_removing_a_picture_changes_the_gallerys_document(library, image):
    gallery = add_gallery(library, images=[image, image])
    GalleryItem.objects.filter(page=gallery).first().delete()
    assert document_of(gallery)["count"] == 1


def test_captions_are_found_by_search(library, image):
    gallery = add_gallery(library, images=[image])
    assert "Lời 0" in gallery.captions_text()
