"""Lists on the front: what only stands in for another language's text is shown where there is nothing else."""

from collections.abc import Iterable

from django.db.models import Case, QuerySet, Value, When
from wagtail.models import Page

from cms.core.fallbacks import has_own_text, is_untranslated


def own_text_first(pages: QuerySet) -> QuerySet:
    """Return the pages with a text of their own first, otherwise in the order they have."""
    stands_in = Case(When(has_own_text(), then=Value(0)), default=Value(1))
    return pages.order_by(stands_in, *pages.query.order_by)


def prefer_own_text(pages: Iterable[Page]) -> list[Page]:
    """Return the pages with a text of their own, all of them where none has one."""
    pages = list(pages)
    return [page for page in pages if not is_untranslated(page)] or pages
