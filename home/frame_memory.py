"""What the frames of all pages of a language show alike: kept in the process, each under the site's number of now."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Site

from cms.core.by_number import keep, number_of


def keep_for_all(name: str, request, language: str, make: Callable[[], Any]) -> Any:
    """Return what `make` gives; it is asked once for each number, name, language and site. Not to be changed."""
    site = Site.find_for_request(request)
    return keep(number_of(request), (name, language, site and site.pk), make)
