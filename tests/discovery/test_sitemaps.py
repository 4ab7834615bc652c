"""Sitemaps: every public page with a text of its own, once, with its translations and an honest date."""

import re
import xml.etree.ElementTree as ET
from datetime import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.delivery.models import DeliveredItem
from cms.discovery.sitemaps import pages as sitemap_pages
from tests.discovery.conftest import again
from tests.factories import add_article, publish

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client, address, root, child):
    """Return {loc: (lastmod, {hreflang: href})}, refusing what the protocol's schemas refuse."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    document = ET.fromstring(response.content)
    assert document.tag == f"{NAMESPACE}{root}"
    found = {}
    for element in document:
        assert element.tag == f"{NAMESPACE}{child}"
        # loc, then lastmod, each at most once; foreign elements last.
        names = [part.tag for part in element if part.tag != LINK]
        assert names in ([f"{NAMESPACE}loc"], [f"{NAMESPACE}loc", f"{NAMESPACE}lastmod"])
        assert [part.tag for part in element][: len(names)] == names
        loc = element.findtext(f"{NAMESPACE}loc")
        assert re.fullmatch(r"https?://\S{1,2040}", loc)
        assert loc not in found
        lastmod = element.findtext(f"{NAMESPACE}lastmod")
        assert lastmod is None or datetime.fromisoformat(lastmod).tzinfo
        found[loc] = (lastmod, {link.get("hreflang"): link.get("href") for link in element.findall(LINK)})
    assert 0 < len(found) <= 50_000
    return found


def everything_listed(client):
    index = read(client, "http://localhost/sitemap.xml", "sitemapindex", "sitemap")
    return {address: read(client, address, "urlset", "url") for address in index}


def test_each_language_has_its_public_pages(everything, client):
    listed = everything_listed(client)
    assert sorted(listed) == ["http://localhost/sitemaps/en-1.xml", "http://localhost/sitemaps/vi-1.xml"]
    for language in ("vi", "en"):
        locations = set(listed[f"http://localhost/sitemaps/{language}-1.xml"])
        pages = [item[language] for item in everything.items.values() if hasattr(item.get(language), "full_url")]
        assert {page.full_url for page in pages} <= locations


def test_what_only_some_may_see_is_not_listed(everything, client):
    listed = {url for urls in everything_listed(client).values() for url in urls}
    assert everything.hidden.draft.full_url not in listed
    assert everything.hidden.restricted.full_url not in listed
    # The website itself shows these to anyone: only others may not show them again.
    assert everything.hidden.html_only.full_url in listed


def test_untranslated_pages_and_texts_from_elsewhere_are_not_listed(everything, client):
    add_article(everything.stream, title="Chỉ tiếng Việt", slug="chi-tieng-viet")
    article = again(everything.items["articles"]["vi"])
    article.canonical_source_url = "https://example.org/goc"
    publish(article)
    listed = everything_listed(client)
    english = listed["http://localhost/sitemaps/en-1.xml"]
    assert not [url for url in english if "chi-tieng-viet" in url]
    assert article.full_url not in listed["http://localhost/sitemaps/vi-1.xml"]


def test_alternates_are_reciprocal_and_those_of_the_page_itself(everything, client):
    listed = everything_listed(client)
    links = {url: alternates for urls in listed.values() for url, (_changed, alternates) in urls.items()}
    translated = {url: alternates for url, alternates in links.items() if alternates}
    assert everything.items["articles"]["en"].full_url in translated
    for url, alternates in translated.items():
        assert url in alternates.values()
        assert alternates["x-default"] == alternates["vi"]
        for other in alternates.values():
            assert links[other] == alternates
    article = everything.items["articles"]["vi"]
    html = client.get(article.get_url()).content.decode()
    for language, href in links[article.full_url].items():
        assert f'hreflang="{language}" href="{href}"' in html


def test_the_date_is_when_the_delivered_text_changed(everything, client):
    article = everything.items["articles"]["vi"]
    row = DeliveredItem.objects.get(type="articles.ArticlePage", uuid=article.translation_key, locale="vi")
    changed, _alternates = read(client, "/sitemaps/vi-1.xml", "urlset", "url")[article.full_url]
    assert datetime.fromisoformat(changed) == row.changed_at.replace(microsecond=0)


def test_a_long_list_is_split(everything, client, monkeypatch):
    whole = set(read(client, "/sitemaps/vi-1.xml", "urlset", "url"))
    monkeypatch.setattr(sitemap_pages, "SIZE", 5)
    parts = [urls for address, urls in everything_listed(client).items() if "/vi-" in address]
    assert len(parts) == -(-len(whole) // 5)
    assert {url for urls in parts for url in urls} == whole
    assert client.get(f"/sitemaps/vi-{len(parts) + 1}.xml").status_code == 404


@pytest.mark.parametrize(
    "address", ["/sitemaps/fr-1.xml", "/sitemaps/vi-0.xml", "/sitemaps/vi-999999999999999999999.xml"]
)
def test_a_sitemap_that_is_not_there(site, client, address):
    assert client.get(address).status_code == 404


def test_a_sitemap_costs_the_same_for_few_and_for_many(everything, client):
    def count():
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            client.get("/sitemaps/vi-1.xml")
        return len(queries)

    few = count()
    with transaction.atomic():
        for number in range(12):
            add_article(everything.stream, title=f"Thêm {number}")
    assert count() == few <= 3
