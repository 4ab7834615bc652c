"""Which feeds a page offers: those of the section it is or is in, and the site's."""

from collections.abc import Hashable

from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.translation import get_language

from cms.core.by_number import keep
from cms.delivery.models import DeliveredItem
from cms.discovery.feeds.narrowing import Narrowing
from cms.discovery.feeds.source import Source, find_topic
from cms.discovery.feeds.views import FORMATS
from cms.discovery.kinds import KINDS, SECTIONS
from cms.discovery.shown_page import ShownPage


def feed_links(
    shown: ShownPage | None, parameters: dict, organisation: str, number: Hashable | None = None
) -> list[dict]:
    """Return [{"type", "title", "url"}], nearest first; not to be changed.

    `parameters` are those of the page's address. The pages of one section have the same ones: made once for each
    `number` of the site.
    """
    language = get_language()
    if shown is None or shown.item.type not in KINDS:
        return _feed_links(shown, parameters, organisation, language)
    section = (shown.item.section or {}).get("meta", {})
    key = ("feed links", language, organisation, shown.is_public, section.get("uuid"), section.get("locale"))
    return keep(number, key, lambda: _feed_links(shown, parameters, organisation, language))


def _feed_links(shown: ShownPage | None, parameters: dict, organisation: str, language: str) -> list[dict]:
    sources = [*_section_sources(shown, parameters, language), Source(language)] if shown else [Source(language)]
    return [
        {
            "type": made.content_type,
            "title": " · ".join(part for part in (source.title or organisation, made.name) if part),
            "url": source.url(name),
        }
        for source in sources
        for name, made in FORMATS.items()
    ]


def _section_sources(shown: ShownPage, parameters: dict, language: str) -> list[Source]:
    if not shown.is_public or shown.item.language != language:
        return []
    if shown.item.type in KINDS:
        row = _section_row(shown.item.section, language)
        return [Source(language, row)] if row else []
    if shown.item.type not in SECTIONS:
        return []
    source = Source(language, shown.row)
    wanted = parameters.get(source.kind.topic.parameter) if source.kind.topic else None
    try:
        narrowing = Narrowing.of(source.kind.model, parameters)
    except BadRequest:
        return [source]
    if not wanted or len(narrowing.asked) > 1:
        return [Source(language, shown.row, narrowing=narrowing), source] if narrowing.asked else [source]
    try:
        return [Source(language, shown.row, find_topic(source.kind, language, wanted)), source]
    except Http404:
        return [source]


def _section_row(reference: dict | None, language: str) -> DeliveredItem | None:
    """Return the row of the section a document names, if it is public in this language."""
    if reference is None or reference["meta"]["locale"] != language:
        return None
    rows = DeliveredItem.objects.public().filter(type__in=SECTIONS, locale=language, uuid=reference["meta"]["uuid"])
    return rows.first()
