"""Where an item should be, as the tables of the pages say: the one opinion that does not come from the store."""

from dataclasses import dataclass

from django.db import models
from wagtail.models import Page

from cms.core.fallbacks import source_of
from cms.core.models import Syndication
from cms.core.restrictions import is_restricted
from cms.delivery.registry import DeliveredType, type_of
from cms.delivery.visibility import withheld_reason


@dataclass(frozen=True)
class Expectation:
    """`is_delivered`: anyone may have it through API and feeds; `why_not` says in a word what keeps it."""

    is_on_website: bool
    is_delivered: bool
    why_not: str = ""

    def __str__(self) -> str:
        return self.why_not or "published"


def items_of(delivered_type: DeliveredType, pks: list[int]) -> list[models.Model]:
    """Return items with what `expectation_of` asks of them."""
    items = delivered_type.model._default_manager.filter(pk__in=pks).order_by("pk")
    if not delivered_type.is_media:
        items = items.select_related("locale")
    return list(items.annotate(is_restricted=is_restricted()) if delivered_type.is_page else items)


def expectation_of(item: models.Model) -> Expectation:
    if isinstance(item, Page):
        return _of_page(item)
    if not getattr(item, "live", True):
        return Expectation(False, False, "not published")
    reason = type_of(item).out_of_time(item) or (withheld_reason(item) if type_of(item).is_media else None)
    return Expectation(False, reason is None, str(reason or ""))


def _of_page(page: Page) -> Expectation:
    if not page.live:
        return Expectation(False, False, "not published")
    if page.is_restricted:
        return Expectation(False, False, "restricted")
    if not page.full_url:
        return Expectation(False, False, "on no site")
    if page.is_untranslated:
        return Expectation(source_of(page) is not None, False, "untranslated")
    if page.effective_syndication != Syndication.PUBLIC:
        return Expectation(True, False, f"syndication {page.effective_syndication}")
    return Expectation(True, True)
