"""Pages without a text of their own in their language, and the pages that stand in for them.

An untranslated page is an alias, or a page in a target language that never had a publication of its own
(wagtail-localize makes such pages live, upstream #463). Its readers get the text of its source. Everybody else (API,
feeds, search, sitemap, hreflang) gets nothing, or the source as what it is.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from wagtail.models import Page

from cms.core.cards import Card
from cms.core.restrictions import is_restricted
from cms.core.unindexed import is_null


def has_own_text() -> Q:
    """Return the condition, for a queryset of pages, that a page is no mere stand-in for another language's page."""
    return Q(is_null("alias_of")) & (Q(locale__language_code=settings.LANGUAGE_CODE) | Q(live_revision__isnull=False))


def is_untranslated(page: Page) -> bool:
    """Return whether this page only stands in for its source; costs nothing if `page.locale` is loaded."""
    if page.alias_of_id is not None:
        return True
    return page.live_revision_id is None and page.locale.language_code != settings.LANGUAGE_CODE


def sources_of(pages: Iterable[Page]) -> dict[int, Page]:
    """Return, by primary key, the live and public page whose text readers of an untranslated page get.

    Translated pages have none; nor has a page whose source is not live. `pages` are specific instances; one query a
    page type, whatever their number.
    """
    untranslated = [page for page in pages if is_untranslated(page)]
    by_model: dict[type[Page], list[Page]] = {}
    for page in untranslated:
        by_model.setdefault(type(page), []).append(page)
    found = {}
    for model, members in by_model.items():
        candidates = _candidates(model, members)
        for page in members:
            source = _choose(page, candidates)
            if source is not None:
                found[page.pk] = source
    return found


def source_of(page: Page) -> Page | None:
    """Return the live and public page whose text readers of this untranslated page get, or None."""
    page = page.specific
    return sources_of([page]).get(page.pk)


def cards_of(pages: Iterable[Page]) -> list[Card]:
    """Return the cards of specific pages; an untranslated page's card is its source's, marked, at its own address.

    What has neither a text of its own nor a source that is live is left out.
    """
    return list(cards_by_pk(pages).values())


def cards_by_pk(pages: Iterable[Page]) -> dict[int, Card]:
    """Return what `cards_of` returns, in the same order, by the pages' primary keys."""
    pages = list(pages)
    sources = sources_of(pages)
    cards = {}
    for page in pages:
        source = sources.get(page.pk)
        if source is not None:
            cards[page.pk] = _fallback_card(page, source)
        elif not is_untranslated(page):
            cards[page.pk] = _card(page)
    return cards


def card_of(page: Page) -> Card | None:
    """Return what `cards_of` returns, for one page."""
    return next(iter(cards_of([page.specific])), None)


def _candidates(model: type[Page], members: list[Page]) -> list[Page]:
    wanted = Q(translation_key__in={page.translation_key for page in members})
    wanted |= Q(pk__in={page.alias_of_id for page in members if page.alias_of_id is not None})
    queryset = model.objects.live().exclude(is_restricted()).filter(wanted).filter(has_own_text())
    if hasattr(queryset, "with_cards"):
        queryset = queryset.with_cards()
    return list(queryset.select_related("locale"))


def _choose(page: Page, candidates: list[Page]) -> Page | None:
    """Choose what the page is an alias of, else its translation in the default language, else any."""

    def nearness(candidate: Page) -> tuple[bool, bool]:
        return candidate.pk != page.alias_of_id, candidate.locale.language_code != settings.LANGUAGE_CODE

    own = [
        candidate
        for candidate in candidates
        if candidate.pk != page.pk
        and (candidate.pk == page.alias_of_id or candidate.translation_key == page.translation_key)
    ]
    return min(own, key=nearness, default=None)


def _card(page: Page) -> Card:
    card = page.card()
    language = page.locale.language_code
    if language != translation.get_language():
        card.lang = language
    return card


def _fallback_card(page: Page, source: Page) -> Card:
    card = source.card()
    card.url = page.get_url() or ""
    if source.locale_id != page.locale_id:
        card.lang = source.locale.language_code
        card.is_fallback = True
    return card
