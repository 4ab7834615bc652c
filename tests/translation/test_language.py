"""The language of an answer comes from its address alone."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

from cms.core.text.nfc import to_nfc
from tests.factories import add_stream, translate


@pytest.fixture
def stream(site):
    stream = add_stream(site.home)
    translate(stream, site.home_en, title="News", slug="news")
    return stream


@pytest.mark.parametrize(
    ("path", "language"), [("/", "vi"), ("/tin-hoat-dong/", "vi"), ("/en/", "en"), ("/en/news/", "en")]
)
@pytest.mark.parametrize("accepted", ["vi", "en", "de"])
def test_neither_header_nor_cookie_changes_the_language(client, stream, path, language, accepted):
    client.cookies["django_language"] = accepted
    response = client.get(path, headers={"accept-language": accepted})
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/en/", "/en/news/", "/khong-co/", "/en/nothing/", "/en"])
def test_no_answer_varies_by_language_or_cookie(client, stream, path):
    vary = client.get(path).headers.get("Vary", "").lower()
    assert "accept-language" not in vary
    assert "cookie" not in vary


def test_the_english_root_without_its_slash_leads_to_it(client, stream):
    response = client.get("/en?a=b")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/?a=b")


@pytest.mark.parametrize(
    ("path", "language"), [("/khong-co/", "vi"), ("/en/nothing/", "en"), ("/EN/", "vi"), ("/english/", "vi")]
)
def test_a_missing_page_answers_in_the_language_of_its_address(client, stream, path, language):
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize(("preferred", "language"), [("", "vi"), ("vi", "vi"), ("en", "en")])
def test_the_admin_speaks_its_users_language(client, db, preferred, language):
    user = get_user_model().objects.create_superuser("admin", "", "secret")
    UserProfile.objects.create(user=user, preferred_language=preferred)
    client.force_login(user)
    response = client.get("/admin/", headers={"accept-language": "en" if language == "vi" else "vi"})
    assert f'lang="{language}"' in response.content.decode().split("<head>")[0]


def test_the_login_page_is_vietnamese_whatever_the_browser_asks_for(client, db):
    html = client.get("/admin/login/", headers={"accept-language": "en"}).content.decode()
    assert "Quên mật khẩu?" in html
    assert "Ghi nhớ đăng nhập" in html
    assert "Sign in" not in html


def test_a_user_may_choose_either_language_and_no_other(admin_client):
    form = admin_client.get("/admin/account/").context["panels_by_tab"]
    (panel,) = [panel for panels in form.values() for panel in panels if panel.name == "locale"]
    choices = dict(panel.get_form().fields["preferred_language"].choices)
    # Django spells its own name of the language in decomposed letters.
    named = {code: to_nfc(name) for code, name in choices.items() if code}
    assert named == {"vi": "Tiếng Việt", "en": "English"}


def test_what_is_chosen_is_what_the_admin_speaks(admin_client, admin_user):
    assert "Trang tổng quan" in admin_client.get("/admin/").content.decode()
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": "en"})
    html = admin_client.get("/admin/").content.decode()
    assert "Dashboard" in html
    assert "Trang tổng quan" not in html
