"""From what was marked to everything whose document repeats it."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, ReferenceIndex

from cms.delivery.registry import all_types, type_of

Key = tuple[str, int]


def key_of(instance: models.Model) -> Key:
    return instance._meta.label, instance.pk


def load(keys: Iterable[Key]) -> dict[Key, models.Model]:
    """Return the instances that exist, one query a model."""
    by_label: dict[str, list[int]] = {}
    for label, pk in keys:
        by_label.setdefault(label, []).append(pk)
    found = {}
    for label, pks in by_label.items():
        instances = apps.get_model(label)._default_manager.filter(pk__in=pks)
        if hasattr(instances.model, "translation_key"):
            instances = instances.select_related("locale")
        for instance in instances:
            found[(label, instance.pk)] = instance
    return found


def subtree_keys(paths: Iterable[str]) -> set[Key]:
    """Return the keys of every page at or below the given tree paths."""
    keys = set()
    for path in paths:
        for pk, content_type_id in Page.objects.filter(path__startswith=path).values_list("pk", "content_type_id"):
            model = ContentType.objects.get_for_id(content_type_id).model_class()
            if model is not None:
                keys.add((model._meta.label, pk))
    return keys


def refresh_references(instances: Iterable[models.Model]) -> set[Key]:
    """Bring Wagtail's ReferenceIndex up to date for `instances`; return the media each referred to, before or now.

    Wagtail does this by a task after saving, which with a real queue comes after the transaction.
    """
    media = set()
    for instance in instances:
        if not ReferenceIndex.is_indexed(type(instance)):
            continue
        media |= referenced_media(instance)
        ReferenceIndex.create_or_update_for_object(instance)
        media |= referenced_media(instance)
    return media


def referenced_media(instance) -> set[Key]:
    """Return the keys of the images and documents an instance refers to, as far as the ReferenceIndex knows."""
    media_types = {
        ContentType.objects.get_for_model(delivered_type.model).pk: delivered_type.name
        for delivered_type in all_types()
        if delivered_type.is_media
    }
    rows = ReferenceIndex.get_references_for_object(instance).filter(to_content_type_id__in=media_types)
    return {(media_types[type_id], int(pk)) for type_id, pk in rows.values_list("to_content_type_id", "to_object_id")}


def dependants_of(instance: models.Model) -> set[Key]:
    """Return the keys of delivered items whose documents repeat something of `instance`.

    These are what refers to it or to one of its translations (a synchronised reference points to the source and is
    shown in the reader's language), its translations, and what its own type names.
    """
    keys = set()
    for member in _translations(instance):
        if member.pk != instance.pk and type_of(member):
            keys.add(key_of(member))
        for type_id, pk in ReferenceIndex.get_references_to(member).values_list("content_type_id", "object_id"):
            model = ContentType.objects.get_for_id(type_id).model_class()
            if model is not None and type_of(model):
                keys.add((model._meta.label, int(pk)))
    delivered_type = type_of(instance)
    if delivered_type is not None:
        keys |= {key_of(dependant) for dependant in delivered_type.dependants(instance)}
    return keys


def _translations(instance) -> Iterable[models.Model]:
    if not hasattr(instance, "translation_key"):
        return [instance]
    return type(instance)._default_manager.filter(translation_key=instance.translation_key)
