"""What a library's list holds as a table for spreadsheets (RFC 4180, UTF-8 with its mark), all pages of it."""

import csv
import io
from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.caching import policy, tags
from cms.core.fallbacks import sources_of

CHUNK = 500
CONTENT_TYPE = "text/csv; charset=utf-8"
# By it Excel knows that this is UTF-8.
BYTE_ORDER_MARK = "\ufeff"
# What begins so is a formula to a spreadsheet (OWASP, "CSV Injection").
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(documents: QuerySet, name: str) -> HttpResponse:
    """Return the documents, in their order, as a file of this name; kept as pages are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_headings())
    for row in _rows(documents):
        writer.writerow([_harmless(value) for value in row])
    response = HttpResponse(BYTE_ORDER_MARK + text.getvalue(), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.csv")
    response.headers["Cache-Control"] = policy.CACHE_CONTROL
    response.headers[tags.HEADER] = ",".join((tags.CHANGES, tags.HTML))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _headings() -> list[str]:
    return [
        pgettext("legal document", "Number"),
        pgettext("legal document", "Type"),
        _("Title"),
        _("Abstract"),
        _("Issued by"),
        _("Date of issue"),
        _("In force from"),
        _("Without effect from"),
        pgettext("legal document", "Status"),
        _("Address"),
        "UUID",
    ]


def _rows(documents: QuerySet) -> Iterator[list[str]]:
    keys = list(documents.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        pages = documents.model.objects.filter(pk__in=chunk).with_cards().defer_streamfields().in_bulk()
        sources = sources_of(pages.values())
        for page in (pages[key] for key in chunk):
            # Where one is not translated its row is the original's, at the address readers here have.
            shown = sources.get(page.pk) or (None if page.is_untranslated else page)
            if shown is not None:
                yield _row(shown, page)


def _row(document, page) -> list[str]:
    card = document.card()
    return [
        card.number,
        card.label,
        card.title,
        card.summary,
        "; ".join(card.facts[1:]),
        *(day.isoformat() if day else "" for day in _days(document)),
        card.status.label,
        page.full_url or "",
        str(document.translation_key),
    ]


def _days(document) -> tuple:
    return document.issue_date, document.effective_date, document.expiry_date


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text
