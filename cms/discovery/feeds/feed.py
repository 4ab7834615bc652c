"""A feed before it takes a format."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.templatetags.static import static
from django.utils import translation

from cms.core.addresses import absolute_url
from cms.discovery.feeds.entry import Entry, make_entry
from cms.discovery.feeds.source import Source, image_files
from cms.discovery.item import Item
from home.organisation.organisation_texts import organisation_texts

ICON = "img/favicon.svg"


@dataclass(frozen=True)
class Feed:
    """`title` names the organisation too; `entries` are newest first."""

    source: Source
    organisation: str
    title: str
    description: str
    entries: list[Entry]

    @property
    def language(self) -> str:
        return self.source.language

    @property
    def icon_url(self) -> str:
        return absolute_url(static(ICON))

    @cached_property
    def updated(self) -> datetime | None:
        """When something in it was last published; None for an empty feed."""
        return max((entry.item.updated for entry in self.entries if entry.item.updated), default=None)


def make_feed(source: Source) -> Feed:
    """Return a source's feed: its rows, the files of their pictures, the organisation; a query each."""
    with translation.override(source.language):
        texts = organisation_texts(source.language)
        organisation = texts.name or settings.WAGTAIL_SITE_NAME
        items = [Item.of(row) for row in source.newest()]
        files = image_files(items)
        section = source.section_item
        return Feed(
            source=source,
            organisation=organisation,
            title=" · ".join(part for part in (source.title, organisation) if part),
            description=(section.summary if section else texts.slogan) or organisation,
            entries=[make_entry(item, files, organisation) for item in items],
        )
