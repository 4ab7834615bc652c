"""What a feed is of: the site, a section of it, or a topic within a section; always in one language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, TranslatableMixin

from cms.core.addresses import absolute_url
from cms.core.text.slugs import slugify_vietnamese
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import type_of
from cms.discovery.feeds.narrowing import NONE, NOT_NARROWED, Narrowing
from cms.discovery.item import Item
from cms.discovery.kinds import KINDS, SECTIONS, Kind

LENGTH = 40


@dataclass(frozen=True)
class Source:
    """`section` is a delivered page of one of the kinds in `kinds.SECTIONS`, `topic` a term of its items.

    `narrowing` are the filters of the section's own list, as its address has them.
    """

    language: str
    section: DeliveredItem | None = None
    topic: TranslatableMixin | None = None
    narrowing: Narrowing = NOT_NARROWED

    @cached_property
    def section_item(self) -> Item | None:
        return Item.of(self.section) if self.section else None

    @property
    def title(self) -> str:
        """What it is called within the site, "" for the site itself."""
        return " · ".join(
            part for part in (str(self.topic or ""), self.section_item and self.section_item.title) if part
        )

    @property
    def page_url(self) -> str:
        """The page that shows the same."""
        if self.section_item is None:
            with translation.override(self.language):
                return absolute_url(reverse("wagtail_serve", args=[""]))
        chosen = {self.kind.topic.parameter: str(self.topic.translation_key)} if self.topic else {}
        return self.narrowing.added_to(self.section_item.url, **chosen)

    @property
    def kind(self) -> Kind:
        """What a section's items are."""
        return SECTIONS[self.section.type]

    def url(self, name: str) -> str:
        """Return the feed's own address; `name` is one of the file names in `views.FORMATS`."""
        slugs = [slug_of_path(self.section.html_path)] if self.section else []
        slugs += [slugify_vietnamese(str(self.topic))] if self.topic else []
        return self.narrowing.added_to(feed_url(self.language, name, *slugs))

    def newest(self) -> list[DeliveredItem]:
        """Return the rows of its newest items; two queries for the site, two and the section's place for the rest."""
        dated = [pair for pages in self._lists() for pair in pages[:LENGTH]]
        wanted = [pk for _moment, pk in sorted(dated, reverse=True)[:LENGTH]]
        rows = {row.object_id: row for row in self._delivered().filter(object_id__in=wanted)}
        return [rows[pk] for pk in wanted if pk in rows]

    def _delivered(self) -> QuerySet[DeliveredItem]:
        labels = [self.kind.label] if self.section else list(KINDS)
        return DeliveredItem.objects.public().filter(type__in=labels, locale=self.language)

    def _lists(self) -> list[QuerySet]:
        """Return querysets of (moment, primary key), newest first."""
        is_delivered = Exists(self._delivered().filter(object_id=OuterRef("pk")))
        if self.section:
            lists = [(self.kind.newest, self._in_section())]
        else:
            by_column = groupby(sorted(KINDS.values(), key=lambda kind: kind.newest), key=lambda kind: kind.newest)
            lists = [(column, _of_kinds(list(kinds))) for column, kinds in by_column]
        return [
            pages.filter(is_delivered).order_by(f"-{column}", "-pk").values_list(column, "pk")
            for column, pages in lists
        ]

    def _in_section(self) -> QuerySet[Page]:
        path = Page.objects.values_list("path", flat=True).get(pk=self.section.object_id)
        pages = self.narrowing.keep(self.kind.model.objects.filter(path__startswith=path))
        if self.topic is None:
            return pages
        narrow = type_of(self.kind.model).filters[self.kind.topic.parameter]
        return narrow.keep(pages, self.topic.translation_key)


def _of_kinds(kinds: list[Kind]) -> QuerySet[Page]:
    """Return the pages of these kinds, from the table that has their column."""
    if len(kinds) == 1:
        return kinds[0].model.objects.all()
    return Page.objects.type(*(kind.model for kind in kinds))


def find_source(language: str, section: str = "", topic: str = "", parameters: Mapping[str, str] = NONE) -> Source:
    """Return what an address names. Raises Http404 for a section or topic that is not public in this language.

    BadRequest for a value that a filter of the section's list does not know.
    """
    if not section:
        return Source(language)
    with translation.override(language):
        path = reverse("wagtail_serve", args=[f"{section}/"])
    rows = DeliveredItem.objects.public().filter(type__in=SECTIONS, locale=language, html_path=path)
    row = rows.order_by("pk").first()
    if row is None:
        raise Http404("no such section")
    kind = SECTIONS[row.type]
    narrowing = Narrowing.of(kind.model, parameters)
    return Source(language, row, find_topic(kind, language, topic) if topic else None, narrowing)


def find_topic(kind: Kind, language: str, wanted: str) -> TranslatableMixin:
    """Return the term whose name's slug, or whose uuid, is `wanted`; in this language if its name is translated."""
    terms = list(kind.topic.model.objects.filter(live=True).select_related("locale")) if kind.topic else []
    terms.sort(key=lambda term: (term.locale.language_code != language, term.pk))
    uuid = _uuid(wanted)
    for term in terms:
        if term.translation_key == uuid or slugify_vietnamese(str(term)) == wanted:
            return term
    raise Http404("no such topic")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def slug_of_path(html_path: str) -> str:
    return html_path.rstrip("/").rsplit("/", 1)[-1]


def feed_url(language: str, name: str, *slugs: str) -> str:
    """Return the absolute address of a feed."""
    route = ("site_feed", "section_feed", "topic_feed")[len(slugs)]
    with translation.override(language):
        return absolute_url(reverse(route, args=[*slugs, name]))


def image_files(items: list[Item]) -> dict[str, dict]:
    """Return {address: RenditionFileSerializer's values} of all files of the items' pictures; one query."""
    uuids = {item.picture["uuid"] for item in items if item.picture}
    rows = DeliveredItem.objects.public().filter(type="media.CustomImage", uuid__in=uuids) if uuids else []
    return {file["url"]: file for row in rows for file in json.loads(row.document)["files"]}
