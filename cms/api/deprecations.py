"""Telling who still uses what is on its way out: the `Deprecation` and `Sunset` fields of answers."""

import re

from django.http import HttpRequest, HttpResponse

from cms.delivery.deprecation import Deprecation

NAME = re.compile(r"[a-z0-9_]+")
# Parameters whose values name fields.
NAMING = ("fields", "order")


def announce(response: HttpResponse, request: HttpRequest, endpoint) -> None:
    """Add to an answer of an endpoint what is on its way out: the endpoint itself, or fields this request names."""
    asked = {*request.GET, *(name for text in NAMING for name in NAME.findall(request.GET.get(text, "")))}
    fields = [deprecation for name, deprecation in endpoint.deprecated_fields.items() if name in asked]
    announce_all(response, [*([endpoint.deprecation] if endpoint.deprecation else []), *fields])


def announce_all(response: HttpResponse, deprecations: list[Deprecation]) -> None:
    """Of several the oldest is told, and the one that goes first."""
    if not deprecations:
        return
    oldest = min(deprecations, key=lambda deprecation: deprecation.since).headers()
    going = [deprecation for deprecation in deprecations if deprecation.sunset is not None]
    first = min(going, key=lambda deprecation: deprecation.sunset).headers() if going else {}
    link = first.get("Link", oldest["Link"])
    before = response.get("Link")
    for name, value in {**first, **oldest, "Link": f"{before}, {link}" if before else link}.items():
        response[name] = value
