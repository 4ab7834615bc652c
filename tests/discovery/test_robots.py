"""robots.txt, security.txt, and a copy that search engines must not find."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.utils import timezone

from cms.discovery.middleware import NoIndexMiddleware
from home.models import Organisation, SupportPage
from tests.factories import add_page
from tests.home.content import make_organisation

pytestmark = pytest.mark.django_db


def robots(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


def test_crawlers_read_pages_and_not_the_admin(site, client):
    parser = robots(client)
    assert parser.site_maps() == ["http://localhost/sitemap.xml"]
    for path in ("/", "/en/", "/tin-tuc/", "/feeds/rss.xml"):
        assert parser.can_fetch("*", path)
    for path in ("/admin/", "/api/v2/articles/", "/tim-kiem/?q=x", "/en/search/?q=x"):
        assert not parser.can_fetch("*", path)


def test_a_copy_closes_itself_to_search_engines(site, client, settings):
    with pytest.raises(MiddlewareNotUsed):
        NoIndexMiddleware(lambda _request: HttpResponse())
    settings.SEARCH_ENGINES = False
    parser = robots(client)
    assert not parser.can_fetch("*", "/")
    assert not parser.site_maps()
    response = NoIndexMiddleware(lambda _request: HttpResponse())(None)
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_security_txt_says_whom_to_tell_and_until_when(site, client):
    organisation = make_organisation()
    Organisation.objects.filter(pk=organisation.pk).update(email="an-ninh@example.vn", telephone="(0203) 382 5555")
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    fields = [line.split(": ", 1) for line in lines if not line.startswith("#")]
    assert [value for name, value in fields if name == "Contact"] == ["mailto:an-ninh@example.vn", "tel:02033825555"]
    values = dict(fields)
    assert values["Canonical"] == "http://localhost/.well-known/security.txt"
    assert values["Preferred-Languages"] == "vi, en"
    assert timedelta(days=30) < datetime.fromisoformat(values["Expires"]) - timezone.now() < timedelta(days=365)
    assert len([line for line in lines if line.startswith("#")]) == 2
    assert client.get("/security.txt")["Location"] == "/.well-known/security.txt"


def test_without_a_mail_the_support_page_is_named(site, client):
    Organisation.objects.update(email="", telephone="")
    page = add_page(site.home, SupportPage, title="Hỗ trợ", slug="ho-tro")
    assert f"Contact: {page.full_url}\n" in client.get("/.well-known/security.txt").content.decode()


def test_without_a_contact_there_is_none(site, client):
    Organisation.objects.update(email="", telephone="")
    assert client.get("/.well-known/security.txt").status_code == 404
