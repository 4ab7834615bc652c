"""What upstream shows under its name in the code has a Vietnamese name here."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import translation
from wagtail.users.templatetags import wagtailusers_tags

from cms.translation import upstream_labels


@pytest.mark.django_db
def test_the_right_to_publish_is_named_without_its_model():
    permissions = Permission.objects.filter(codename__startswith="publish_")
    assert permissions.exists()
    with translation.override("en"):
        assert {wagtailusers_tags.normalize_permission_label(item) for item in permissions} == {"Can publish"}


@pytest.mark.django_db
def test_other_permissions_keep_the_name_wagtail_gives_them():
    permission = Permission.objects.get(codename="access_admin")
    assert upstream_labels.permission_label(permission) == upstream_labels._original_label(permission)
    assert upstream_labels.permission_label(permission).startswith("Can access")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "english", "vietnamese"),
    [
        ("wagtailsites:index", ["Root page", "Site name"], ["Trang gốc", "Tên trang web"]),
        ("wagtailadmin_home", ['aria-label="Actions"'], ["Trang tổng quan"]),
    ],
)
def test_no_page_shows_the_english_name(admin_client, name, english, vietnamese):
    html = admin_client.get(reverse(name)).content.decode()
    for text in vietnamese:
        assert text in html
    for text in english:
        assert text not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "code_name", "own_name"),
    [
        ("wagtail_localize:translations_report", "Source locale", "Source language"),
        ("wagtaillocales:add", "Sync from", "Synchronise from"),
    ],
)
def test_forms_show_our_name(admin_client, name, code_name, own_name):
    with translation.override("vi"):
        expected = translation.gettext(own_name)
    html = admin_client.get(reverse(name)).content.decode()
    assert expected in html
    assert code_name not in html


def test_doing_it_twice_changes_nothing():
    upstream_labels.put_in_place()
    assert wagtailusers_tags.normalize_permission_label is upstream_labels.permission_label
    assert upstream_labels._original_label is not upstream_labels.permission_label
