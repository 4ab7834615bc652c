"""What each kind of problem means for whoever gets it; its anchor on the page is where the problem's `type` leads."""

from http import HTTPStatus

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cms.api.problems import TITLES

MEANINGS = {
    "unknown-parameter": (400, gettext_noop("A parameter that this address does not know; nothing is ignored.")),
    "invalid-parameter": (400, gettext_noop("A value that its parameter cannot have; the detail says what it can.")),
    "malformed-request": (400, gettext_noop("The address is not UTF-8, or holds a null character.")),
    "unauthorised": (401, gettext_noop("The key is unknown or was revoked. Without a key what is public is open.")),
    "not-found": (404, gettext_noop("There is nothing here, or nothing you may see.")),
    "method-not-allowed": (405, gettext_noop("The API can only be read; Allow says how.")),
    "gone": (410, gettext_noop("What was here is withdrawn: do not show it any more; reason says why.")),
    "token-expired": (410, gettext_noop("The feed's token is too old or of other data: start again at restart.")),
    "precondition-failed": (412, gettext_noop("If-Match or If-Unmodified-Since does not hold.")),
    "content-too-large": (413, gettext_noop("The request brought a body; send none.")),
    "address-too-long": (414, gettext_noop("The query is longer than 4,096 bytes.")),
    "too-many-requests": (429, gettext_noop("Too many requests without a key from one place: wait for Retry-After.")),
    "quota-exceeded": (429, gettext_noop("The key's quota of the minute or the day is used up; see RateLimit.")),
    "refused": (403, gettext_noop("The request was refused before the API saw it.")),
    "internal-error": (500, gettext_noop("Something went wrong on our side. It is in our log; try again later.")),
    "unavailable": (503, gettext_noop("The database is busy or away for a moment: wait for Retry-After.")),
}


def refusals() -> list[dict]:
    """Return [{"kind", "status", "phrase", "title", "meaning"}] in the active language, by status."""
    return [
        {
            "kind": kind,
            "status": status,
            "phrase": HTTPStatus(status).phrase,
            "title": _(TITLES[kind]),
            "meaning": _(meaning),
        }
        for kind, (status, meaning) in MEANINGS.items()
    ]
