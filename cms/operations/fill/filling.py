"""Filling up to a number of articles, and bringing the delivery store up to date with them."""

from collections.abc import Callable

from articles.models import ArticlePage
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from cms.operations.fill.articles import make_article
from cms.operations.fill.bulk_pages import add_pages
from cms.operations.fill.ground import Ground, prepare_ground

CHUNK = 250
ARTICLE = "articles.ArticlePage"

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


def _add(ground: Ground, seed: int, language: str, numbers: range) -> None:
    add_pages(ground.streams[language], [make_article(ground, seed, number, language) for number in numbers])


def reconcile(ground: Ground, progress: Progress) -> None:
    """Write the delivery store's rows of the volume content, then of the pictures it shows."""
    below = [pk for stream in ground.streams.values() for pk in _articles_of(stream).values_list("pk", flat=True)]
    missing = sorted(set(below) - _delivered(below))
    for start in range(0, len(missing), CHUNK):
        store.rebuild({(ARTICLE, pk) for pk in missing[start : start + CHUNK]})
        progress("delivered", min(start + CHUNK, len(missing)), len(missing))
    store.rebuild({("media.CustomImage", image.pk) for image in ground.images})


def _articles_of(stream):
    # Not `get_children()`: that believes the instance, which knows nothing of bulk statements.
    return ArticlePage.objects.child_of(stream)


def _delivered(pks: list[int]) -> set[int]:
    rows = DeliveredItem.objects.live().filter(type=ARTICLE)
    return set(rows.values_list("object_id", flat=True)) & set(pks)
