"""People see where they are signed in, and end what is not theirs."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.users.sessions.ending import sessions_that_ended
from tests.users.signing import PASSWORD, is_in, make_administrator, sign_in

OWN = "/admin/account/sessions/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36"


@pytest.fixture
def nga(site):
    return make_administrator()


def signed_in(name="nga", browser=CHROME) -> Client:
    client = Client(headers={"User-Agent": browser})
    assert sign_in(client, name).status_code == 302
    return client


def test_one_sees_ones_sessions_and_ends_one_of_them_or_all_others(nga):
    make_administrator("lan")
    here, phone, third, lans = signed_in(), signed_in(browser=PHONE), signed_in(), signed_in("lan")
    page = here.get(OWN)
    rows = page.context["rows"]
    assert {browser for _session, browser, _is_this in rows} == {"Chrome, Windows", "Safari, iPhone"}
    assert [is_this for _session, _browser, is_this in rows] == [True, False, False]
    assert rows[0][0].ip == "203.0.113.7"
    of_phone = next(session for session, browser, _is_this in rows if "iPhone" in browser)
    # Not somebody else's, nor what is no number.
    for wrong in (of_phone.pk, "x", "9" * 30):
        lans.post(OWN, {"session": wrong})
    assert is_in(phone)
    here.post(OWN, {"session": of_phone.pk})
    assert not is_in(phone) and is_in(third)
    # Also one that no list knows.
    unlisted = Client()
    unlisted.force_login(nga)
    here.post(OWN)
    assert [is_in(client) for client in (here, third, unlisted, lans)] == [True, False, False, True]
    # What is listed goes with the sessions themselves (see cms.operations.bounds).
    assert not sessions_that_ended().exists()
    Session.objects.filter(session_key=here.session.session_key).delete()
    assert [one.user for one in sessions_that_ended()] == [nga]


def test_a_changed_password_ends_all_other_sessions_and_this_one_is_listed_still(nga):
    here, there = signed_in(), signed_in()
    fields = {
        "name_email-first_name": "Nga",
        "name_email-last_name": "Trần",
        "name_email-email": nga.email,
        "locale-preferred_language": "vi",
        "locale-current_time_zone": "Asia/Ho_Chi_Minh",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "theme-keyboard_shortcuts": "on",
        "password-old_password": PASSWORD,
        "password-new_password1": "hoàn toàn khác trước",
        "password-new_password2": "hoàn toàn khác trước",
    }
    assert here.post("/admin/account/", fields).status_code == 302
    assert is_in(here) and not is_in(there)
    assert [is_this for _session, _browser, is_this in here.get(OWN).context["rows"]] == [True]


def test_an_administrator_signs_a_colleague_out(nga):
    lan = make_administrator("lan")
    here, hers = signed_in(), signed_in("lan")
    address = f"/admin/users/{lan.pk}/sign-out/"
    asked = here.get(address)
    # The page asks about her, says what will happen, and has not done it.
    assert "lan" in asked.context["asked"]
    for said in (asked.context["asked"], asked.context["consequence"]):
        assert str(said) in asked.content.decode()
    assert is_in(hers)
    here.post(address)
    assert not is_in(hers) and is_in(here)
    assert ModelLogEntry.objects.get(action="users.sessions.end").user == nga
    assert Session.objects.count() == 1


def test_reading_writes_nothing_for_an_hour(nga, django_assert_num_queries):
    here = signed_in()
    is_in(here)
    with django_assert_num_queries(2):
        # The session, and its user.
        here.get("/admin/sprite/")
