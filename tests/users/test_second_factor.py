"""Who has a second factor needs it at every door; who must have one sets it up before anything else."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.users.roles.keeping import group_of, keep_roles
from tests.users.signing import (
    ADMIN,
    CODE,
    PASSWORD,
    SIGN_IN,
    code,
    give_second_factor,
    is_in,
    make_administrator,
    said,
    sign_in,
)

SET_UP = "/admin/account/second-factor/set-up/"
RECOVERY = "/admin/account/recovery-codes/"


@pytest.fixture
def nga(site):
    return make_administrator()


@pytest.fixture
def client(nga):
    return Client(REMOTE_ADDR="203.0.113.7")


def test_the_password_alone_opens_nothing(nga, client):
    give_second_factor(nga)
    assert sign_in(client, next="/admin/images/")["Location"] == CODE
    assert not is_in(client)
    assert "sign in" not in said(client.get(CODE))
    wrong = client.post(CODE, {"code": "000000"})
    assert wrong.status_code == 200 and said(wrong) and not is_in(client)
    assert client.post(CODE, {"code": code()})["Location"] == "/admin/images/"
    assert is_in(client)
    # A code opens the door once: neither it nor that of a clock two minutes off opens it again.
    other = Client(REMOTE_ADDR="203.0.113.7")
    sign_in(other)
    for old in (code(), code(steps=-4)):
        assert other.post(CODE, {"code": old}).status_code == 200
    assert not is_in(other)
    assert other.post(CODE, {"code": code(steps=1)})["Location"] == ADMIN and is_in(other)


def test_guesses_of_codes_count_as_guesses_of_passwords(nga, client):
    give_second_factor(nga)
    sign_in(client)
    assert [client.post(CODE, {"code": f"00000{n}"}).status_code for n in range(6)] == [200, 200, 200, 200, 429, 429]
    refused = client.post(CODE, {"code": code()})
    assert refused.status_code == 429 and said(refused) and not is_in(client)
    assert sign_in(Client()).status_code == 429
    # Nobody comes to the code without the password.
    assert Client().get(CODE)["Location"] == SIGN_IN


def test_a_session_that_came_by_another_way_ends(nga, client):
    give_second_factor(nga)
    client.force_login(nga)
    assert client.get("/").wsgi_request.user.is_anonymous
    client.force_login(nga)
    # One that began before there was a second factor says nothing about it.
    session = client.session
    del session["second_factor_due"]
    session.save()
    assert client.get(ADMIN)["Location"].startswith(SIGN_IN)


def test_one_sets_it_up_and_keeps_recovery_codes_each_good_for_once(nga, client):
    elsewhere = Client()
    sign_in(elsewhere)
    sign_in(client)
    secret = re.search(r'account-secret">(\w+)<', client.get(SET_UP).content.decode())[1]
    assert client.post(SET_UP, {"code": "000000"}).status_code == 200
    assert client.post(SET_UP, {"code": code(secret)})["Location"] == RECOVERY
    assert is_in(client) and not is_in(elsewhere)
    codes = re.findall(r"<code>(\d+)</code>", client.get(RECOVERY).content.decode())
    assert len(codes) == 10 and client.get(RECOVERY + "text/").content.decode().split() == codes
    # A copy of the database is no second factor.
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))
    for _visit in range(2):
        lost = Client()
        sign_in(lost, address="203.0.113.9")
        lost.post(CODE, {"code": codes[0]}, REMOTE_ADDR="203.0.113.9")
        assert is_in(lost) is (_visit == 0)
    assert client.post("/admin/account/second-factor/turn-off/").status_code == 302
    assert not Authenticator.objects.exists() and is_in(client)
    assert {"users.second_factor.set_up", "users.second_factor.turn_off"} <= actions_on(nga)


def test_after_a_while_one_is_asked_again_who_one_is(nga, client, settings):
    sign_in(client)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    asked = client.get(SET_UP)
    assert asked["Location"].startswith("/admin/account/confirm/")
    assert client.post(asked["Location"], {"password": "sai"}).status_code == 200
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == SET_UP
    for _attempt in range(5):
        client.post("/admin/account/confirm/", {"password": "sai"})
    assert client.post("/admin/account/confirm/", {"password": PASSWORD}).status_code == 429


def test_publishers_and_administrators_must_have_one_where_the_setting_says_so(nga, client, settings):
    keep_roles()
    people = {}
    for role in ("publisher", "editor"):
        people[role] = get_user_model().objects.create_user(role, password=PASSWORD)
        people[role].groups.add(group_of(role))
    settings.REQUIRE_TWO_FACTOR = True
    for name, must in (("nga", True), ("publisher", True), ("editor", False)):
        own = Client()
        sign_in(own, name)
        assert is_in(own) is not must, name
        assert own.get("/admin/pages/").status_code == (302 if must else 200)
    sign_in(client)
    assert client.get(ADMIN)["Location"] == SET_UP
    assert client.get(ADMIN, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    secret = re.search(r'account-secret">(\w+)<', client.get(SET_UP).content.decode())[1]
    client.post(SET_UP, {"code": code(secret)})
    assert is_in(client)
    # And keep it.
    client.post("/admin/account/second-factor/turn-off/")
    assert Authenticator.objects.filter(user=nga, type="totp").exists()


def test_a_lost_one_is_reset_by_a_colleague_or_by_the_command(nga, client):
    lan = make_administrator("lan")
    for reset in (lambda: client.post(f"/admin/users/{lan.pk}/second-factor/"), by_command):
        give_second_factor(lan)
        hers = Client()
        sign_in(hers, "lan")
        hers.post(CODE, {"code": code()})
        assert is_in(hers)
        client.force_login(nga)
        reset()
        assert not Authenticator.objects.filter(user=lan).exists() and not is_in(hers)
    entries = ModelLogEntry.objects.filter(action="users.second_factor.reset").order_by("pk")
    assert [entry.user for entry in entries] == [nga, None]
    for name in ("lan", "nobody"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", name)
    # Not by who may change users but is no administrator himself.
    keep_roles()
    editor = get_user_model().objects.create_user("editor", password=PASSWORD)
    editor.groups.add(group_of("editor"))
    give_second_factor(lan)
    client.force_login(editor)
    client.post(f"/admin/users/{lan.pk}/second-factor/")
    assert Authenticator.objects.filter(user=lan).exists()


def by_command():
    call_command("reset_second_factor", "lan")


def actions_on(user) -> set[str]:
    return set(ModelLogEntry.objects.filter(object_id=str(user.pk)).values_list("action", flat=True))
