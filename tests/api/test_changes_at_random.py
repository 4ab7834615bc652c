"""Whatever is done, in whatever order, readers of every kind end with what is delivered: a storm of one writer."""

import random

import pytest
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage, ArticleStreamPage
from tests.api.feed_reader import Reader, delivered
from tests.factories import add_article, add_stream, publish

pytestmark = pytest.mark.django_db

OPERATIONS = 60


def add(chance, mark):
    streams = ArticleStreamPage.objects.filter(locale__language_code="vi", alias_of=None)
    add_article(chance.choice(list(streams)), title=f"Bài {mark}")


def edit(chance, mark):
    if page := one(chance, live=True):
        page.title = f"Sửa {mark}"
        publish(page)


def unpublish(chance, mark):
    if page := one(chance, live=True):
        page.unpublish()


def publish_again(chance, mark):
    if page := one(chance, live=False):
        publish(page)


def move(chance, mark):
    if page := one(chance, locale__language_code="vi"):
        streams = ArticleStreamPage.objects.filter(locale=page.locale, alias_of=None).not_ancestor_of(page)
        page.move(chance.choice(list(streams)), pos="last-child")


def delete(chance, mark):
    if page := one(chance):
        page.delete()


def change_rights(chance, mark):
    if page := one(chance, live=True):
        page.syndication = chance.choice(["", "partners", "none"])
        publish(page)


def restrict(chance, mark):
    page = chance.choice([one(chance), ArticleStreamPage.objects.order_by("pk").first()])
    if page and not PageViewRestriction.objects.filter(page=page).exists():
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def open_again(chance, mark):
    if restriction := PageViewRestriction.objects.order_by("pk").first():
        restriction.delete()


DEEDS = [add, add, edit, edit, edit, unpublish, publish_again, move, move, delete, change_rights, restrict, open_again]


def one(chance, **conditions):
    pages = list(ArticlePage.objects.filter(alias_of=None, **conditions).order_by("pk"))
    return chance.choice(pages) if pages else None


@pytest.mark.parametrize("seed", [1, 2])
def test_every_copy_is_exact(articles, site, client, seed):
    chance = random.Random(seed)
    other = add_stream(site.home, title="Chuyên mục khác")
    narrowed = [
        {},
        {"limit": "2"},
        {"locale": "vi", "limit": "1"},
        {"stream": str(other.translation_key), "limit": "3"},
    ]
    readers = [(Reader(client, **query), query) for query in narrowed]
    for mark in range(OPERATIONS // 2):
        chance.choice(DEEDS)(chance, mark)
        reader, _query = chance.choice(readers)
        reader.ask()
        if mark % 10 == 0:
            query = chance.choice(narrowed)
            readers.append((Reader(client, **query), query))
    for reader, query in readers:
        reader.follow()
        conditions = {"stream": other.translation_key} if "stream" in query else {}
        copy = delivered(**conditions)
        if "locale" in query:
            copy = {key: document for key, document in copy.items() if key[2] in ("vi", None)}
        assert reader.copy == copy, query
