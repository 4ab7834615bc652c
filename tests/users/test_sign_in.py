"""One door, for whoever knows the password, and only so many attempts to guess it."""

from datetime import timedelta

import pytest
from allauth.account.views import LoginView as AllauthLoginView
from axes.models import AccessAttempt
from django.contrib.auth.views import LoginView
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.users.sign_in.views import SignInView
from tests.factories import add_article, add_stream
from tests.users.signing import SIGN_IN, is_in, make_administrator, said, sign_in


@pytest.fixture
def nga(site):
    return make_administrator()


def test_the_right_password_opens_the_admin_and_leads_on(nga):
    client = Client()
    response = sign_in(client, next="/admin/images/", remember="on")
    assert (response.status_code, response["Location"]) == (302, "/admin/images/")
    assert is_in(client) and client.session.get_expire_at_browser_close() is False
    forgetful = Client()
    assert sign_in(forgetful, next="https://evil.example/")["Location"] == "/admin/"
    assert forgetful.session.get_expire_at_browser_close()
    assert not is_in(Client())


def test_names_that_nobody_has_are_refused_in_the_same_words(nga):
    for lang, words in (("vi", "15 phút"), ("en", "15 minutes")):
        wrong = {name: [] for name in (nga.username, f"nobody-{lang}")}
        for name, answers in wrong.items():
            for _attempt in range(6):
                answers.append(sign_in(Client(), name, "sai", lang=lang, address=f"198.51.100.{len(lang + name)}"))
        AccessAttempt.objects.all().delete()
        texts = [[(one.status_code, said(one)) for one in answers] for answers in wrong.values()]
        assert texts[0] == texts[1]
        assert [status for status, _text in texts[0]] == [200, 200, 200, 200, 429, 429]
        assert lang == "vi" or words in texts[0][-1][1]
        assert answers[-1]["Retry-After"] == "900"


def test_a_name_is_shut_out_from_one_address_for_a_while_and_nowhere_else(nga):
    for _attempt in range(5):
        sign_in(Client(), password="sai")
    client = Client()
    # Also with the right password.
    assert sign_in(client).status_code == 429 and not is_in(client)
    assert sign_in(client, address="203.0.113.8").status_code == 302 and is_in(client)
    sign_in(Client(), password="sai")
    # Trying on does not make it longer.
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert sign_in(Client()).status_code == 302


def test_an_address_may_guess_thirty_times_whatever_the_names_but_the_machine_itself_stands_for_all(nga, settings):
    for guess in range(29):
        assert sign_in(Client(), f"name{guess}", "sai").status_code == 200
    assert sign_in(Client(), "last", "sai").status_code == 429
    assert sign_in(Client()).status_code == 429
    for guess in range(31):
        assert sign_in(Client(), f"name{guess}", "sai", address="127.0.0.1").status_code == 200
    # The proxy that is named is looked behind; another's word is nothing.
    settings.TRUSTED_PROXIES = []
    assert sign_in(Client(headers={"X-Forwarded-For": "192.0.2.1"})).status_code == 429


def test_no_other_address_signs_anybody_in(nga):
    """Every view of Django's and allauth's that would is either ours or cannot be reached."""

    def doors(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            address = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from doors(pattern, address)
            elif issubclass(getattr(pattern.callback, "view_class", object), LoginView | AllauthLoginView):
                yield "/" + address

    assert set(doors(get_resolver())) == {"/admin/login/", "/_util/login/"}
    assert resolve("/admin/login/").func.view_class is SignInView
    assert reverse("wagtailadmin_login") == SIGN_IN
    for address in ("/_util/login/", "/en/_util/login/"):
        response = Client().post(address + "?next=/x/", {"username": "nga", "password": "x"})
        assert response["Location"].startswith(SIGN_IN) and "sessionid" not in response.cookies


def test_the_password_of_a_page_is_guessed_no_more_often(site):
    page = add_article(add_stream(site.home))
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="đúng")
    addresses = [
        reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk]),
        f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
    ]

    def guess(password, n=0, address="203.0.113.7"):
        fields = {"password": password, "return_url": page.url}
        return Client().post(addresses[n % 2], fields, REMOTE_ADDR=address).status_code

    assert [guess("sai", n) for n in range(6)] == [200, 200, 200, 200, 429, 429]
    assert guess("đúng") == 429
    assert guess("đúng", address="203.0.113.8") == 302
