"""An address where nothing is helps on: search, nearest section, other language; one taken down says so."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.factories import add_article, add_stream, translate


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động", slug="tin")


def lost(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    html = response.content.decode()
    assert 'role="search"' in html
    return html.partition('<div class="lost__text">')[2].partition("</main>")[0]


def test_it_leads_to_the_nearest_section_anyone_may_read(client, site, stream):
    assert '<a href="/tin/">Tin hoạt động</a>' in lost(client, "/tin/khong-co/o-day/", 404)
    assert "lost__near" not in lost(client, "/khong-co/", 404)
    translate(stream, site.home_en, title="News", slug="news")
    assert '<a href="/en/news/">News</a>' in lost(client, "/en/news/nothing/", 404)
    PageViewRestriction.objects.create(page=stream, restriction_type=PageViewRestriction.LOGIN)
    assert "Tin hoạt động" not in lost(client, "/tin/khong-co/", 404).partition("lost__ways")[0]


def test_what_is_called_so_in_the_other_language_is_named(client, site, stream):
    translate(stream, site.home_en, title="News", slug="news")
    assert 'href="/tin/" hreflang="vi" lang="vi"' in lost(client, "/en/tin/", 404)


def test_what_was_taken_down_is_gone_and_its_translation_is_named(client, site, stream):
    stream_en = translate(stream, site.home_en, title="News", slug="news")
    article = add_article(stream, title="Tết", slug="tet")
    translate(article, stream_en, title="New Year", slug="new-year")
    article.unpublish()
    html = lost(client, "/tin/tet/", 410)
    assert 'href="/en/news/new-year/"' in html
    assert '<a href="/tin/">' in html
    assert client.get("/tin/?page=99").status_code == 404
    article.save_revision().publish()
    assert client.get("/tin/tet/").status_code == 200


def test_what_moved_leads_on_and_what_became_private_is_not_talked_about(client, site, stream):
    article = add_article(stream, title="Tết", slug="tet")
    article.unpublish()
    Redirect.objects.create(old_path="/tin/tet", redirect_link="/tin/", site=stream.get_site())
    assert client.get("/tin/tet/").status_code == 301
    other = add_article(stream, title="Riêng", slug="rieng")
    PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/tin/rieng/").status_code == 302
