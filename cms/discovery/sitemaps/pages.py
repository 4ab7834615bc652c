"""The pages a search engine should know: those anyone can read that have a text of their own here."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page, Site, get_page_models

from cms.core.fallbacks import has_own_text
from cms.core.restrictions import is_restricted
from cms.delivery.models import DeliveredItem

# The protocol allows 50,000 addresses and 50 MB; with two alternates each, this is about 5 MB.
SIZE = 10_000


@dataclass(frozen=True)
class Address:
    """A page's place; `alternates` are (language, address) of all its languages, itself included, or empty."""

    url: str
    changed_at: datetime | None
    alternates: tuple[tuple[str, str], ...]


def known_pages() -> QuerySet[Page]:
    """Return them in all languages, each with `changed_at`: when its delivered text changed, else was published."""
    rows = DeliveredItem.objects.live().filter(
        type__in=[model._meta.label for model in get_page_models()],
        object_id=OuterRef("pk"),
    )
    pages = (
        Page.objects.live().filter(has_own_text(), _on_a_site()).exclude(is_restricted()).exclude(_is_from_elsewhere())
    )
    delivered = Subquery(rows.values("changed_at")[:1])
    return pages.annotate(changed_at=Coalesce(delivered, "last_published_at", "first_published_at"))


def slices(language: str) -> list[datetime | None]:
    """Return for each sitemap of a language when something in it last changed; [] where there is nothing."""
    pages = known_pages().filter(locale__language_code=language).order_by("pk")
    starts = range(0, pages.count(), SIZE)
    return [pages[start : start + SIZE].aggregate(latest=Max("changed_at"))["latest"] for start in starts]


def addresses(language: str, number: int) -> list[Address]:
    """Return the addresses of a language's sitemap, counted from 1; [] beyond the last. Two queries."""
    pages = known_pages().filter(locale__language_code=language).order_by("pk")[(number - 1) * SIZE : number * SIZE]
    rows = list(pages.values_list("translation_key", "url_path", "changed_at"))
    keys = [key for key, _path, _changed in rows]
    versions: dict = {}
    for start in range(0, len(keys), 500):
        found = known_pages().filter(translation_key__in=keys[start : start + 500])
        for key, code, path in found.values_list("translation_key", "locale__language_code", "url_path"):
            versions.setdefault(key, {})[code] = url_of(path)
    return [Address(url_of(path), changed, _alternates(versions.get(key, {}))) for key, path, changed in rows]


def url_of(url_path: str) -> str:
    """Return the address of a page by its place in the tree, as Wagtail's Page.get_url_parts does."""
    for root in Site.get_site_root_paths():
        if url_path.startswith(root.root_path):
            prefix = "" if root.language_code == settings.LANGUAGE_CODE else f"/{root.language_code}"
            return f"{root.root_url}{prefix}/{url_path[len(root.root_path) :]}"
    return ""


def _alternates(versions: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if len(versions) < 2:
        return ()
    links = sorted(versions.items(), key=lambda link: (link[0] != settings.LANGUAGE_CODE, link[0]))
    if links[0][0] == settings.LANGUAGE_CODE:
        links.append(("x-default", links[0][1]))
    return tuple(links)


def _on_a_site() -> Q:
    condition = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        condition |= Q(url_path__startswith=root.root_path)
    return condition


def _is_from_elsewhere() -> Q:
    """Whether a page names another address as the original: search engines are sent there."""
    condition = Q(pk__in=[])
    for model in get_page_models():
        if any(field.name == "canonical_source_url" for field in model._meta.concrete_fields):
            own = model.objects.filter(pk=OuterRef("pk")).exclude(canonical_source_url="")
            condition |= Q(Exists(own))
    return condition
