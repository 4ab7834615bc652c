"""The image library lists its galleries, newest event first, at the same cost for few and for many."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.factories import translate
from tests.media.content import add_gallery, add_gallery_library, picture_bytes, store_image


@pytest.fixture
def library(site):
    return add_gallery_library(site.home, introduction="Đời sống công đoàn kể bằng hình.")


def test_the_newest_event_comes_first(client, library):
    for title, day in (("Cũ", date(2025, 1, 1)), ("Mới", date(2026, 1, 1)), ("Giữa", date(2025, 6, 1))):
        add_gallery(library, title=title, event_date=day)
    response = client.get(library.url)
    assert [card.title for card in response.context["cards"]] == ["Mới", "Giữa", "Cũ"]
    assert "Đời sống công đoàn" in response.content.decode()


def test_the_archive_goes_by_the_months_of_events(client, library):
    for title, day in (("Tết", date(2026, 2, 28)), ("Xuân", date(2026, 3, 1)), ("Hội", date(2026, 3, 31))):
        add_gallery(library, title=title, event_date=day)
    response = client.get(library.url, {"month": "2026-03"})
    assert [card.title for card in response.context["cards"]] == ["Hội", "Xuân"]
    choices = response.context["filters"][0]["choices"][1:]
    assert [(one["label"], one["count"]) for one in choices] == [("Tháng 3/2026", 2), ("Tháng 2/2026", 1)]
    assert client.get("/api/v2/galleries/", {"month": "2026-03"}).json()["meta"]["total_count"] == 2
    assert client.get("/api/v2/galleries/", {"month": "2026-13"}).status_code == 400
    assert client.get(library.url, {"month": "x"}).context["is_empty"]


def test_drafts_and_withdrawn_galleries_are_not_listed(client, library):
    add_gallery(library, title="Rút").unpublish()
    response = client.get(library.url)
    assert response.context["is_empty"]
    assert response.context["cards"] == []


def test_a_list_of_twelve_costs_as_much_as_one_of_three(client, library, django_assert_max_num_queries):
    image = store_image(picture_bytes(size=(300, 200)))
    counts = []
    for numbers in (range(3), range(3, 12)):
        with transaction.atomic():
            for number in numbers:
                cover = {"cover": image, "cover_alt_text": "Bìa"} if number % 2 else {}
                day = date(2026, 1, 1) + timedelta(number)
                add_gallery(library, title=f"Bộ {number}", images=[image] * 4, event_date=day, **cover)
        client.get(library.url)
        with django_assert_max_num_queries(40) as captured:
            client.get(library.url)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 25


def test_twelve_to_a_page(client, library):
    with transaction.atomic():
        for number in range(13):
            add_gallery(library, title=f"Bộ {number}")
    assert len(client.get(library.url).context["cards"]) == 12
    assert len(client.get(f"{library.url}?page=2").context["cards"]) == 1
    for wrong in ("3", "0", "abc", "-1"):
        assert client.get(f"{library.url}?page={wrong}").status_code == 404


def test_the_english_library_lists_what_is_not_translated_as_what_it_is(client, site, library):
    add_gallery(library, title="Chỉ có tiếng Việt")
    english = translate(library, site.home_en, title="Pictures", slug="pictures")
    cards = client.get(english.url).context["cards"]
    assert [(card.title, card.lang, card.is_fallback) for card in cards] == [("Chỉ có tiếng Việt", "vi", True)]
