"""What readers must not be shown is at no door: every kind of it, at every address that could show it."""

import json
import re
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.delivery.registry import type_of
from cms.partners.models import WebhookDelivery
from cms.partners.webhooks.walking import walk
from tests.delivery.private import COMMON, RESTRICTIONS, hide_everything
from tests.partners.content import make_endpoint, make_partner

pytestmark = [pytest.mark.indexed, pytest.mark.one_database]

API = "/api/v2/"
KINDS = [
    *("unpublished", "expired", "binned", "draft", "tomorrow", "below", "none", "partners", "edit", *RESTRICTIONS),
    *("submitted", "sibling", "alias", "image", "document", "link"),
]
WEBSITE = {
    "home": "/",
    "English home": "/en/",
    "stream": "/tin-hoat-dong/",
    "English stream": "/en/news/",
    "inner stream": "/noi-bo/",
    "search": f"/tim-kiem/?q={COMMON}",
    "English search": "/en/search/?q=Story",
    "English search for a title": f"/en/search/?q={COMMON}",
    "sitemap": "/sitemap.xml",
    "article that names it": "/tin-hoat-dong/chuyen-cong-khai/",
    "the same in English": "/en/news/chuyen-cong-khai/",
    "article with its translation": "/tin-hoat-dong/chuyen-co-ban-dich-cho/",
    "article with its private translation": "/tin-hoat-dong/chuyen-co-ban-dich-rieng/",
}
LISTS = {
    "articles": "articles/?limit=100&fields=*",
    "pages": "pages/?limit=100&fields=*",
    "English pages": "pages/?limit=100&locale=en&fields=*",
    "fallback": "pages/?limit=100&locale=en&fallback=vi",
    "search": f"articles/?limit=100&search={COMMON}",
    "English search": "articles/?limit=100&search=Story",
    "menus": "navigation/?fields=*",
    "links": "links/?fields=*",
    "images": "images/?fields=*&limit=100",
    "documents": "documents/?fields=*&limit=100",
}
OWN = [
    *("{endpoint}/{pk}/", "pages/{pk}/", "{endpoint}/?id={pk}&fields=*", "{endpoint}/?uuid={uuid}&locale={locale}"),
    *("{endpoint}/?translation_of={uuid}&locale={locale}", "pages/find/?id={pk}", "pages/find/?html_path={path}"),
    *("resolve/?url={path}", "{endpoint}/{pk}/?fields=*", "{endpoint}/{pk}/?rich_text=text"),
]


@pytest.fixture(scope="module")
def _site(start_from):
    return start_from(hide_everything)


@pytest.fixture
def site(_site, db):
    return _site


@pytest.fixture(scope="module")
def _answers():
    return {}


@pytest.fixture
def ask(site, _answers):
    """Return a function that gives an address's text, asked once a module, without what it only repeats of itself."""

    def ask(address: str) -> str:
        if address not in _answers:
            response = Client().get(address)
            assert response.status_code < 500, address
            text = unescape(response.getvalue().decode())
            _answers[address] = text.replace(address.partition("?")[0], "")
        return _answers[address]

    return ask


def assert_does_not_name(text: str, hidden) -> None:
    """Neither the word nor, in JSON, the item's own address."""
    assert hidden.word not in text
    if hidden.item is not None:
        endpoint = type_of(hidden.item).endpoint
        assert not re.search(rf'/api/v2/(pages|{endpoint})/{hidden.item.pk}/"', text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_website_names_it_nowhere(site, ask, kind):
    hidden = site.hidden[kind]
    if not hidden.is_on_website:
        for door, address in WEBSITE.items():
            assert hidden.word not in ask(address), door


@pytest.mark.parametrize("kind", KINDS)
def test_its_own_address_shows_nothing(site, ask, kind):
    hidden = site.hidden[kind]
    if isinstance(hidden.item, Page) and not hidden.is_on_website:
        for page in [hidden.item, *hidden.item.get_translations()]:
            # What lies in the bin has no address, but had one.
            address = page.get_url() or f"{site.stream.url}{page.slug}/"
            assert hidden.word not in ask(address), address


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("door", LISTS)
def test_no_list_names_it(site, ask, kind, door):
    assert_does_not_name(ask(API + LISTS[door]), site.hidden[kind])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "edit"])
def test_no_question_about_it_is_answered(site, ask, kind):
    hidden = site.hidden[kind]
    item = hidden.item
    values = {"endpoint": type_of(item).endpoint, "pk": item.pk, "path": getattr(item, "url", "") or "/x/"}
    values["uuid"] = getattr(item, "translation_key", None) or item.uuid
    values["locale"] = item.locale.language_code if hasattr(item, "locale") else "vi"
    for form in OWN:
        address = form.format(**values)
        if form.startswith("pages/") and not isinstance(item, Page):
            continue
        assert_does_not_name(ask(API + address), hidden)


def feed_of(ask) -> list[dict]:
    """Return what the feed tells a new reader, and one who has read its first item."""
    snapshot = json.loads(ask(f"{API}changes/?include=document&limit=1000"))
    epoch = snapshot["meta"]["token"].partition(".")[0]
    later = json.loads(ask(f"{API}changes/?include=document&limit=1000&token={epoch}.1"))
    assert not snapshot["meta"]["has_more"]
    return [*snapshot["items"], *later["items"]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_change_feed_gives_nothing_of_it(site, ask, kind):
    hidden = site.hidden[kind]
    items = feed_of(ask)
    assert_does_not_name(json.dumps(items, ensure_ascii=False), hidden)
    if hidden.item is not None:
        label = hidden.item._meta.label
        told = [item["op"] for item in items if (item["type"], item["id"]) == (label, hidden.item.pk)]
        assert set(told) <= {"delete"}


def test_no_webhook_gives_anything_of_it(site):
    make_endpoint(make_partner(), cursor=1)
    walk(timezone.now())
    bodies = "\n".join(WebhookDelivery.objects.filter(op="upsert").values_list("body", flat=True))
    assert "articles.ArticlePage" in bodies
    for hidden in site.hidden.values():
        assert_does_not_name(bodies, hidden)


def test_the_files_of_a_private_collection_are_at_no_address(site, ask):
    document = site.hidden["document"].item
    assert Client().get(document.url).status_code in (302, 403, 404)
    image = site.hidden["image"].item
    assert site.had_renditions
    image.refresh_from_db()
    assert image.ready_renditions == {}
    # Their files go with the commit, see tests/media/files/test_public_files.py.
    assert not image.renditions.exists()


def test_everything_else_is_there(site, ask):
    """So that what is not found above is not missing because nothing is shown at all."""
    for address in (WEBSITE["stream"], WEBSITE["search"], API + LISTS["articles"], API + LISTS["search"]):
        # The search marks what it found.
        assert f"{COMMON} công khai" in ask(address).replace("<mark>", "").replace("</mark>", ""), address
    for kind in ("none", "partners"):
        assert site.hidden[kind].word in ask(site.hidden[kind].item.get_url())
        assert site.hidden[kind].word in ask(WEBSITE["stream"])
