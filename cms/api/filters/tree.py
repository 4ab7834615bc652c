"""`child_of`, `ancestor_of`, `descendant_of`, `translation_of` of pages: the pages they name cost one query."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_noop as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.api.problems import invalid
from cms.api.query import Query
from cms.core.restrictions import is_restricted
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
    return Page.objects.live().exclude(is_restricted())


@dataclass(frozen=True)
class Named:
    """A page that a tree parameter named; `twin` is the same page in the language that stands in, None without one."""

    pk: int
    path: str
    depth: int
    translation_key: uuid.UUID
    twin: "Named | None" = None


@dataclass(frozen=True)
class Tree:
    """What the tree parameters named: hashable, so that it can name the SQL it leads to."""

    pages: tuple[tuple[str, Named], ...] = ()
    identity: uuid.UUID | None = None

    def narrow(self, pages: PageQuerySet) -> PageQuerySet:
        if self.identity is not None:
            # The uuid is all languages' own: it leaves none out.
            pages = pages.filter(translation_key=self.identity)
        for name, named in self.pages:
            pages = pages.filter(_condition(pages, name, named))
        return pages


def _condition(pages: PageQuerySet, name: str, named: Named) -> Q:
    page = Page(pk=named.pk, path=named.path, depth=named.depth, translation_key=named.translation_key)
    if name == "translation_of":
        return pages.translation_of_q(page, inclusive=False)
    condition = getattr(pages, f"{name}_q")(page)
    return condition | _condition(pages, name, named.twin) if named.twin is not None else condition


def named_in_tree(query: Query, fallback: str = "") -> Tree:
    """Return what the tree parameters given name; with `fallback` also where that is in this language's tree."""
    named = {name: _read(name, query.text(name)) for name in TREE_PARAMETERS if name in query}
    if "child_of" in named and "descendant_of" in named:
        raise invalid("descendant_of", _("filtering by descendant_of with child_of is not supported"))
    identity = named.get("translation_of")
    if isinstance(identity, uuid.UUID):
        del named["translation_of"]
    else:
        identity = None
    found = _find(named.values(), fallback) if named else {}
    for name, key in named.items():
        if key not in found:
            raise invalid(name, MISSING[name])
    return Tree(tuple((name, found[key]) for name, key in named.items()), identity)


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


def _find(keys, fallback: str) -> dict[int | str, Named]:
    """Return the named pages that any visitor can see, "root" the default site's home page."""
    is_root = Q(sites_rooted_here__is_default_site=True)
    wanted = Q(pk__in=[key for key in keys if key != ROOT])
    wanted = wanted | is_root if ROOT in keys else wanted
    if fallback:
        identities = Page.objects.filter(wanted).values("translation_key")
        wanted |= Q(translation_key__in=identities, locale__language_code=fallback)
    pages = visible_pages().filter(wanted).annotate(is_root=Exists(Page.objects.filter(is_root, pk=OuterRef("pk"))))
    rows = pages.values_list("pk", "path", "depth", "translation_key", "locale__language_code", "is_root")
    rows = list(dict.fromkeys(rows))
    twins = {row[3]: Named(*row[:4]) for row in rows if row[4] == fallback}
    found = {}
    for *row, _language, is_home in rows:
        twin = twins.get(row[3])
        named = Named(*row, twin if twin is not None and twin.pk != row[0] else None)
        found[named.pk] = named
        if is_home:
            found[ROOT] = named
    return found
