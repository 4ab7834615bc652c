"""Fixtures of this room's tests."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage


@pytest.fixture
def uploads_folder(settings, tmp_path):
    """Store uploads in real files, as an installation does by default; return their folder."""
    settings.MEDIA_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    default_storage._wrapped = type(default_storage)()._wrapped
    yield tmp_path
    default_storage._wrapped = type(default_storage)()._wrapped


@pytest.fixture
def editor_client(client, db):
    """Return a client that is logged in as somebody who may do everything."""
    client.force_login(get_user_model().objects.create_superuser("bien-tap", "bien-tap@example.org", "x"))
    return client
