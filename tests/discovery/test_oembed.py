"""oEmbed: an address pasted elsewhere gives a card of what is public, as large as was asked for, and nothing else."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from media.files.renditions import make_renditions

pytestmark = pytest.mark.django_db

KINDS = ("articles", "galleries", "videos", "law-documents", "questions")


def ask(client, url, **parameters):
    return client.get("/oembed/", {"url": url, **parameters})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_leads_to_its_card(everything, client, language):
    for kind in KINDS:
        page = everything.items[kind][language]
        html = client.get(page.get_url()).content.decode()
        links = dict(re.findall(r'type="([^"]+\+oembed)" title="[^"]*" href="([^"]*)"', html))
        answer = client.get(unescape(links["application/json+oembed"])).json()
        assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", page.title)
        assert answer["language"] == language
        xml = client.get(unescape(links["text/xml+oembed"]))
        assert xml["Content-Type"] == "text/xml; charset=utf-8"
        root = ET.fromstring(xml.content)
        assert root.tag == "oembed"
        assert {part.tag: part.text for part in root} == {name: str(value) for name, value in answer.items()}


def test_the_frame_shows_the_card_and_may_be_framed(everything, client):
    for language in ("vi", "en"):
        page = everything.items["articles"][language]
        html = ask(client, page.full_url).json()["html"]
        # What WordPress looks for in the answer of a site that it does not know, see its wp_filter_oembed_result.
        assert re.fullmatch(r"<blockquote.*?>.*?</blockquote><iframe [^>]*sandbox=[^>]*></iframe>", html)
        response = client.get(re.search(r' src="http://localhost([^"]*)"', html)[1])
        assert response.status_code == 200
        assert "X-Frame-Options" not in response
        assert "frame-ancestors *" in response["Content-Security-Policy"]
        assert response["Content-Language"] == language
        text = response.content.decode()
        assert f'<html lang="{language}">' in text
        assert page.title in text
        assert f'<link rel="canonical" href="{page.full_url}">' in text


def test_nothing_is_larger_than_was_asked_for(everything, client):
    make_renditions(everything.items["images"][""])
    article = everything.items["articles"]["vi"]
    whole = ask(client, article.full_url).json()
    assert whole["thumbnail_width"] == 1200
    small = ask(client, article.full_url, maxwidth=420, maxheight=300).json()
    assert small["width"] <= 420
    assert small["height"] <= 300
    assert 0 < small["thumbnail_width"] <= 420
    assert small["thumbnail_height"] <= 300
    assert 'width="420" height="300"' in small["html"]
    tiny = ask(client, article.full_url, maxwidth=100).json()
    assert "thumbnail_url" not in tiny


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"format": "yaml"}, 400),
        ({"maxwidth": "x"}, 400),
        ({"maxwidth": "0"}, 400),
        ({"maxheight": "-3"}, 400),
        ({"maxheight": "9" * 40}, 400),
        ({"url": ""}, 400),
        ({"url": "javascript:alert(1)"}, 400),
        ({"url": "http://[x"}, 400),
        ({"url": "http://localhost/khong-co/"}, 404),
        ({"url": "http://localhost/"}, 404),
        ({"url": "https://example.org/bai/"}, 404),
        ({"url": "http://localhost/%00%ff/"}, 404),
    ],
)
def test_what_cannot_be_answered_is_refused_as_the_specification_says(everything, client, parameters, status):
    response = client.get("/oembed/", {"url": everything.items["articles"]["vi"].full_url, **parameters})
    assert response.status_code == status
    assert response["Content-Type"] == "text/plain; charset=utf-8"


def test_what_others_may_not_show_is_not_shown(everything, client):
    hidden = everything.hidden
    assert ask(client, hidden.partners.full_url).status_code == 401
    for page in (hidden.draft, hidden.restricted, hidden.html_only):
        assert ask(client, page.full_url).status_code == 404
    for page in (hidden.partners, hidden.draft, hidden.restricted, hidden.html_only):
        assert client.get(f"/embed/{page.translation_key}/vi/").status_code == 404
    assert "+oembed" not in client.get(hidden.partners.get_url()).content.decode()


def test_a_card_that_is_not_there(everything, client):
    uuid = everything.items["articles"]["vi"].translation_key
    for address in (f"/embed/{uuid}/fr/", "/embed/00000000-0000-0000-0000-000000000000/vi/", "/embed/x/vi/"):
        assert client.get(address).status_code == 404
