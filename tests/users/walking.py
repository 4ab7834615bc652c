"""Walking the admin: every address of the URL conf, called as somebody, without the middleware and the templates."""

from allauth.core.context import request_context
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.cache import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLResolver, get_resolver, reverse

from cms.users.doors import may_enter

# Raises, on purpose; and the catch-all behind everything.
NO_DOORS = {"wagtailadmin_error_test", "None"}


def admin_doors():
    """Yield (name, view, names of its arguments) for every address below /admin/."""
    for address, name, pattern in _walk(get_resolver(), "", ""):
        if address.startswith("admin/") and name not in NO_DOORS:
            names = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
            yield name, pattern.callback, names


def _walk(resolver, prefix, namespace):
    for pattern in resolver.url_patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(part for part in (namespace, pattern.namespace) if part)
            yield from _walk(pattern, address, inner)
        else:
            yield address, ":".join(part for part in (namespace, str(pattern.name)) if part), pattern


def knock(name: str, view, arguments: dict, user) -> str:
    """Return "in", "out", or "?" where the address leads to nothing, or takes no GET."""
    if not may_enter(user, name):
        return "out"
    request = RequestFactory().get("/admin/")
    request.user, request.session, request.LANGUAGE_CODE = user, SessionStore(), "vi"
    request._messages = CookieStorage(request)
    place = transaction.savepoint()
    try:
        with request_context(request):
            response = view(request, **arguments)
    except ReauthenticationRequired:
        return "in"
    except PermissionDenied:
        return "out"
    except Http404:
        return "?"
    finally:
        transaction.savepoint_rollback(place)
    if response.status_code == 302:
        return "out" if response["Location"] == reverse("wagtailadmin_home") else "in"
    return {200: "in", 403: "out"}.get(response.status_code, "?")
