"""The nonce of the admin's inline scripts: without it Wagtail's choosers and date fields would need 'unsafe-inline'.

One for a whole session, made of its key: what a dialogue loads is run by the page it is shown in (jQuery hands the
nonce on), so both must have the same. Whoever smuggles markup into a text knows nobody's session, nor its nonce.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils.crypto import salted_hmac

_SALT = "cms.core.headers.nonces"
_current: ContextVar[str] = ContextVar("csp_nonce", default="")


def current() -> str:
    """Return the nonce of the request that is being answered, "" outside the admin."""
    return _current.get()


def nonce_of(session_key: str) -> str:
    return salted_hmac(_SALT, session_key, algorithm="sha256").hexdigest()[:32] if session_key else ""


@contextmanager
def of(request) -> Iterator[None]:
    """Let templates know the nonce of the request's session, by its cookie: the session itself is not opened."""
    token = _current.set(nonce_of(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")))
    try:
        yield
    finally:
        _current.reset(token)
