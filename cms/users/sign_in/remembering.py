"""How long a session lasts: what was ticked beside the password holds after the second factor, too."""

from django.conf import settings

KEY = "remember_after_sign_in"


def remember(request, is_wanted: bool) -> None:
    request.session[KEY] = is_wanted


def apply(request) -> None:
    """End the session with the browser unless it is to be remembered."""
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if request.session.pop(KEY, False) else 0)
