"""A key reads what its partner may have, and opens no other door."""

from urllib.parse import parse_qsl

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from wagtail.models import APIToken

from tests.factories import add_article, add_stream

pytestmark = pytest.mark.django_db


def test_only_a_digest_of_a_key_is_kept(partner, key):
    stored = partner.keys.get()
    assert key.startswith("wagtail_")
    assert key not in str(vars(stored))
    assert stored.key_hash == APIToken.hash_token(key)


def test_without_a_key_nothing_is_authenticated(ask, site, django_assert_num_queries):
    response = ask()
    assert response.status_code == 200
    assert "RateLimit" not in response
    assert "Authorization" not in response.get("Vary", "")


def test_a_valid_key_is_answered_for_itself_alone(ask, site, key):
    response = ask(key=key)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, max-age=0"
    assert "Authorization" in response["Vary"]
    assert response["RateLimit-Policy"] == '"minute";q=120;w=60, "day";q=20000;w=86400'
    minute, day = response["RateLimit"].split(", ")
    assert minute.startswith('"minute";r=119;t=')
    assert day.startswith('"day";r=19999;t=')


def test_an_answer_that_has_not_changed_is_304_for_a_key_too(client, site, key):
    first = client.get("/api/v2/articles/", headers={"Authorization": f"Bearer {key}"})
    headers = {"Authorization": f"Bearer {key}", "If-None-Match": first["ETag"]}
    again = client.get("/api/v2/articles/", headers=headers)
    assert again.status_code == 304
    assert again["Cache-Control"] == "private, max-age=0"


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Bearer wagtail_" + "0" * 49,
        "Bearer " + "x" * 5000,
        "Bearer wagtail_\x00",
        "Bearer đ",
        "Basic YWRtaW46YWRtaW4=",
        "Token abc",
        "",
    ],
)
def test_what_is_no_key_is_refused_with_a_challenge(ask, site, client, authorization):
    response = client.get("/api/v2/locales/?lang=en", HTTP_AUTHORIZATION=authorization)
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response["WWW-Authenticate"].startswith('Bearer realm="api"')
    assert response["Cache-Control"] == "no-store"
    assert response.json()["type"].endswith("#problem-unauthorised")


def test_a_wellformed_key_that_nobody_was_given_is_refused(ask, site):
    assert ask(key=APIToken.generate_token()).status_code == 401


def test_a_revoked_key_is_refused_at_once_and_the_partners_other_key_works(ask, site, partner, key):
    _token, other = partner.create_key("another")
    assert ask(key=key).status_code == 200
    partner.keys.get(name="the commune's website").revoke()
    assert ask(key=key).status_code == 401
    assert ask(key=other).status_code == 200


def test_a_disabled_partner_is_refused(ask, site, partner, key):
    partner.is_enabled = False
    partner.save()
    assert ask(key=key).status_code == 401


def test_a_token_of_somebody_else_is_no_key(ask, site, admin_user):
    _token, text = APIToken.create_token(user=admin_user, name="not a partner's")
    assert ask(key=text).status_code == 401


def test_the_refusal_speaks_the_language_asked_for(ask, site):
    english, vietnamese = ask(key="x", lang="en").json(), ask(key="x", lang="vi").json()
    assert english["detail"].startswith("the key is not known")
    assert vietnamese["status"] == 401


def test_partner_streams_are_for_keys_of_that_scope(ask, site, partner, key):
    stream = add_stream(site.home)
    add_article(stream, title="Cho mọi người")
    inside = add_article(stream, title="Cho đối tác", syndication="partners")
    uuid = str(inside.translation_key)

    def sees(key):
        listed = any(item["title"] == "Cho đối tác" for item in ask("articles/", key=key).json()["items"])
        total = ask("articles/", key=key).json()["meta"]["total_count"]
        detail = ask(f"articles/{inside.pk}/", key=key).status_code == 200
        found = ask("pages/find/", key=key, id=inside.pk).status_code == 302
        fed = any(item["uuid"] == uuid for item in ask("changes/", key=key).json()["items"])
        return listed, total, detail, found, fed

    assert sees(None) == (False, 1, False, False, False)
    assert sees(key) == (False, 1, False, False, False)
    partner.reads_partner_streams = True
    partner.save()
    assert sees(key) == (True, 2, True, True, True)
    assert sees(None) == (False, 1, False, False, False)


def test_a_key_costs_one_query_more(ask, site, key, django_assert_num_queries):
    ask("pages/", key=key)
    ask("pages/")
    with django_assert_num_queries(1):
        ask("pages/")
    with django_assert_num_queries(2):
        ask("pages/", key=key)


def test_a_partners_account_opens_no_door(client, site, partner, key, mailoutbox):
    account = partner.account
    assert not account.is_active and not account.has_usable_password()
    assert account.get_all_permissions() == set()
    for password in ("", key):
        asking = RequestFactory().post("/admin/login/")
        assert authenticate(asking, username=account.username, password=password) is None
    bearer = {"Authorization": f"Bearer {key}"}
    for address in ("/admin/", "/admin/pages/", "/admin/partners/", "/admin/api/main/pages/", "/admin/users/"):
        response = client.get(address, headers=bearer)
        assert response.status_code in (302, 401, 403, 404), address
        if response.status_code == 302:
            assert "/login/" in response["Location"], address
    logged_in = client.post("/admin/login/", {"username": account.username, "password": key})
    assert "_auth_user_id" not in client.session
    assert logged_in.status_code in (200, 302)
    client.force_login(account)
    assert "/login/" in client.get("/admin/")["Location"]
    client.logout()
    client.post("/admin/password_reset/", {"email": partner.contact_email})
    assert mailoutbox == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_key_writes_nothing(client, site, key, method):
    response = getattr(client, method)("/api/v2/articles/", headers={"Authorization": f"Bearer {key}"})
    assert response.status_code == 405


def test_a_key_is_not_looked_at_outside_the_api(client, site, key):
    response = client.get("/", headers={"Authorization": "Bearer nonsense"})
    assert response.status_code == 200
    assert "RateLimit" not in response


def test_who_loses_a_scope_starts_its_mirror_again(ask, site, partner, key):
    partner.reads_partner_streams = True
    partner.save()
    secret = add_article(add_stream(site.home), title="Chỉ cho đối tác", syndication="partners")

    def told(**query):
        return [item["id"] for item in ask("changes/", key=key, limit="1000", **query).json()["items"]]

    token = ask("changes/", key=key, limit="1000").json()["meta"]["token"]
    assert secret.pk in told()
    partner.contact_name = "Trần Văn Bình"
    partner.save()
    assert ask("changes/", key=key, token=token).status_code == 200
    partner.reads_partner_streams = False
    partner.save()
    gone = ask("changes/", key=key, token=token)
    assert gone.status_code == 410
    assert gone.json()["restart"].endswith("/api/v2/changes/")
    begun = ask("changes/", key=key, limit="1").json()["meta"]
    path, _, query = begun["next"].partition("/api/v2/")[2].partition("?")
    assert begun["has_more"] and "snapshot" in query
    assert ask(path, key=key, **dict(parse_qsl(query))).status_code == 200
    assert secret.pk not in told()
