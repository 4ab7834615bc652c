"""What only some readers may see, as a condition within a query."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def is_restricted() -> Exists:
    """Return the condition, for a queryset of pages, that a page is at or below one that only some readers may see.

    Wagtail's own `public()` says the same, but reads the restrictions first: a query for every list.
    """
    above = PageViewRestriction.objects.annotate(path_below=ExpressionWrapper(OuterRef("path"), CharField()))
    return Exists(above.filter(path_below__startswith=F("page__path")))
