"""What each type's own filters keep, through the API."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def ids(response):
    assert response.status_code == 200, response.content
    return [item["id"] for item in response.json()["items"]]


def test_links_find_their_translations_too(everything, get):
    vietnamese, english = everything.items["links"]["vi"], everything.items["links"]["en"]
    assert ids(get("links/", translation_of=vietnamese.pk)) == [english.pk]
    assert set(ids(get("links/", translation_of=str(english.translation_key)))) == {vietnamese.pk, english.pk}
    assert get("links/", translation_of=99999).status_code == 400


def test_year_and_status_narrow_where_the_rooms_say_so(everything, get):
    assert len(ids(get("law-documents/", year="2019", locale="vi"))) == 1
    assert ids(get("law-documents/", year="2020")) == []
    assert len(ids(get("law-documents/", number="45-2019-qh14", status="in_force", locale="vi"))) == 1
    assert len(ids(get("galleries/", year="2026", locale="vi"))) == 1
    assert len(ids(get("videos/", year="2026", locale="vi"))) == 1
    assert ids(get("videos/", year="2025")) == []
    topic = str(everything.items["questions"]["vi"].topic.translation_key)
    assert len(ids(get("questions/", topic=topic))) == 2


def test_links_narrow_by_group_and_images_are_searched(everything, get):
    link = everything.items["links"]["vi"]
    assert len(ids(get("links/", group=str(link.group.translation_key)))) == 2
    assert len(ids(get("images/", search="binh minh"))) == 1


def test_links_are_ordered_by_their_own_order_too(everything, get):
    assert get("links/", order="-order").status_code == 200
    assert get("links/", order="1").json()["parameter"] == "order"
