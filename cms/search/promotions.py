"""The pages that editors put above the results of a search."""

from wagtail.models import Page

from cms.core.cards import Card
from cms.search.models import PromotedResult
from cms.search.query import ParsedQuery
from cms.search.results import shown
from cms.search.words import folded_words

MAX_PROMOTED = 3
# Editors keep some dozens.
MAX_KEPT = 500


def promoted_for(query: ParsedQuery) -> list[Card]:
    """Return the cards of what editors promote for a query: it has exactly the words of one of its lines."""
    wanted = {unit.folded for unit in query.units}
    if not wanted:
        return []
    kept = PromotedResult.objects.filter(page__locale__language_code=query.language)[:MAX_KEPT]
    chosen = [
        promoted
        for promoted in kept
        if any(set(folded_words(line, query.language)) == wanted for line in promoted.lines())
    ]
    if not chosen:
        return []
    pages = shown(Page.objects.filter(pk__in=[promoted.page_id for promoted in chosen])).in_bulk()
    found = [
        Card(
            kind="page",
            title=pages[promoted.page_id].title,
            url=pages[promoted.page_id].get_url() or "",
            summary=promoted.description,
        )
        for promoted in chosen
        if promoted.page_id in pages
    ]
    return found[:MAX_PROMOTED]
