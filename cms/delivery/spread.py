"""From what was marked to everything whose document repeats it, for any number of changes at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex

from cms.core.fallbacks import has_own_text
from cms.delivery.registry import all_file_holders, all_lists_of_pages, all_namings, all_types, type_of

Key = tuple[str, int]

# How many keys one query names.
CHUNK = 400


@dataclass(frozen=True)
class Trace:
    """What must be known of something that changed to find what repeats it.

    `base` is the model whose rows share its identity: Page for every page. `path` is "" for what is not a page.
    """

    base: type[models.Model]
    pk: int
    translation_key: object = None
    path: str = ""

    @classmethod
    def of(cls, instance: models.Model) -> "Trace":
        if isinstance(instance, Page):
            return cls(Page, instance.pk, instance.translation_key, instance.path)
        return cls(type(instance), instance.pk, getattr(instance, "translation_key", None))


def key_of(instance: models.Model) -> Key:
    return instance._meta.label, instance.pk


def chunks(items: Iterable, size: int = CHUNK) -> Iterator[list]:
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start : start + size]


def by_label(keys: Iterable[Key]) -> dict[str, list[int]]:
    grouped: dict[str, list[int]] = {}
    for label, pk in keys:
        grouped.setdefault(label, []).append(pk)
    return grouped


def load(keys: Iterable[Key], *, whole: bool = True) -> dict[Key, models.Model]:
    """Return the instances that exist, one query a model; without their long texts unless `whole`."""
    found = {}
    for label, pks in by_label(keys).items():
        model = apps.get_model(label)
        instances = model._default_manager.all()
        if hasattr(model, "translation_key"):
            instances = instances.select_related("locale")
        if not whole:
            long = (StreamField, RichTextField)
            instances = instances.defer(
                *(field.name for field in model._meta.concrete_fields if isinstance(field, long))
            )
        for chunk in chunks(pks):
            found |= {(label, instance.pk): instance for instance in instances.filter(pk__in=chunk)}
    return found


def subtrees(pks: Iterable[int]) -> dict[Key, Trace]:
    """Return every page at or below the pages with these primary keys."""
    found = {}
    for path in Page.objects.filter(pk__in=pks).values_list("path", flat=True):
        below = Page.objects.filter(path__startswith=path)
        for pk, type_id, translation_key, path in below.values_list("pk", "content_type_id", "translation_key", "path"):
            label = _label(type_id)
            if label is not None:
                found[label, pk] = Trace(Page, pk, translation_key, path)
    return found


def children_of(translation_keys: Iterable) -> set[Key]:
    """Return the pages directly below the pages with these identities, in every language."""
    keys = set()
    for chunk in chunks(translation_keys):
        keys |= _children(Page.objects.filter(translation_key__in=chunk).values_list("path", flat=True))
    return keys


def children_of_stand_ins(translation_keys: Iterable) -> set[Key]:
    """Return the pages directly below what stands in for these in other trees: they name these as their section."""
    keys = set()
    for chunk in chunks(translation_keys):
        stand_ins = Page.objects.filter(translation_key__in=chunk).exclude(has_own_text())
        keys |= _children(stand_ins.values_list("path", flat=True))
    return keys


def _children(paths: Iterable[str]) -> set[Key]:
    keys = set()
    for chunk in chunks(paths, 50):
        below = reduce(or_, (Q(path__startswith=path, depth=len(path) // Page.steplen + 1) for path in chunk))
        keys |= _keys(Page.objects.filter(below).values_list("content_type_id", "pk"))
    return keys


def dependants_of(traces: Iterable[Trace]) -> set[Key]:
    """Return the keys of delivered items whose documents repeat something of what changed.

    These are its translations, what refers to it or to one of them (a synchronised reference points to the source and
    is shown in the reader's language), what they themselves name as showing them, and what lists the children of
    their parent.
    """
    keys: set[Key] = set()
    by_base: dict[type[models.Model], list[Trace]] = {}
    for trace in traces:
        by_base.setdefault(trace.base, []).append(trace)
    for base, members in by_base.items():
        for chunk in chunks(members):
            pks, paths = {trace.pk for trace in chunk}, {trace.path for trace in chunk if trace.path}
            shared = {trace.translation_key for trace in chunk if trace.translation_key is not None}
            if shared and base is Page:
                siblings = list(
                    Page.objects.filter(translation_key__in=shared).select_related("locale").defer_streamfields()
                )
                own = _keys((page.content_type_id, page.pk) for page in siblings)
                keys |= own | _showing(own)
                paths |= {page.path for page in siblings}
            elif shared:
                siblings = list(base._default_manager.filter(translation_key__in=shared).only("pk"))
                if type_of(base):
                    keys |= {key_of(sibling) for sibling in siblings}
            else:
                siblings = []
            keys |= _referring(base, pks | {sibling.pk for sibling in siblings})
            keys |= _listing(paths)
    return keys


def named_in(traces: Mapping[Key, Trace]) -> set[Key]:
    """Return the keys of delivered items that name what changed by words of their text."""
    return delivered_among(key for naming in all_namings() for key in naming.naming(traces))


def _showing(keys: Iterable[Key]) -> set[Key]:
    """Return what repeats something of these items without referring to them: see DeliveredType.shown_in."""
    return {
        key_of(instance)
        for label, pks in by_label(keys).items()
        for instance in type_of(apps.get_model(label)).shown_in(pks)
    }


def _referring(base, pks: set[int]) -> set[Key]:
    keys = set()
    type_id = ContentType.objects.get_for_model(base).pk
    for chunk in chunks(sorted(pks)):
        references = ReferenceIndex.objects.filter(
            to_content_type_id=type_id, to_object_id__in=[str(pk) for pk in chunk]
        )
        keys |= _keys(references.values_list("content_type_id", "object_id").distinct())
    return keys


def _listing(paths: set[str]) -> set[Key]:
    """Return what lists the children of the pages above these paths."""
    parents = {path[: -Page.steplen] for path in paths if len(path) > Page.steplen}
    keys = set()
    for chunk in chunks(sorted(parents)):
        above = Page.objects.filter(path__in=chunk)
        keys |= {key_of(listing) for lists_of in all_lists_of_pages() for listing in lists_of(above)}
    return keys


def _keys(rows: Iterable[tuple[int, object]]) -> set[Key]:
    """Return the keys of delivered models from (content type's primary key, primary key)."""
    found = {(_label(type_id), int(pk)) for type_id, pk in rows if _label(type_id) is not None}
    return found


def _label(content_type_id: int) -> str | None:
    """Return the label of a delivered model, None for any other."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return model._meta.label if model is not None and type_of(model) is not None else None


def refresh_references(instances: Iterable[models.Model]) -> set[Key]:
    """Bring Wagtail's ReferenceIndex up to date for `instances`; return the files they referred to, before or now.

    Wagtail does this by a task after saving, which with a real queue comes after the transaction.
    """
    indexed = [instance for instance in instances if ReferenceIndex.is_indexed(type(instance))]
    keys = {key_of(instance) for instance in indexed}
    before = files_of(keys)
    for instance in indexed:
        ReferenceIndex.create_or_update_for_object(instance)
    return before | files_of(keys)


def files_of(keys: Iterable[Key]) -> set[Key]:
    """Return the keys of the images, documents, films and captions items refer to, as the ReferenceIndex knows them."""
    models_of_files = [delivered_type.model for delivered_type in all_types() if delivered_type.is_media]
    models_of_files += [holder.model for holder in all_file_holders().values()]
    labels = {ContentType.objects.get_for_model(model).pk: model._meta.label for model in models_of_files}
    found = set()
    for label, pks in by_label(keys).items():
        model = apps.get_model(label)
        base = ContentType.objects.get_for_model(Page if issubclass(model, Page) else model)
        for chunk in chunks(pks):
            rows = ReferenceIndex.objects.filter(
                base_content_type=base, object_id__in=[str(pk) for pk in chunk], to_content_type_id__in=labels
            )
            found |= {
                (labels[to_type], int(pk))
                for to_type, pk in rows.values_list("to_content_type_id", "to_object_id").distinct()
            }
    return found


def delivered_among(keys: Iterable[Key]) -> set[Key]:
    """Return those keys whose models are delivered."""
    return {key for key in keys if type_of(apps.get_model(key[0])) is not None}
