"""What cannot be meant is refused with a problem document that names the parameter; nothing is ever a 5xx."""

import pytest

pytestmark = pytest.mark.django_db

HUGE = "9" * 3000
UUID = "9d1c2f0e-0000-4000-8000-000000000001"

REFUSED = [
    ("articles/?nothing=1", "nothing"),
    ("articles/?type=articles.ArticlePage", "type"),
    ("articles/?limit=101", "limit"),
    ("articles/?limit=-1", "limit"),
    ("articles/?limit=x", "limit"),
    ("articles/?limit=", "limit"),
    ("articles/?limit=1.5", "limit"),
    ("articles/?limit=%D9%A3", "limit"),
    ("articles/?limit=1_0", "limit"),
    (f"articles/?limit={HUGE}", "limit"),
    ("articles/?offset=-1", "offset"),
    ("articles/?offset=abc", "offset"),
    (f"articles/?offset={HUGE}", "offset"),
    ("articles/?offset=9223372036854775808", "offset"),
    ("articles/?limit=1&limit=2", "limit"),
    ("articles/?fields=nothing", "fields"),
    ("articles/?fields=title,", "fields"),
    ("articles/?fields=parent", "fields"),
    ("articles/?fields=body(x)", "fields"),
    ("articles/?fields=" + "a(" * 1500, "fields"),
    ("articles/1/?fields=nothing,(", "fields"),
    ("articles/1/?nothing=1", "nothing"),
    ("articles/1/?locale=vi", "locale"),
    ("articles/?order=nothing", "order"),
    ("articles/?order=--title", "order"),
    ("articles/?order=body", "order"),
    ("articles/?order=title,random", "order"),
    ("articles/?order=random&offset=1", "order"),
    ("articles/?locale=fr", "locale"),
    ("articles/?locale=", "locale"),
    ("articles/?lang=fr", "lang"),
    ("articles/?format=xml", "format"),
    ("articles/?stream=1", "stream"),
    (f"articles/?category=urn:uuid:{UUID}", "category"),
    ("articles/?id=x", "id"),
    (f"articles/?id={HUGE}", "id"),
    ("articles/?uuid=x", "uuid"),
    ("articles/?is_featured=yes", "is_featured"),
    ("articles/?published_after=yesterday", "published_after"),
    ("articles/?published_after=2026-13-01", "published_after"),
    ("articles/?published_after=0001-01-01", "published_after"),
    ("articles/?published_before=9999-12-31T23:59:59Z", "published_before"),
    ("articles/?updated_after=2026-01-01T00:00:00+07:00", "updated_after"),
    ("articles/?search_operator=not", "search_operator"),
    ("articles/?search=" + "a" * 201, "search"),
    ("pages/?type=nothing", "type"),
    ("pages/?type=nothing.Nothing", "type"),
    ("pages/?type=users.User", "type"),
    ("pages/?child_of=x", "child_of"),
    ("pages/?child_of=-1", "child_of"),
    ("pages/?child_of=99999", "child_of"),
    (f"pages/?child_of={HUGE}", "child_of"),
    ("pages/?ancestor_of=root", "ancestor_of"),
    ("pages/?descendant_of=99999", "descendant_of"),
    ("pages/?descendant_of=root&child_of=root", "descendant_of"),
    ("pages/?translation_of=x", "translation_of"),
    ("pages/?translation_of=99999", "translation_of"),
    ("pages/?site=nowhere.example", "site"),
    ("pages/?site=localhost:x", "site"),
    ("pages/?fields=lead", "fields"),
    ("pages/find/?html_path=/&x=1", "x"),
    ("pages/find/?id=" + HUGE, "id"),
    ("links/?translation_of=x", "translation_of"),
    ("links/?child_of=1", "child_of"),
    ("images/?locale=vi", "locale"),
    ("images/?translation_of=1", "translation_of"),
    ("law-documents/?status=nothing", "status"),
    ("law-documents/?year=19", "year"),
    ("articles/?search=%00", "search"),
    ("articles/?%00=1", ""),
]


NO_QUESTIONS = [
    ("articles/?x=%ff", 400),
    ("articles/%00/", 400),
    ("articles/?" + "a" * 5000, 414),
    ("articles/?" + "&".join(f"a{n}=1" for n in range(12_000)), 414),
    ("nowhere/", 404),
    ("articles/abc/", 404),
    ("articles/99999/", 404),
    ("articles/" + "9" * 30 + "/", 404),
    ("../v3/", 404),
]


def test_the_culprit_is_named(articles, client):
    for address, parameter in REFUSED:
        response = client.get(f"/api/v2/{address}")
        assert response.status_code == 400, (address, response.content)
        assert response["Content-Type"] == "application/problem+json", address
        problem = response.json()
        assert problem.get("parameter", "") == parameter, (address, problem)
        assert problem["status"] == 400
        assert all(problem[name] for name in ("type", "title", "detail", "message")), address


def test_what_is_no_question_gets_a_problem_too(articles, client):
    for address, status in NO_QUESTIONS:
        response = client.get(f"/api/v2/{address}")
        assert response.status_code == status, (address[:80], response.content)
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["status"] == status


def test_an_absurdly_long_path_is_refused(articles, client):
    response = client.get("/api/v2/articles/" + "9" * 5000 + "/")
    assert response.status_code in (400, 404, 414)
    assert response["Content-Type"] == "application/problem+json"


def test_v2_clients_read_the_message_they_know(articles, get):
    assert get("articles/", limit=101).json()["message"] == "limit cannot be higher than 100"
    assert get("articles/", offset="x").json()["message"] == "offset must be a positive integer"
    assert get("articles/", foo="1", bar="2").json()["message"] == (
        "query parameter is not an operation or a recognised field: bar, foo"
    )
    assert get("articles/", fields="x").json()["message"] == "unknown fields: x"
    assert get("articles/99999/").json()["message"] == "not found"


def test_a_problem_speaks_the_language_asked_for(articles, get):
    english, vietnamese = get("articles/", foo="1", lang="en"), get("articles/", foo="1")
    assert english["Content-Language"] == "en"
    assert vietnamese["Content-Language"] == "vi"
    assert english.json()["message"] == vietnamese.json()["message"] == english.json()["detail"]


def test_an_unexpected_failure_is_a_problem_without_its_cause(articles, client, monkeypatch):
    from cms.api.endpoints import list as lists

    def broken(*args):
        raise RuntimeError("secret")

    monkeypatch.setattr(lists, "envelope", broken)
    client.raise_request_exception = False
    response = client.get("/api/v2/articles/")
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert b"secret" not in response.content


def test_errors_outside_the_api_stay_as_they_are(articles, client):
    assert client.get("/nowhere/")["Content-Type"].startswith("text/html")
