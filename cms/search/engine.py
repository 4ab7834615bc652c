"""Searching pages: without accents everything is found, with accents the exact words come first."""

import re

from django.conf import settings
from wagtail.models import Locale, Page

from cms.core.text.folding import fold
from cms.core.text.nfc import clean_text

# Beyond this many matches nobody reads on; ranking looks at no more.
MAX_MATCHES = 500
MAX_QUERY_LENGTH = 200

WORD = re.compile(r"[^\W_]+")


def normalise_query(text: str) -> str:
    """Return what a reader typed as one line of NFC text, cut to a length that is a query."""
    return " ".join(clean_text(text).split())[:MAX_QUERY_LENGTH]


def searchable_pages(language: str):
    """Return the pages of a language's tree that a reader may see."""
    return Page.objects.live().public().filter(locale=Locale.objects.get(language_code=language), depth__gt=1)


def _has_own_text(page: Page, language: str) -> bool:
    # Not part of the query: the search index cannot filter by these columns.
    return page.alias_of_id is None and (page.live_revision_id is not None or language == settings.LANGUAGE_CODE)


def search_pages(text: str, language: str) -> list[Page]:
    """Return matching pages, best first, at most MAX_MATCHES; [] for an empty query.

    The index holds every text twice, as written and folded. The folded query finds all spellings; what holds the
    reader's own spelling in its title is put first, then what holds the words in its title, then the rest by rank.
    """
    query = normalise_query(text)
    # Words only: quotes and operators mean something to a search engine, and nothing to a reader.
    folded = " ".join(WORD.findall(fold(query)))
    if not folded:
        return []
    found = searchable_pages(language).search(folded, operator="and")[:MAX_MATCHES]
    matches = [page for page in found if _has_own_text(page, language)]
    return sorted(matches, key=lambda page: _tier(page.title, query, folded))


def _tier(title: str, query: str, folded: str) -> int:
    if query.casefold() in title.casefold():
        return 0
    return 1 if folded in fold(title) else 2


def specific_in_order(pages: list[Page]) -> list[Page]:
    """Return the pages as their own types, in the same order, one query a type."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in pages]).specific()}
    return [found[page.pk] for page in pages if page.pk in found]
