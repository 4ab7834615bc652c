"""The first administrator is made once."""

import pytest
from django.contrib.auth import get_user_model

from cms.operations.start.administrator import create_administrator

pytestmark = pytest.mark.django_db


def test_a_random_password_is_given_once(settings):
    settings.ADMIN_PASSWORD = ""
    password = create_administrator()
    admin = get_user_model().objects.get(username="admin")
    assert admin.is_superuser
    assert admin.check_password(password)
    assert len(password) >= 16
    assert create_administrator() is None
    assert admin.check_password(password)


def test_the_password_of_the_environment_is_used_and_not_shown(settings):
    settings.ADMIN_PASSWORD = "mật khẩu của tôi"
    assert create_administrator() is None
    assert get_user_model().objects.get(username="admin").check_password("mật khẩu của tôi")


def test_nobody_is_made_where_there_is_an_administrator():
    get_user_model().objects.create_superuser("chu-tich", password="x")
    assert create_administrator() is None
    assert not get_user_model().objects.filter(username="admin").exists()
