"""A stream's list: newest first, pages that exist, one cost for 3 and for 15; titles sort as Vietnamese sorts."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.models import ArticlePage
from tests.factories import add_article, add_stream, make_category, make_image, translate


@pytest.fixture
def stream(site):
    return add_stream(site.home, introduction="Tin từ cơ sở.")


def put_article(stream, number, **fields):
    """Put a live article straight into the tree: quicker, for lists of many."""
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)
    values = {"title": f"Bài {number}", "lead": "Một câu.", "display_date": moment, **fields}
    return stream.add_child(instance=ArticlePage(locale=stream.locale, **values))


def test_the_stream_renders_in_both_languages(client, site, stream):
    article = add_article(stream, title="Bữa cơm công đoàn")
    english = translate(stream, site.home_en, title="News", slug="news")
    assert "Bữa cơm công đoàn" in client.get(stream.url).content.decode()
    (card,) = client.get(english.url).context["cards"]
    assert (card.title, card.lang, card.url) == (article.title, "vi", f"/en/news/{article.slug}/")


def test_the_newest_comes_first_and_twelve_fill_a_page(client, stream):
    with transaction.atomic():
        for number in range(13):
            put_article(stream, number)
    first = client.get(stream.url).context
    assert [card.title for card in first["cards"]] == [f"Bài {number}" for number in range(12, 0, -1)]
    assert first["pagination"].next_url == f"{stream.url}?page=2"
    assert [card.title for card in client.get(stream.url, {"page": "2"}).context["cards"]] == ["Bài 0"]


def test_a_page_that_does_not_exist_is_not_found(client, stream):
    put_article(stream, 1)
    for page in ("abc", "0", "-1", "2", "9999", "1.5", " 1", "+1", "²", "1" * 50):
        assert client.get(stream.url, {"page": page}).status_code == 404, page


def test_an_empty_stream_renders(client, stream):
    response = client.get(stream.url)
    assert response.status_code == 200
    assert response.context["is_empty"]


def test_a_category_narrows_the_list(client, stream):
    category = make_category("Tổ chức")
    put_article(stream, 1, category=category)
    put_article(stream, 2)
    response = client.get(stream.url, {"category": str(category.translation_key)})
    assert [card.title for card in response.context["cards"]] == ["Bài 1"]
    assert client.get(stream.url, {"category": "x"}).context["is_empty"]


def test_a_list_costs_the_same_for_3_articles_and_for_15(client, stream):
    category, image = make_category("Tổ chức"), make_image()

    def number_of_queries():
        client.get(stream.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(stream.url)
        return len(captured)

    with transaction.atomic():
        for number in range(3):
            put_article(stream, number, category=category, cover=image, cover_is_decorative=True)
    few = number_of_queries()
    with transaction.atomic():
        for number in range(3, 15):
            put_article(stream, number, category=category, cover=image, cover_is_decorative=True)
    many = number_of_queries()
    assert few == many <= 25


def test_titles_sort_as_in_a_vietnamese_dictionary(stream):
    titles = ["Dân", "Đan", "Đàn", "Đảng", "Đăng", "Đoàn", "Ê", "Ống", "Ơn"]
    with transaction.atomic():
        for number, title in enumerate(reversed(titles)):
            put_article(stream, number, title=title)
    ordered = ArticlePage.objects.child_of(stream).order_by("sort_title").values_list("title", flat=True)
    assert list(ordered) == titles
