"""Data under /api/ takes a short way: what serves people with a browser is not asked, and nothing of the site is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

pytestmark = pytest.mark.django_db

NOTHING = ("/api/v2/nowhere/", "/api/v2/nowhere", "/api/v3/", "/api/", "/api/v2/articles/abc/", "/api/v2//")


def test_what_is_not_there_costs_no_query(articles, client):
    Redirect.add_redirect("/api/v2/nowhere", articles.stream)
    for address in NOTHING:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert (response.status_code, len(queries)) == (404, 0), address
        assert response["Content-Type"] == "application/problem+json"


def test_a_forgotten_slash_is_led_on(articles, client):
    response = client.get("/api/v2/articles?limit=1")
    assert (response.status_code, response["Location"]) == (301, "/api/v2/articles/?limit=1")
    assert client.post("/api/v2/articles").status_code in (404, 405)


def test_a_reader_with_a_session_gets_the_same_without_it_being_read(articles, client, django_user_model):
    anonymous = client.get("/api/v2/articles/")
    client.force_login(django_user_model.objects.create_superuser("admin", password="x"))
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/api/v2/articles/")
    assert answer.content == anonymous.content
    assert not [query for query in queries if "session" in query["sql"] or "users_user" in query["sql"]]
    assert not answer.cookies


def test_a_host_that_is_not_ours_is_refused(articles, client):
    response = client.get("/api/v2/articles/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_the_documentation_page_has_what_pages_have(articles, client):
    page = client.get("/api/v2/docs/")
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert page["Content-Length"] == str(len(page.content))
    assert client.get("/api/v2/articles/")["Content-Length"]
