"""A delivered page is found at its address without a walk, and whatever the store does not vouch for is walked to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from cms.core import by_number
from cms.delivery.known_row import KnownRow
from cms.delivery.models import DeliveredItem
from home import at_once
from tests.factories import add_article, add_stream, make_category, publish, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def stream(site):
    return add_stream(site.home, slug="tin-tuc")


@pytest.fixture
def articles(stream):
    category = make_category()
    return [add_article(stream, title=f"Bài {n}", category=category) for n in range(5)]


@pytest.fixture
def walked(monkeypatch):
    """Return the addresses' parts that Wagtail has walked along."""
    seen, route = [], Page.route
    monkeypatch.setattr(Page, "route", lambda page, *given: seen.append(given[1]) or route(page, *given))
    return seen


def asked_for(client, url):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(url)
    assert response.status_code == 200
    return response.content.decode(), [query["sql"] for query in asked]


def test_the_articles_of_a_section_share_all_but_themselves(client, articles, walked):
    first, _asked = asked_for(client, articles[0].url)
    second, asked = asked_for(client, articles[1].url)
    assert not walked
    # The site's number, the row, the article; its card, as it has no picture; where the switch leads without English.
    assert len(asked) == 5, "\n".join(asked)
    assert "<h1" in second and "Bài 1</h1>" in second and "Bài 1</h1>" not in first
    # Neighbours: the newest of the subject, and never the article itself.
    related = {
        n: html.partition('class="related"')[2].partition("</section>")[0] for n, html in ((0, first), (1, second))
    }
    assert all(f"Bài {other}<" in related[0] for other in (2, 3, 4))
    newest, _asked = asked_for(client, articles[4].url)
    related_of_newest = newest.partition('class="related"')[2]
    assert all(f"Bài {other}<" in related_of_newest for other in (1, 2, 3)) and "Bài 4<" not in related_of_newest


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_found_at_once_is_shown_as_what_is_walked_to(client, monkeypatch, site, stream, articles, language):
    page = articles[0]
    if language == "en":
        section = translate(stream, site.home_en, title="News", slug="news")
        page = translate(page, section, title="An article", slug="an-article")
        articles[0].save_revision().publish()  # now the translation is outdated
    at_once_html, _asked = asked_for(client, page.url)
    monkeypatch.setattr(at_once, "find_page", lambda _request: None)
    monkeypatch.setattr(by_number, "_readers", [])
    walked_html, _asked = asked_for(client, page.url)
    assert at_once_html == walked_html


def test_a_row_is_believed_only_where_the_page_says_the_same(client, articles, walked):
    old, new = articles[0].url, articles[1].url
    DeliveredItem.objects.filter(html_path=old).update(html_path="/x/")
    DeliveredItem.objects.filter(html_path=new).update(html_path=old)
    html, _asked = asked_for(client, old)
    assert "Bài 0</h1>" in html and walked
    assert client.get("/x/").status_code == 404


def test_a_draft_a_restricted_page_and_an_old_address_are_not_found(client, articles):
    articles[0].unpublish()
    assert client.get(articles[0].url).status_code == 410
    old = articles[1].url
    articles[1].slug = "moi"
    publish(articles[1])
    assert client.get(old).status_code != 200
    assert client.get(articles[2].url).status_code == 200
    PageViewRestriction.objects.create(page=articles[2].get_parent(), restriction_type="login")
    assert client.get(articles[2].url).status_code == 302


def test_a_row_that_waits_for_the_worker_vouches_for_nothing(rf, articles):
    request = rf.get(articles[0].url)
    page = at_once.find_page(request)
    assert KnownRow.of(page).document["title"] == "Bài 0"
    page.known_row.row.due_at = page.known_row.row.changed_at = page.first_published_at
    assert KnownRow.of(page) is None


def test_other_views_are_left_alone(rf):
    request = rf.get("/tim-kiem/")
    at_once.PageAtOnceMiddleware(None).process_view(request, reverse, (), {})
    assert not hasattr(request, "_wagtail_route_for_request")
    request._wagtail_route_for_request = known = RouteResult(None)
    at_once.PageAtOnceMiddleware(None).process_view(request, at_once.serve, (), {})
    assert request._wagtail_route_for_request is known
