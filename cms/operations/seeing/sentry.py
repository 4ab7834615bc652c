"""Errors sent to Sentry, or to what speaks its protocol, where SENTRY_DSN names one. What is sent names no person.

Of a request only its method, its path and its id leave the house: no body, no cookie, no query, no header, no address
of the sender, no user, no local variable. Text is masked as the log's is.
"""

from urllib.parse import urlsplit

from django.conf import settings

from cms.core import request_id
from cms.core.logs.masking import mask

# What Sentry asks of a reader of events: enough to find the code.
KEPT_OF_REQUEST = ("method", "url")


def begin() -> None:
    """Start sending, if that is wished. Whether the server answers is found out by a thread of the library's own."""
    if not settings.SENTRY_DSN:
        return
    import sentry_sdk

    from cms.caching.release import release

    sentry_sdk.init(**options(settings.SENTRY_DSN, release()[0]))


def options(dsn: str, release: str) -> dict:
    """Return what Sentry's library is started with."""
    return {
        "dsn": dsn,
        "release": release,
        "environment": settings.ENVIRONMENT,
        # No machine's name.
        "server_name": "",
        # Its own setting for personal data, `send_default_pii`, is off when it is not named, and deprecated.
        "max_request_body_size": "never",
        "include_local_variables": False,
        "traces_sample_rate": 0,
        "auto_session_tracking": False,
        "before_send": clean,
        "before_breadcrumb": lambda crumb, hint: None,
    }


def clean(event: dict, hint: dict) -> dict:
    """Return the event without what could tell who somebody is."""
    for name in ("user", "extra", "breadcrumbs", "modules", "server_name"):
        event.pop(name, None)
    if request := event.pop("request", None):
        kept = {name: request[name] for name in KEPT_OF_REQUEST if name in request}
        if "url" in kept:
            kept["url"] = mask(urlsplit(kept["url"])._replace(query="", fragment="").geturl())
        event["request"] = kept
    if identity := request_id.current():
        event.setdefault("tags", {})["request_id"] = identity
    for value in (event.get("exception") or {}).get("values", ()):
        value["value"] = mask(value.get("value") or "")
        for frame in (value.get("stacktrace") or {}).get("frames", ()):
            frame.pop("vars", None)
    entry = event.get("logentry")
    if entry:
        # The arguments are in the message already.
        event["logentry"] = {"message": mask(entry.get("formatted") or entry.get("message") or "")}
    if "message" in event:
        event["message"] = mask(event["message"])
    return event
