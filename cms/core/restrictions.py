"""What only some readers may see, as conditions within a query.

A page is as private as what is above it. What stands in for another page (an alias) is as private as that one, whatever
its own restrictions say: Wagtail copies them once, when it makes the alias, and then asks those of the source alone.
"""

from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page, PageViewRestriction


def restricted_sources() -> QuerySet:
    """Return the primary keys of the pages whose own restrictions count."""
    # Each restriction looks up its page. Joined, SQLite would go through all pages.
    page = Page.objects.filter(pk=OuterRef("page_id"), alias_of=None).order_by()
    return PageViewRestriction.objects.filter(Exists(page)).order_by().values("page")


def stand_ins_of(sources: QuerySet | list[int]) -> list[QuerySet]:
    """Return the aliases of the pages with these primary keys, and theirs: chains are no longer than that."""
    aliases = Page.objects.filter(alias_of__in=sources).order_by()
    return [aliases, Page.objects.filter(alias_of__in=aliases.values("pk")).order_by()]


def is_private_by_itself() -> Q:
    """Return the condition, for a queryset of pages, that a page is private whatever is above it."""
    sources = restricted_sources()
    aliases, further = stand_ins_of(sources)
    return Q(pk__in=sources) | Q(pk__in=aliases.values("pk")) | Q(pk__in=further.values("pk"))


def is_restricted() -> ExpressionWrapper:
    """Return the condition, for a queryset of pages, that a page is at or below one that only some readers may see.

    Wagtail's own `public()` reads the restrictions first: a query for every list.
    """
    # Looked up, as in restricted_sources: joined, it would be all pages for each page.
    path_of_its_page = Page.objects.filter(pk=OuterRef("page_id"), alias_of=None).order_by().values("path")
    above = PageViewRestriction.objects.order_by().annotate(path_above=Subquery(path_of_its_page))
    conditions = [Exists(_above(above, "path_above"))]
    for aliases in stand_ins_of(restricted_sources()):
        # Named by their keys, which are read once and looked up. As a condition on each page, SQLite that has counted
        # how many pages are aliases would go through all pages for each page.
        named = Page.objects.filter(pk__in=aliases.values("pk")).order_by()
        conditions.append(Exists(_above(named, "path")))
    condition = Q(conditions[0])
    for another in conditions[1:]:
        condition |= Q(another)
    return ExpressionWrapper(condition, output_field=BooleanField())


def _above(queryset: QuerySet, path: str) -> QuerySet:
    path_below = ExpressionWrapper(OuterRef("path"), CharField())
    return queryset.annotate(path_below=path_below).filter(path_below__startswith=F(path))
