"""Whatever refuses a request, or fails over it, says so in a problem document of the language asked for."""

import pytest
from django.db import OperationalError

from cms.api.endpoints.index import IndexView
from cms.api.problems import CONTENT_TYPE

pytestmark = pytest.mark.django_db

# Refused before any view: the key, the address, the host.
BEFORE = {
    401: {"path": "/api/v2/articles/", "HTTP_AUTHORIZATION": "Bearer nothing"},
    414: {"path": "/api/v2/articles/", "QUERY_STRING": "lang={language}&search=" + "x" * 5000},
    404: {"path": "/api/v2/nowhere/"},
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("status", BEFORE)
def test_refusals_before_any_view_are_problems(client, status, language):
    asked = {name: text.replace("{language}", language) for name, text in BEFORE[status].items()}
    asked.setdefault("QUERY_STRING", f"lang={language}")
    response = client.get(asked.pop("path"), **asked)
    assert (response.status_code, response["Content-Type"]) == (status, CONTENT_TYPE)
    assert response["Content-Language"] == language
    assert response.json()["status"] == status


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("error", "status"), [(OperationalError, 503), (RuntimeError, 500)])
def test_failures_are_problems_too(client, monkeypatch, error, status, language):
    def fail(self, request):
        raise error

    monkeypatch.setattr(IndexView, "read", fail)
    client.raise_request_exception = False
    response = client.get("/api/v2/", {"lang": language})
    assert (response.status_code, response["Content-Type"]) == (status, CONTENT_TYPE)
    assert response["Content-Language"] == language
    assert ("Retry-After" in response) is (status == 503)


def test_scripts_of_any_site_may_read_what_answers_say(client):
    preflight = client.options(
        "/api/v2/articles/", HTTP_ORIGIN="https://example.vn", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
    )
    assert preflight["Access-Control-Allow-Origin"] == "*"
    assert int(preflight["Access-Control-Max-Age"]) >= 3600
    exposed = client.get("/api/v2/", HTTP_ORIGIN="https://example.vn")["Access-Control-Expose-Headers"].split(", ")
    assert {"etag", "link", "ratelimit", "retry-after", "deprecation", "sunset"} <= set(exposed)
