"""`child_of`, `ancestor_of`, `descendant_of`, `translation_of` of pages: the pages they name cost one query."""

import uuid

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.translation import gettext_noop as _
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.api.problems import invalid
from cms.api.query import Query
from cms.delivery.filters import parse_uuid

ROOT = "root"
MISSING = {
    "child_of": _("parent page doesn't exist"),
    "ancestor_of": _("descendant page doesn't exist"),
    "descendant_of": _("ancestor page doesn't exist"),
    "translation_of": _("translation_of page doesn't exist"),
}
TREE_PARAMETERS = tuple(MISSING)


def visible_pages() -> PageQuerySet:
    """Return the pages any visitor can see, without a query of its own for restrictions as `public()` makes one."""
    asked = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = PageViewRestriction.objects.annotate(asked=asked).filter(asked__startswith=F("page__path"))
    return Page.objects.live().filter(~Exists(above))


def in_tree(pages: PageQuerySet, query: Query) -> PageQuerySet:
    """Return `pages` narrowed by the tree parameters given."""
    named = {name: _read(name, query.text(name)) for name in TREE_PARAMETERS if name in query}
    if "child_of" in named and "descendant_of" in named:
        raise invalid("descendant_of", _("filtering by descendant_of with child_of is not supported"))
    identity = named.get("translation_of")
    if isinstance(identity, uuid.UUID):
        # The uuid is all languages' own: it leaves none out.
        pages = pages.filter(translation_key=identity)
        del named["translation_of"]
    found = _find(named.values()) if named else {}
    for name, key in named.items():
        if key not in found:
            raise invalid(name, MISSING[name])
        pages = getattr(pages, name)(found[key])
    return pages


def _read(name: str, text: str) -> int | str | uuid.UUID:
    if text == ROOT and name != "ancestor_of":
        return ROOT
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    if name == "translation_of":
        try:
            return parse_uuid(text)
        except ValueError:
            raise invalid(name, _("translation_of must be a positive integer or a uuid")) from None
    raise invalid(name, _("%(name)s must be a positive integer"), name=name)


def _find(keys) -> dict[int | str, Page]:
    """Return the named pages that any visitor can see, "root" the default site's home page."""
    is_root = Q(sites_rooted_here__is_default_site=True)
    wanted = Q(pk__in=[key for key in keys if key != ROOT])
    pages = (
        visible_pages()
        .filter(wanted | is_root if ROOT in keys else wanted)
        .annotate(is_root=Exists(Page.objects.filter(is_root, pk=OuterRef("pk"))))
    )
    found = {}
    for page in pages.only("path", "depth", "translation_key"):
        found[page.pk] = page
        if page.is_root:
            found[ROOT] = page
    return found
