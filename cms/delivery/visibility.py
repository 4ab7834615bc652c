"""Whether an item may leave the house, and if not, why: the one rule that HTML-independent readers go by."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, ReferenceIndex

from cms.core.models import RightsMixin, Syndication
from cms.delivery.models import DeliveredItem, Reason
from cms.delivery.registry import all_types, type_of


def withheld_reason(instance: models.Model) -> str | None:
    """Return why `instance` is not delivered (a Reason), or None if it is."""
    if isinstance(instance, Page):
        return _page_withheld_reason(instance)
    if type_of(instance).is_media:
        return _media_withheld_reason(instance)
    return None if getattr(instance, "live", True) else _not_live_reason(instance)


def audience_of(instance: models.Model) -> str:
    """Return who may have a delivered item."""
    if isinstance(instance, RightsMixin) and instance.effective_syndication == Syndication.PARTNERS:
        return DeliveredItem.Audience.PARTNERS
    return DeliveredItem.Audience.PUBLIC


def _not_live_reason(instance) -> str:
    return Reason.EXPIRED if getattr(instance, "expired", False) else Reason.UNPUBLISHED


def _page_withheld_reason(page: Page) -> str | None:
    if not page.live:
        return _not_live_reason(page)
    if page.is_untranslated:
        return Reason.WITHDRAWN
    if page.get_view_restrictions().exists():
        return Reason.RESTRICTED
    if page.effective_syndication == Syndication.NONE:
        return Reason.WITHDRAWN
    return None


def _media_withheld_reason(instance) -> str | None:
    if instance.collection.get_view_restrictions().exists():
        return Reason.RESTRICTED
    sources: dict[int, set[str]] = {}
    for content_type_id, object_id in ReferenceIndex.get_references_to(instance).values_list(
        "content_type_id", "object_id"
    ):
        sources.setdefault(content_type_id, set()).add(object_id)
    for delivered_type in all_types():
        object_ids = sources.get(_content_type_id(delivered_type.model))
        if (
            object_ids
            and DeliveredItem.objects.live().filter(type=delivered_type.name, object_id__in=object_ids).exists()
        ):
            return None
    return Reason.WITHDRAWN


def _content_type_id(model) -> int:
    return ContentType.objects.get_for_model(model).pk
