"""No address of the URL conf shows what must not be shown: all of them, those of tomorrow included."""

import re
from html import unescape

import pytest
from django.test import Client
from wagtail.models import Page

from cms.delivery.registry import type_of
from tests.delivery.private import hide_everything
from tests.delivery.route_verdicts import FEEDS, OF_THE_WEBSITE, public_routes, verdict_of

NOBODY = "nobodysword"

pytestmark = pytest.mark.indexed


@pytest.fixture(scope="module")
def _site(start_from):
    return start_from(hide_everything)


@pytest.fixture
def site(_site, db):
    return _site


def test_every_route_has_a_verdict():
    assert [route for route in public_routes() if verdict_of(route) is None] == []


def test_no_route_shows_anything_of_it(site):
    known, shown = {}, []

    def ask(address: str) -> str:
        if address not in known:
            response = Client().get(address)
            assert response.status_code < 500, address
            known[address] = f"{response.status_code} {unescape(response.getvalue().decode(errors='replace'))}"
        return known[address]

    for route in public_routes():
        verdict = verdict_of(route)
        for kind, hidden in site.hidden.items():
            if isinstance(verdict, str) or (hidden.is_on_website and OF_THE_WEBSITE.match(route)):
                continue
            for address in addresses(verdict, route, hidden, site):
                text = ask(address)
                # Every page of the website names what is on it.
                if hidden.is_on_website and text.startswith("404"):
                    continue
                # What was asked may be said again: as an address, or as a word that is looked for.
                path, _question, query = address.partition("?")
                said_again = ask(address.replace(hidden.word, NOBODY)).count(NOBODY) if hidden.word in query else 0
                if text.replace(path, "").count(hidden.word) > said_again:
                    shown.append(f"{kind} at {address}")

    assert shown == []
    # So that nothing above is missing because nothing is shown at all.
    assert sum("công khai" in text.replace("<mark>", "").replace("</mark>", "") for text in known.values()) >= 12
    assert {text[:3] for address, text in known.items() if address.startswith(("/uploads/", "/documents/"))} <= {
        *("302", "403", "404")
    }


def addresses(questions: list[str], route: str, hidden, site) -> list[str]:
    item = hidden.item
    values = {"word": hidden.word, "slug": hidden.word}
    if item is not None:
        endpoint = type_of(item).endpoint
        # The many lists and details of the API: each asked about what it could know.
        of_route = route.removeprefix("api/v2/").partition("/")[0]
        if ("<int:pk>" in route or "/find/" in route) and of_route not in (endpoint, "pages"):
            return []
        path = (item.url if isinstance(item, Page) else "") or f"{site.stream.url}{getattr(item, 'slug', item.pk)}/"
        file = item.file.name if hasattr(item, "file") else "x.pdf"
        values |= {
            "pk": item.pk,
            "uuid": getattr(item, "translation_key", None) or item.uuid,
            "locale": item.locale.language_code if hasattr(item, "locale") else "vi",
            "path": path,
            "slug": getattr(item, "slug", item.pk),
            "file": file.rpartition("/")[2],
        }
    # The edit of a public article has no identity of its own: only what lists.
    usable = [one for one in questions if set(re.findall(r"{(\w+)}", one)) - {"feed"} <= values.keys()]
    return [one.format(feed=feed, **values) for one in usable for feed in (FEEDS if "{feed}" in one else ("",))]
