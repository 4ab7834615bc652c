"""What is declared to be on its way out says so: in answers, in the contract and in the documentation."""

from dataclasses import replace
from datetime import date

import pytest

from cms.api.router import ENDPOINTS
from cms.api.schema.document import openapi_document, openapi_json
from cms.api.schema.reading import documentation_of
from cms.delivery import registry
from cms.delivery.deprecation import Deprecation

pytestmark = pytest.mark.django_db

OLD = Deprecation(since=date(2026, 3, 1), sunset=date(2027, 3, 1), instead="Use summary.")
# RFC 9745: a moment in seconds since 1970; RFC 8594: an HTTP date.
SINCE, SUNSET = "@1772323200", "Mon, 01 Mar 2027 00:00:00 GMT"


@pytest.fixture
def declare(monkeypatch):
    """Return a function that declares something of a type: `declare("articles", deprecation=…)`."""
    articles = next(endpoint for endpoint in ENDPOINTS if endpoint.name == "articles")

    def change(**declared):
        made = replace(articles.delivered_type, **declared)
        monkeypatch.setitem(registry._types, made.name, made)
        monkeypatch.setitem(articles.__dict__, "types", [made])
        openapi_json.cache_clear()
        documentation_of.cache_clear()

    yield change
    openapi_json.cache_clear()
    documentation_of.cache_clear()


def test_nothing_is_said_where_nothing_is_declared(articles, get):
    response = get("articles/")
    assert "Deprecation" not in response
    assert "Sunset" not in response


def test_an_endpoint_says_it_with_every_answer(articles, get, declare):
    declare(deprecation=OLD)
    for address in ("articles/", f"articles/{articles.articles[0].pk}/", "articles/0/"):
        response = get(address)
        assert response["Deprecation"] == SINCE
        assert response["Sunset"] == SUNSET
        assert 'rel="deprecation"' in response["Link"]
        assert "Deprecation" not in get("streams/")


def test_the_next_page_is_still_named(articles, get, declare):
    declare(deprecation=OLD)
    link = get("articles/", limit=1)["Link"]
    assert 'rel="next"' in link
    assert 'rel="sunset"' in link


def test_a_field_says_it_to_whoever_names_it(articles, get, declare):
    declare(deprecated_fields={"lead": OLD})
    for query in ({"fields": "_,lead"}, {"order": "-lead"}, {"lead": "x"}):
        assert get("articles/", **query)["Deprecation"] == SINCE, query
    assert "Deprecation" not in get("articles/")
    assert "Deprecation" not in get("articles/", fields="title")


def test_the_contract_marks_it(articles, declare):
    declare(deprecation=OLD, deprecated_fields={"lead": OLD})
    document = openapi_document(ENDPOINTS, "en")
    assert document["paths"]["/api/v2/articles/"]["get"]["deprecated"] is True
    assert document["components"]["schemas"]["Article"]["properties"]["lead"]["deprecated"] is True
    assert "deprecated" not in document["paths"]["/api/v2/streams/"]["get"]
    named = {made.get("name"): made for made in document["paths"]["/api/v2/articles/"]["get"]["parameters"]}
    assert named["lead"]["deprecated"] is True


def test_the_documentation_tells_what_to_use_instead(articles, get, declare):
    declare(deprecated_fields={"lead": OLD})
    html = get("docs/", lang="en").content.decode()
    assert "articles: lead" in html
    assert "2027-03-01" in html
    assert "Use summary." in html
