"""What only some readers may see, as a condition within a query."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageViewRestriction


def is_restricted() -> Exists:
    """Return the condition, for a queryset of pages, that a page is at or below one that only some readers may see.

    Wagtail's own `public()` says the same, but reads the restrictions first: a query for every list.
    """
    # Each restriction looks up its page. Joined, SQLite would go through all pages for each page.
    path_of_its_page = Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path")
    above = PageViewRestriction.objects.annotate(
        path_below=ExpressionWrapper(OuterRef("path"), CharField()), path_above=Subquery(path_of_its_page)
    )
    return Exists(above.filter(path_below__startswith=F("path_above")))
