"""A mail is in its receiver's language.

To somebody who chose none, Wagtail 8.0 writes in the language of whoever caused the mail. Can go when it does not.
"""

from django.conf import settings
from wagtail.users.models import UserProfile


def put_in_place() -> None:
    """Replace Wagtail's method. Doing it twice changes nothing."""
    UserProfile.get_preferred_language = preferred_language


def preferred_language(self) -> str:
    """Return what the user chose, else the house's language."""
    return self.preferred_language or settings.LANGUAGE_CODE
