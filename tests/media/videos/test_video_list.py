"""The video library lists its videos, newest first, by series if one likes, at the same cost for few and for many."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.factories import translate
from tests.media.content import add_video, add_video_library, make_series, picture_bytes, store_film, store_image


@pytest.fixture
def library(site):
    return add_video_library(site.home)


def titles(response) -> list[str]:
    return [card.title for card in response.context["cards"]]


def test_the_newest_comes_first(client, library):
    for title, day in (("Cũ", date(2025, 1, 1)), ("Mới", date(2026, 1, 1))):
        add_video(library, title=title, recorded_on=day)
    response = client.get(library.url)
    assert titles(response) == ["Mới", "Cũ"]
    assert [entry["name"] for entry in response.context["filters"]] == ["month"]


def test_the_archive_goes_by_the_months_of_recording(client, library):
    series = make_series()
    for title, day in (("Tết", date(2026, 2, 28)), ("Xuân", date(2026, 3, 1)), ("Hội", date(2026, 3, 31))):
        add_video(library, title=title, recorded_on=day, series=series if title == "Xuân" else None)
    assert titles(client.get(library.url, {"month": "2026-03"})) == ["Hội", "Xuân"]
    response = client.get(library.url, {"month": "2026-03", "series": str(series.translation_key)})
    assert titles(response) == ["Xuân"]
    choices = response.context["filters"][1]["choices"][1:]
    assert [(one["label"], one["count"]) for one in choices] == [("Tháng 3/2026", 1)]
    assert client.get("/api/v2/videos/", {"month": "2026-03"}).json()["meta"]["total_count"] == 2


def test_a_series_can_be_chosen(client, library):
    series = make_series()
    add_video(library, title="Trong loạt", series=series)
    add_video(library, title="Ngoài loạt")
    choices = client.get(library.url).context["filters"][0]["choices"]
    assert [(choice["label"], choice["count"], choice["is_selected"]) for choice in choices][1:] == [
        ("An toàn là trên hết", 1, False)
    ]
    response = client.get(library.url, {"series": choices[1]["value"]})
    assert titles(response) == ["Trong loạt"]
    assert response.context["filters"][0]["choices"][1]["is_selected"]
    assert response.context["reset_url"] == library.url


@pytest.mark.parametrize("value", ["abc", "1", "00000000-0000-4000-8000-000000000000", "'; drop table", "é" * 300])
def test_a_series_that_cannot_be_meant_has_no_videos(client, library, value):
    add_video(library, series=make_series())
    response = client.get(library.url, {"series": value})
    assert response.status_code == 200
    assert response.context["is_empty"]


def test_a_series_is_named_in_the_readers_language(client, site, library):
    add_video(library, title="Video", series=make_series(english="Safety first"))
    english = translate(library, site.home_en, title="Videos", slug="videos")
    response = client.get(english.url)
    assert response.context["filters"][0]["choices"][1]["label"] == "Safety first"
    assert response.context["cards"][0].label == "Safety first"


def test_a_list_of_twelve_costs_as_much_as_one_of_three(client, library, django_assert_max_num_queries):
    image, series = store_image(picture_bytes(size=(300, 200))), [make_series(), make_series("Khác", "Other")]
    counts = []
    for numbers in (range(3), range(3, 12)):
        with transaction.atomic():
            for number in numbers:
                add_video(
                    library,
                    title=f"Video {number}",
                    recorded_on=date(2026, 1, 1) + timedelta(number),
                    series=series[number % 2],
                    poster=image,
                    poster_alt_text="Ảnh",
                    **({"file": store_film()} if number % 3 else {}),
                )
        client.get(library.url)
        with django_assert_max_num_queries(40) as captured:
            client.get(library.url)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 25
