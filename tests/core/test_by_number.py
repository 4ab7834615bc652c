"""What is counted once for each number of the site is counted again when something changes, and never otherwise."""

import gc
import weakref

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core.by_number import keep, number_now
from tests.factories import add_article, add_stream, make_category

pytestmark = pytest.mark.django_db


def counting(client, url, **parameters):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(url, parameters)
    return response, [query["sql"] for query in asked if "COUNT(" in query["sql"]]


def test_a_list_is_counted_once_until_something_is_published(site, client):
    stream = add_stream(site.home)
    add_article(stream, category=make_category())
    _first, counted = counting(client, stream.url)
    assert len(counted) == 2
    assert counting(client, stream.url)[1] == []
    # Another question is another count.
    assert counting(client, stream.url, category="x")[1] != counted
    add_article(stream, title="Bài hai", category=make_category("Đời sống"))
    response, counted = counting(client, stream.url)
    assert len(counted) == 2
    assert response.context["pagination"].total == 2


def test_without_a_number_nothing_is_kept():
    made = []
    for _ in range(2):
        keep(None, "key", lambda: made.append(1))
    assert len(made) == 2


def test_nothing_stays_of_a_number_before_the_last_two():
    class Made:
        """Something that can be looked for."""

    made = {}
    for number in (1, 2, 3):
        made[number] = weakref.ref(keep(number, "key", Made))
    gc.collect()
    assert [number for number, there in made.items() if there() is not None] == [2, 3]
    assert keep(3, "key", Made) is made[3]()


def test_another_change_is_another_number(site):
    before = number_now()
    add_stream(site.home)
    assert number_now() != before
