"""Searches without result are counted; nothing about a person is kept."""

import pytest

from cms.search import fruitless
from cms.search.models import FruitlessSearch
from tests.factories import add_article, add_stream


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động")


def test_what_is_searched_for_in_vain_three_times_is_reported(client, stream):
    for _time in range(2):
        client.get("/tim-kiem/", {"q": "Nhà ở  xã hội"})
    assert list(fruitless.report()) == []
    client.get("/tim-kiem/", {"q": "nhà ở xã hội"})
    (row,) = fruitless.report()
    assert (row["query"], row["locale"], row["times"]) == ("nhà ở xã hội", "vi", 3)


def test_what_is_found_or_narrowed_or_paged_is_not_counted(client, stream):
    add_article(stream, title="Nhà ở xã hội")
    client.get("/tim-kiem/", {"q": "nhà ở"})
    client.get("/tim-kiem/", {"q": "nhà ở", "year": "1999"})
    assert not FruitlessSearch.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "an.nguyen@example.vn",
        "0912 345 678",
        "001099012345",
        "https://example.vn/",
        "tôi là công nhân mỏ và tôi muốn hỏi về chuyện này",
        "x" * 81,
    ],
)
def test_what_may_be_about_a_person_is_not_kept(client, stream, typed):
    client.get("/tim-kiem/", {"q": typed})
    assert not FruitlessSearch.objects.exists()


def test_counts_older_than_half_a_year_are_deleted(db):
    FruitlessSearch.objects.create(query="cũ", locale="vi", day="2020-01-01", count=5)
    assert fruitless.forget_old() == 1


def test_the_report_is_for_those_who_may_see_it(client, admin_client, stream):
    FruitlessSearch.objects.create(query="nhà ở", locale="vi", day="2026-01-01", count=5)
    assert "nhà ở" in admin_client.get("/admin/reports/fruitless-searches/").content.decode()
    assert admin_client.get("/admin/reports/fruitless-searches/", {"export": "csv"}).status_code == 200
    client.logout()
    assert client.get("/admin/reports/fruitless-searches/").status_code == 302
