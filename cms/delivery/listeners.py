"""Listening to saves and deletions: what they change of the published is marked."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site

from cms.core.models import BasePage, BaseSnippet
from cms.core.restrictions import stand_ins_of
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import type_of
from cms.delivery.unit_of_work import (
    mark,
    mark_collection,
    mark_everything,
    mark_family,
    mark_gone,
    mark_subtree,
)

# Saving a draft touches only these columns of the live row.
DRAFT_COLUMNS = {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title"}
# What the pages below inherit, and what those directly below say of their section.
INHERITED = ("syndication", "licence", "attribution")
REPEATED = ("title", "slug", "live", "alias_of_id", "locale_id", "translation_key")


def connect() -> None:
    """Connect once, at start, after every room has registered its types."""
    pre_save.connect(before_change, dispatch_uid="delivery")
    post_save.connect(on_change, dispatch_uid="delivery")
    pre_delete.connect(before_deletion, dispatch_uid="delivery")
    post_delete.connect(on_change, dispatch_uid="delivery")
    m2m_changed.connect(on_relation_change, dispatch_uid="delivery")


def before_change(sender, instance, raw=False, update_fields=None, **kwargs):
    """Mark what inherits from a section, or names it, where that is about to change."""
    if raw or instance.pk is None:
        return
    if isinstance(instance, Site):
        instance.root_page_before = Site.objects.filter(pk=instance.pk).values_list("root_page_id", flat=True).first()
    # Most pages have nothing below them, and need no look at what they were.
    if not isinstance(instance, BasePage) or sender.subpage_types == []:
        return
    if update_fields is not None and set(update_fields) <= DRAFT_COLUMNS:
        return
    before = sender.objects.filter(pk=instance.pk).values(*INHERITED, *REPEATED, "live_revision_id").first()
    if before is None:
        return
    # What was as private as its source has restrictions of its own from now on, or the other way round.
    if any(before[name] != getattr(instance, name) for name in (*INHERITED, "alias_of_id")):
        mark_subtree(instance.pk)
    # As texts: a revision's identity is one.
    is_otherwise = any(str(before[name]) != str(getattr(instance, name)) for name in REPEATED)
    # A first publication makes a translation of its own; later ones only have another number.
    is_first = (before["live_revision_id"] is None) != (instance.live_revision_id is None)
    if is_otherwise or (is_first and instance.alias_of_id is None):
        mark_family(instance)


def _on_site_change(site: Site, created: bool) -> None:
    # Wagtail's own listener may come after this one.
    Site.clear_site_root_paths_cache()
    with transaction.atomic():
        mark_everything()
        roots = {site.root_page_id, getattr(site, "root_page_before", None)} - {None}
        if created or len(roots) > 1:
            # Whole trees begin or end to be a site's, with their translations.
            keys = Page.objects.filter(pk__in=roots).values("translation_key")
            for pk in Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True):
                mark_subtree(pk)


def before_deletion(sender, instance, **kwargs):
    """Mark what shows a deleted item, and the pictures it shows, while they are still known."""
    if type_of(instance) is not None or isinstance(instance, BaseSnippet):
        mark_gone(instance)


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
        _on_restriction_change(instance.page_id)
    elif isinstance(instance, CollectionViewRestriction):
        for collection in Collection.objects.filter(pk=instance.collection_id):
            mark_collection(collection)
    elif isinstance(instance, Site):
        # Neither new nor old: deleted.
        _on_site_change(instance, created=kwargs.get("created", True))
    elif isinstance(instance, Locale):
        mark_everything()
    else:
        for parent in _parents(instance):
            on_change(type(parent), parent)


def _on_restriction_change(page_pk: int) -> None:
    with transaction.atomic():
        mark_subtree(page_pk)
        # What stands in for the page is as private, and so is all below that.
        for aliases in stand_ins_of([page_pk]):
            for pk in aliases.values_list("pk", flat=True):
                mark_subtree(pk)


def _on_page_change(page, update_fields):
    if update_fields is not None and set(update_fields) <= DRAFT_COLUMNS:
        return
    if type(page) is Page:
        try:
            page = page.specific
        except ObjectDoesNotExist:
            # Being deleted: the row of its own type went first, and marked it.
            return
    # An alias is never delivered; only one that was a translation until now has something to withdraw.
    if page.alias_of_id is not None and not _is_delivered(page):
        return
    mark(page)


def _is_delivered(page) -> bool:
    return DeliveredItem.objects.live().filter(type=page._meta.label, object_id=page.pk).exists()


def on_relation_change(sender, instance, action, **kwargs):
    if action.startswith("post_") and type_of(instance) is not None:
        mark(instance)


def _parents(instance):
    for field in instance._meta.concrete_fields:
        if isinstance(field, ParentalKey) and getattr(instance, field.attname, None) is not None:
            parent = field.related_model.objects.filter(pk=getattr(instance, field.attname)).first()
            if parent is not None:
                yield parent
