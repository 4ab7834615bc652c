"""The numbers readers see: in their language's form, with their time, the same for everyone for a minute."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.statistics import snapshot, tables
from cms.statistics.beacon import minute_of
from cms.statistics.counter import read
from cms.statistics.models import Subject


@pytest.fixture
def visits(site, monkeypatch):
    monkeypatch.setattr(snapshot.shown_numbers, "_read_at", float("-inf"))
    today = timezone.localdate()
    last_month = today.replace(day=1) - timedelta(days=1)
    tables.add_days({(today, Subject.VIEWS, "", "vi"): 1234, (today, Subject.VIEWS, "", "en"): 1})
    tables.add_days({(last_month, Subject.VIEWS, "", "vi"): 12_000, (today, Subject.PAGE, "/", "vi"): 99})
    minute = minute_of()
    tables.add_minutes({minute: 3, minute - 4: 4, minute - 5: 100, minute + 1: 100})
    assert snapshot.take()
    return read()


def test_they_are_what_was_counted(visits):
    assert (visits.online, visits.today, visits.month, visits.total) == (7, 1235, 1235, 13_235)


@pytest.mark.parametrize(("address", "total"), [("/", "13.235"), ("/en/", "13,235")])
def test_every_page_shows_them_in_its_language_and_counts_itself(client, visits, address, total):
    html = client.get(address).content.decode()
    assert f'<dd data-visits-number="total">{total}</dd>' in html
    assert f'src="/thong-ke/dem.gif?p={address}"' in html
    assert re.search(r'<time data-visits-time datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0700">\d\d:\d\d, ', html)


@pytest.mark.parametrize(("address", "other"), [("/thong-ke/", "/en/statistics/"), ("/en/statistics/", "/thong-ke/")])
def test_a_page_in_each_language_says_how_they_come_about(client, visits, address, other):
    html = client.get(address).content.decode()
    assert re.search(rf'<link rel="canonical" href="https?://[^/"]+{address}">', html)
    assert 'hreflang="x-default"' in html
    assert re.search(rf'<a[^>]+href="{other}"', html)
    assert client.post(address).status_code == 405


def test_an_address_where_nothing_is_counts_nothing(client, site):
    assert "data-beacon" not in client.get("/khong-co/").content.decode()


def test_the_script_gets_the_numbers_alone_and_anyone_may_keep_them_for_a_minute(client, visits):
    got = client.get("/thong-ke/so-lieu.json")
    assert got["Cache-Control"] == "public, max-age=60"
    numbers = got.json()
    assert numbers.pop("taken_at").endswith("+07:00")
    assert numbers == {"online": 7, "today": 1235, "month": 1235, "total": 13_235}


def test_every_process_shows_the_same_until_the_worker_takes_others(visits, django_assert_num_queries):
    first, second = snapshot.ShownNumbers(60), snapshot.ShownNumbers(60)
    with django_assert_num_queries(2):
        assert first.visits() is first.visits()
        assert first.visits() == second.visits()
    assert not snapshot.take()
    tables.add_days({(timezone.localdate(), Subject.VIEWS, "", "vi"): 1})
    assert snapshot.ShownNumbers(60).visits() == first.visits()
    assert snapshot.take()
    assert snapshot.ShownNumbers(60).visits().total == first.visits().total + 1
