"""The other doors to what a library's list shows: as a table, as a feed, as JSON; all of the same filter."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core.listing.form import ORDER

FORMAT, CSV = "format", "csv"
API = "/api/v2/law-documents/"


def list_doors(library, given: dict[str, str], order: str) -> list[dict]:
    """Return [{"label", "url", "type"}] for components/list_doors.html.

    `library` is as it is shown (`tree_page` its place), `given` what its list is narrowed by.
    """
    place = library.tree_page
    language = place.locale.language_code
    ordered = {ORDER: order} if order else {}
    table = {**given, **ordered, FORMAT: CSV}
    fallback = {} if language == settings.LANGUAGE_CODE else {"fallback": settings.LANGUAGE_CODE}
    query = {"locale": language, **fallback, **given, **ordered}
    doors = [{"label": _("Table (CSV)"), "url": f"?{urlencode(table)}", "type": "text/csv"}]
    if place is library:
        # A library that is not translated is in no feed of this language.
        feed = reverse("section_feed", args=[place.slug, "atom.xml"])
        address = f"{feed}?{urlencode(given)}" if given else feed
        doors.append({"label": _("Feed (Atom)"), "url": address, "type": "application/atom+xml"})
    doors.append({"label": "API (JSON)", "url": f"{API}?{urlencode(query)}", "type": "application/json"})
    return doors
