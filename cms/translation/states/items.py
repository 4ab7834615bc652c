"""What has a state in each language: every page type and every snippet, and the versions of one in all languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page

from cms.core.models import BasePage, BaseSnippet
from cms.delivery.translation_states import source_among

# The label of the model whose table has the identities, and the identity.
Key = tuple[str, UUID]
PAGES = Page._meta.label


@dataclass
class Item:
    """A page or snippet in all its languages; `label` names its own type, `members` are its versions.

    Aliases are no versions, but say where one would be: `stand_ins` has their primary keys by locale.
    """

    label: str
    key: Key
    members: list[models.Model] = field(default_factory=list)
    stand_ins: dict[int, int] = field(default_factory=dict)

    @property
    def source(self) -> models.Model:
        return source_among(self.members)


def tracked_models() -> list[type[models.Model]]:
    """Return the concrete models of pages and of snippets."""
    return [model for model in apps.get_models() if issubclass(model, BasePage | BaseSnippet)]


def key_of(instance: models.Model) -> Key | None:
    """Return an instance's key; None for what has no states."""
    if isinstance(instance, Page):
        return (PAGES, instance.translation_key) if instance.depth is None or instance.depth > 1 else None
    return (instance._meta.label, instance.translation_key) if isinstance(instance, BaseSnippet) else None


def key_of_identity(content_type_id: int, translation_key: UUID) -> Key | None:
    """Return the key of what wagtail-localize calls a TranslatableObject; None for what has no states."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return (model._meta.label, translation_key) if model is Page or issubclass(model, BaseSnippet) else None


def load(keys: Iterable[Key]) -> dict[Key, Item]:
    """Return the items that exist, one query a table; pages are not specific, `locale` is loaded."""
    by_label: dict[str, list[UUID]] = {}
    for label, identity in keys:
        by_label.setdefault(label, []).append(identity)
    found: dict[Key, Item] = {}
    # The first root is the first page: asked for by its depth, a database goes through all pages.
    site = Page.objects.order_by("path").values_list("path", flat=True).first() if PAGES in by_label else ""
    for label, identities in by_label.items():
        instances = apps.get_model(label)._default_manager.filter(translation_key__in=identities)
        for instance in instances.select_related("locale").order_by("pk"):
            own_label = _label_of(instance)
            # Nobody translates what lies in the bin.
            if own_label is None or (label == PAGES and not instance.path.startswith(site)):
                continue
            key = (label, instance.translation_key)
            item = found.setdefault(key, Item(own_label, key))
            if getattr(instance, "alias_of_id", None) is None:
                item.members.append(instance)
            else:
                item.stand_ins[instance.locale_id] = instance.pk
    return {key: item for key, item in found.items() if item.members}


def all_keys(size: int) -> Iterator[list[Key]]:
    """Give every key there is, `size` at a time; an item comes as often as it has versions of its own."""
    for model in [Page, *(model for model in tracked_models() if issubclass(model, BaseSnippet))]:
        last, rows = 0, model._default_manager.order_by("pk")
        if model is Page:
            rows = rows.filter(depth__gt=1, alias_of=None)
        while found := list(rows.filter(pk__gt=last).values_list("pk", "translation_key")[:size]):
            last = found[-1][0]
            yield [(model._meta.label, identity) for _pk, identity in found]


def count() -> int:
    """Return about how many keys `all_keys` gives."""
    snippets = sum(model._default_manager.count() for model in tracked_models() if issubclass(model, BaseSnippet))
    return Page.objects.filter(depth__gt=1, alias_of=None).count() + snippets


def _label_of(instance: models.Model) -> str | None:
    if not isinstance(instance, Page):
        return instance._meta.label
    model = ContentType.objects.get_for_id(instance.content_type_id).model_class()
    return model._meta.label if model is not None and issubclass(model, BasePage) else None
