"""A detail costs at most two queries and a list at most three, whatever is asked and however many items there are."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from tests.factories import add_article

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]

LISTS = [
    "articles/",
    "articles/?fields=*",
    "articles/?fields=_,title,cover(_,alt),stream",
    "articles/?order=-title&locale=vi&limit=2&offset=1",
    "articles/?order=random",
    "articles/?search=ca",
    "articles/?stream={stream_uuid}&category={category_uuid}&published_after=2020-01-01",
    "articles/?child_of={stream}&fields=*",
    "pages/",
    "pages/?fields=*",
    "pages/?descendant_of=root&translation_of={stream}&locale=en&order=title",
    "pages/?type=articles.ArticlePage&child_of={stream}&fields=body",
    "pages/?site=localhost",
    "links/?translation_of=1",
    "images/",
    "locales/",
]


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/api/v2/{address}")
    return len(queries)


def test_lists(articles, client):
    named = {
        "stream": articles.stream.pk,
        "stream_uuid": articles.stream.translation_key,
        "category_uuid": articles.category.translation_key,
    }
    addresses = [address.format(**named) for address in LISTS]
    Site.get_site_root_paths()
    few = {address: count(client, address) for address in addresses}
    assert {address: number for address, number in few.items() if number > 3} == {}
    with transaction.atomic():
        for number in range(10):
            add_article(articles.stream, title=f"Thêm {number}", category=articles.category)
    assert {address: count(client, address) for address in addresses} == few


@pytest.mark.parametrize("fields", ["", "?fields=*", "?fields=_,title,parent(_,title)"])
def test_a_detail(articles, client, fields):
    Site.get_site_root_paths()
    assert count(client, f"articles/{articles.articles[0].pk}/{fields}") == 1
    assert count(client, f"pages/{articles.articles[0].pk}/{fields}") == 1


def test_finding(articles, client):
    Site.get_site_root_paths()
    assert count(client, "pages/find/?html_path=/en/news/light/") <= 2
