"""Listening to saves and deletions: what they change of the published is marked."""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from modelcluster.fields import ParentalKey
from wagtail.models import CollectionViewRestriction, Locale, Page, PageViewRestriction, Site

from cms.core.models import BaseSnippet
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import type_of
from cms.delivery.spread import referenced_media
from cms.delivery.unit_of_work import mark, mark_everything, mark_subtree


def connect() -> None:
    """Connect once, at start, after every room has registered its types."""
    post_save.connect(on_change, dispatch_uid="delivery")
    pre_delete.connect(before_deletion, dispatch_uid="delivery")
    post_delete.connect(on_change, dispatch_uid="delivery")
    m2m_changed.connect(on_relation_change, dispatch_uid="delivery")


def before_deletion(sender, instance, **kwargs):
    """Mark the pictures a page or snippet shows while the references to them are still known."""
    if type_of(instance) is not None and not type_of(instance).is_media:
        for label, pk in referenced_media(instance):
            mark(apps.get_model(label)(pk=pk))


def on_change(sender, instance, **kwargs):
    """Mark a saved or deleted instance, or the parent it is a part of."""
    if kwargs.get("raw"):
        return
    if isinstance(instance, Page):
        _on_page_change(instance, kwargs.get("update_fields"))
    elif type_of(instance) is not None or isinstance(instance, BaseSnippet):
        # A snippet that is not delivered itself is still repeated in the documents that refer to it.
        mark(instance)
    elif isinstance(instance, PageViewRestriction):
        page = Page.objects.filter(pk=instance.page_id).first()
        if page is not None:
            mark_subtree(page)
    elif isinstance(instance, CollectionViewRestriction | Site | Locale):
        mark_everything()
    else:
        for parent in _parents(instance):
            on_change(type(parent), parent)


def _on_page_change(page, update_fields):
    # Saving a draft touches only these columns of the live row.
    if update_fields is not None and set(update_fields) <= DRAFT_COLUMNS:
        return
    page = page.specific if type(page) is Page else page
    # An alias is never delivered; only one that was a translation until now has something to withdraw.
    if page.alias_of_id is not None and not _is_delivered(page):
        return
    mark(page)


def _is_delivered(page) -> bool:
    return DeliveredItem.objects.live().filter(type=page._meta.label, object_id=page.pk).exists()


DRAFT_COLUMNS = {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title"}


def on_relation_change(sender, instance, action, **kwargs):
    if action.startswith("post_") and type_of(instance) is not None:
        mark(instance)


def _parents(instance):
    for field in instance._meta.concrete_fields:
        if isinstance(field, ParentalKey) and getattr(instance, field.attname, None) is not None:
            parent = field.related_model.objects.filter(pk=getattr(instance, field.attname)).first()
            if parent is not None:
                yield parent
