"""A kept query answers like the queryset it is made of, in one query, and makes its SQL once."""

import pytest
from django.db.models.sql.compiler import SQLCompiler

from articles.models import ArticlePage
from cms.core.kept_query import KeptQuery
from tests.factories import add_article, add_stream


@pytest.fixture
def articles(site):
    stream = add_stream(site.home, title="Tin hoạt động")
    return [add_article(stream, title=f"Bài {number}") for number in range(3)]


@pytest.fixture
def live():
    return KeptQuery(ArticlePage.objects.live().select_related("locale", "cover").order_by())


def test_each_is_found_whole_with_what_it_is_shown_with(articles, live, django_assert_num_queries):
    for article in articles:
        with django_assert_num_queries(1):
            found = live.find(article.pk)
            assert (found.pk, found.title, found.locale.language_code) == (article.pk, article.title, "vi")
            assert found.cover is None
        assert type(found) is ArticlePage
        assert found.body == article.body


def test_what_the_conditions_leave_out_is_not_found(articles, live):
    first, second, _third = articles
    assert live.find(first.pk) == first
    first.unpublish()
    assert live.find(first.pk) is None
    assert live.find(second.pk) == second
    assert live.find(0) is None


def test_its_sql_is_made_once(articles, live, monkeypatch):
    live.find(articles[0].pk)
    monkeypatch.setattr(SQLCompiler, "as_sql", lambda *_arguments, **_options: pytest.fail("made again"))
    assert [live.find(article.pk).title for article in articles] == ["Bài 0", "Bài 1", "Bài 2"]
