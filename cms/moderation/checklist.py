"""What a page should have before it goes out: shown in the editor, for the draft as it was saved last."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

_PAGE_LINK = re.compile(r'linktype=\\?"page\\?"[^>]*?\bid=\\?"(\d+)|\bid=\\?"(\d+)\\?"[^>]*?linktype=\\?"page')


@dataclass(frozen=True)
class Point:
    """One line of the list; `note` says what is missing, or what was found."""

    label: str
    is_done: bool
    note: str = ""


Check = Callable[[Page], Iterable[Point]]
# Those of higher rooms, which they register.
checks: list[Check] = []


def points_of(page: Page) -> list[Point]:
    """Return the list of a page, in the order an editor works."""
    return [point for check in (lead, cover, alternatives, category, links, *checks) for point in check(page)]


def lead(page: Page) -> Iterable[Point]:
    if _has_field(page, "lead"):
        text = page.lead.strip()
        yield Point(_("Lead"), bool(text), "" if text else _("Say the news in two or three sentences."))


def cover(page: Page) -> Iterable[Point]:
    if _has_field(page, "cover"):
        note = _("Without a picture the card has only words.")
        yield Point(_("Cover picture"), page.cover_id is not None, "" if page.cover_id else note)


def alternatives(page: Page) -> Iterable[Point]:
    errors = page.publishing_errors() if hasattr(page, "publishing_errors") else {}
    notes = [message for found in errors.values() for error in found for message in error.messages]
    yield Point(_("Alternative texts"), not errors, " ".join(dict.fromkeys(notes)))


def category(page: Page) -> Iterable[Point]:
    if _has_field(page, "category"):
        has_one = page.category_id is not None
        yield Point(_("Category"), has_one, "" if has_one else _("Readers find the text by it."))


def links(page: Page) -> Iterable[Point]:
    """Links to pages that readers do not see: drafts, and what was deleted. One query."""
    wanted = set(linked_pages(page))
    shown = set(Page.objects.live().filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    broken = len(wanted - shown)
    note = ngettext(
        "%(number)d link leads to a page that is not published.",
        "%(number)d links lead to pages that are not published.",
        broken,
    )
    yield Point(_("Links"), not broken, note % {"number": broken} if broken else "")


def linked_pages(page: models.Model) -> Iterable[int]:
    """Yield the keys of the pages that a page's texts link to."""
    for field in page._meta.concrete_fields:
        value = field.value_from_object(page)
        if isinstance(field, StreamField):
            text = str(list(value.raw_data)) if value else ""
        else:
            text = value if isinstance(field, RichTextField) and value else ""
        for first, second in _PAGE_LINK.findall(text):
            yield int(first or second)


def _has_field(page: Page, name: str) -> bool:
    return any(field.name == name for field in page._meta.concrete_fields)
