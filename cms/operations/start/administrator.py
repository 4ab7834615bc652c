"""The first administrator."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model

NAME = "admin"


def create_administrator() -> str | None:
    """Create `admin` if nobody is an administrator yet; return the password that must be shown, once.

    None if there is an administrator already, or if the password came from ADMIN_PASSWORD and is known.
    """
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists() or users.filter(username=NAME).exists():
        return None
    password = settings.ADMIN_PASSWORD or secrets.token_urlsafe(12)
    users.create_superuser(username=NAME, email="", password=password)
    return None if settings.ADMIN_PASSWORD else password
