"""Cards that should not be public any more, found and taken away: what a job that never ran has left behind."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Page

from cms.core.fallbacks import has_own_text
from cms.core.restrictions import is_restricted
from cms.discovery.models import ShareCard
from cms.discovery.sharing.cards import settle

CHUNK = 500
# Jobs store files before the rows that name them.
STRAY_AFTER = timedelta(hours=1)


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (done, of, faults): the cards of pages that not everybody may see, then the files that no card names.

    That a card is missing is no fault: a page is shared without it. `manage.py make_cards` draws those.
    """
    of, done, last = ShareCard.objects.count(), 0, 0
    public = Page.objects.live().filter(has_own_text()).exclude(is_restricted())
    while pks := list(ShareCard.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:CHUNK]):
        last, done = pks[-1], done + len(pks)
        pages = list(ShareCard.objects.filter(pk__in=pks).exclude(page__in=public).values_list("page", flat=True))
        if repair:
            for page in pages:
                settle(page)
        yield done, max(done, of), [f"page {page}: withdrawn, and its card is still public" for page in pages]
    strays = list(_strays())
    if repair:
        for name in strays:
            default_storage.delete(name)
    yield done, done, [f"{name}: a public file that nothing names" for name in strays]


def _strays() -> Iterator[str]:
    try:
        _folders, files = default_storage.listdir("cards")
    except FileNotFoundError:
        return
    recent = timezone.now() - STRAY_AFTER
    for start in range(0, len(files), CHUNK):
        names = [f"cards/{file}" for file in files[start : start + CHUNK]]
        named = set(ShareCard.objects.filter(file__in=names).values_list("file", flat=True))
        yield from (name for name in names if name not in named and default_storage.get_modified_time(name) < recent)
