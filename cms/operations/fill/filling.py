"""Filling up to a number of articles or law documents, and bringing what is derived from them up to date."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page

from articles.models import ArticlePage, LawDocumentPage
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from cms.operations.fill.articles import make_article
from cms.operations.fill.bulk_pages import add_pages
from cms.operations.fill.ground import Ground, prepare_ground, prepare_law_ground
from cms.operations.fill.law import add_children, make_law_document
from cms.translation.models import TranslationState
from cms.translation.states.items import PAGES
from cms.translation.states.rows import rebuild

CHUNK = 250
ARTICLE = "articles.ArticlePage"
LAW_DOCUMENT = "articles.LawDocumentPage"

Progress = Callable[[str, int, int], None]


def fill(total: int, seed: int, progress: Progress) -> int:
    """Bring the volume content of `seed` to `total` articles in each language; return how many were added to each.

    The same seed always gives the same articles, and a second fill adds only what is missing.
    """
    ground = prepare_ground(seed)
    there = {language: _articles_of(stream).count() for language, stream in ground.streams.items()}
    # The two languages may differ by a chunk after a fill that was broken off.
    for language, count in there.items():
        for start in range(count, total, CHUNK):
            numbers = range(start, min(start + CHUNK, total))
            _add(ground, seed, language, numbers)
            progress(f"articles ({language})", numbers.stop, total)
    reconcile(ground, progress)
    return max(0, total - min(there.values()))


def fill_law(total: int, seed: int, progress: Progress) -> int:
    """Bring the law documents of `seed` to `total` in each language; return how many were added to each, see `fill`."""
    ground = prepare_law_ground(seed)
    there = {
        language: LawDocumentPage.objects.child_of(library).count() for language, library in ground.libraries.items()
    }
    for language, count in there.items():
        for start in range(count, total, CHUNK):
            numbers = range(start, min(start + CHUNK, total))
            pages = [make_law_document(ground, seed, number, language) for number in numbers]
            with transaction.atomic():
                add_pages(ground.libraries[language], pages)
                add_children(pages)
            progress(f"law documents ({language})", numbers.stop, total)
    below = [
        pk
        for library in ground.libraries.values()
        for pk in LawDocumentPage.objects.child_of(library).values_list("pk", flat=True)
    ]
    _deliver(LAW_DOCUMENT, below, progress)
    return max(0, total - min(there.values()))


def _add(ground: Ground, seed: int, language: str, numbers: range) -> None:
    add_pages(ground.streams[language], [make_article(ground, seed, number, language) for number in numbers])


def reconcile(ground: Ground, progress: Progress) -> None:
    """Write the delivery store's rows of the volume content, then of the pictures it shows."""
    below = [pk for stream in ground.streams.values() for pk in _articles_of(stream).values_list("pk", flat=True)]
    _deliver(ARTICLE, below, progress)
    store.rebuild({("media.CustomImage", image.pk) for image in ground.images})


def _deliver(label: str, pks: list[int], progress: Progress) -> None:
    missing = sorted(set(pks) - _delivered(label, pks))
    for start in range(0, len(missing), CHUNK):
        store.rebuild({(label, pk) for pk in missing[start : start + CHUNK]})
        progress("delivered", min(start + CHUNK, len(missing)), len(missing))
    _derive_states(label, pks)


def _derive_states(label: str, pks: list[int]) -> None:
    """Write how each of these pages stands in each language, where that is not known; bulk statements tell nobody."""
    rows = TranslationState.objects.filter(type=label).exclude(object_id=None)
    known = set(rows.values_list("object_id", flat=True))
    unknown = sorted(set(pks) - known)
    for start in range(0, len(unknown), CHUNK):
        chunk = Page.objects.filter(pk__in=unknown[start : start + CHUNK])
        rebuild({(PAGES, identity) for identity in chunk.values_list("translation_key", flat=True)})


def _articles_of(stream):
    # Not `get_children()`: that believes the instance, which knows nothing of bulk statements.
    return ArticlePage.objects.child_of(stream)


def _delivered(label: str, pks: list[int]) -> set[int]:
    rows = DeliveredItem.objects.live().filter(type=label)
    return set(rows.values_list("object_id", flat=True)) & set(pks)
