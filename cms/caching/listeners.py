"""Listening to saves and deletions: the site's number moves in the transaction that changes its face."""

from functools import partial

from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save
from modelcluster.fields import ParentalKey
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from cms.caching import tags
from cms.caching.models import SiteVersion
from cms.caching.orders import order
from cms.caching.visible import is_visible, tags_of
from cms.delivery.listeners import DRAFT_COLUMNS
from cms.delivery.unit_of_work import enqueue_once


def connect() -> None:
    post_save.connect(on_save, dispatch_uid="caching")
    post_delete.connect(on_deletion, dispatch_uid="caching")
    m2m_changed.connect(on_relation_change, dispatch_uid="caching")
    page_slug_changed.connect(on_address_change, dispatch_uid="caching")
    post_page_move.connect(on_address_change, dispatch_uid="caching")


def on_save(sender, instance, created=False, update_fields=None, **kwargs):
    # Saving a draft touches only these columns of the live row.
    if kwargs.get("raw"):
        return
    if is_visible(sender) and not (update_fields is not None and set(update_fields) <= DRAFT_COLUMNS):
        move(instance, is_new=created)


def on_deletion(sender, instance, **kwargs):
    if is_visible(sender):
        move(instance)


def on_relation_change(sender, instance, action, **kwargs):
    if action.startswith("post_") and is_visible(type(instance)):
        move(instance)


def on_address_change(sender, instance, **kwargs):
    """A page's new address is in every menu and path, and the addresses below it have changed too."""
    if instance.numchild:
        enqueue_once(("site version",), SiteVersion.move)
        forget(tags.SITE)


def move(instance: models.Model, is_new: bool = False) -> None:
    """Give the site the next number at the end of the transaction, and have the edge forget what shows `instance`."""
    enqueue_once(("site version",), SiteVersion.move)
    for changed in _whole(instance):
        for tag in tags_of(changed, is_new):
            forget(tag)


def forget(tag: str) -> None:
    enqueue_once(("purge", tag), partial(order, tag))


def _whole(instance: models.Model) -> list[models.Model]:
    """Return what an instance is a part of, itself if of nothing; a page as its own type."""
    parents = []
    for field in instance._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            parent = field.related_model.objects.filter(pk=getattr(instance, field.attname)).first()
            parents += _whole(parent) if parent is not None else []
    if parents:
        return parents
    if type(instance) is Page:
        return [instance.specific_deferred]
    return [instance]
