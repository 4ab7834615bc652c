"""The types that are delivered: each room registers its own, with the serializer that makes their JSON."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import QuerySet
from rest_framework.serializers import BaseSerializer
from wagtail.models import Page

from cms.delivery.deprecation import Deprecation
from cms.delivery.filters import Filter

# What of `meta` only the whole document has.
DETAIL_META = frozenset({"show_in_menus", "seo_title", "search_description", "alias_of", "parent"})


def never_due(_instance) -> datetime | None:
    return None


def never_out_of_time(_instance) -> str | None:
    return None


def in_no_stream(_instance) -> UUID | None:
    return None


def shown_nowhere(_pks: Iterable[int]) -> Iterable[models.Model]:
    return ()


@dataclass(frozen=True)
class DeliveredType:
    """How a model is delivered.

    `serializer` makes the whole document; `listing_fields` names the fields a list gives by default (beside `id` and
    `meta`). `due_at(instance)` says when the item must be looked at again by itself, beyond what
    the blocks of its own body say (see cms.core.blocks.moments). `out_of_time(instance)` gives the Reason why a live
    item is not shown at this moment, or None; it comes and goes by itself at its `due_at`. `stream_of(instance)` gives
    the uuid of the article stream it is in (or is), by which the change feed can be narrowed. `filters` are the query
    parameters a list can be narrowed by, beside those every list has; `ordering` is a list's order by default.
    `deprecation` and `deprecated_fields` say what of it is on its way out.
    `shown_in(pks)` gives what repeats something of these items without referring to them: where the items themselves
    say what they have to do with it. `restated_by` names those of `filters` by which a document is told otherwise than
    it is stored, in lists and alone: `restate(document, value)` gives it. `reads` names the relations a document
    is made of, as `prefetch_related` does: they are read for many items at once.
    """

    model: type[models.Model]
    endpoint: str
    serializer: type[BaseSerializer]
    listing_fields: tuple[str, ...]
    due_at: Callable[[models.Model], datetime | None] = never_due
    out_of_time: Callable[[models.Model], str | None] = never_out_of_time
    stream_of: Callable[[models.Model], UUID | None] = in_no_stream
    filters: Mapping[str, Filter] = field(default_factory=dict)
    ordering: tuple[str, ...] = ()
    deprecation: Deprecation | None = None
    deprecated_fields: Mapping[str, Deprecation] = field(default_factory=dict)
    shown_in: Callable[[Iterable[int]], Iterable[models.Model]] = shown_nowhere
    restated_by: Mapping[str, Callable[[dict, Any], dict]] = field(default_factory=dict)
    reads: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.model._meta.label

    def listing_of(self, document: dict) -> dict:
        """Return what of a document a list gives by default."""
        meta = {name: value for name, value in document["meta"].items() if name not in DETAIL_META}
        return {"id": document["id"], "meta": meta, **{name: document[name] for name in self.listing_fields}}

    @property
    def is_page(self) -> bool:
        return issubclass(self.model, Page)

    @property
    def is_media(self) -> bool:
        """Images and documents: no language of their own, delivered only while something delivered shows them."""
        return not hasattr(self.model, "translation_key")


@dataclass(frozen=True)
class FileHolder:
    """A model whose files are public while something shows them.

    `unsettled(model, pks)` gives those whose files may not be where they should be; `enqueue(model, pk)` has a job see
    to one.
    """

    model: type[models.Model]
    unsettled: Callable[[type[models.Model], Iterable[int]], Iterable[int]]
    enqueue: Callable[[type[models.Model], int], None]


@dataclass(frozen=True)
class Naming:
    """How items name others by words of their text, of which the ReferenceIndex knows nothing.

    `remember(instances)` keeps what changed items name; `naming(traces)` gives the keys of what names the changed
    items with these keys; `due_at(instance)` when what an item says of those it names changes by itself, or None.
    """

    remember: Callable[[Iterable[models.Model]], None]
    naming: Callable[[Mapping], Iterable[tuple[str, int]]]
    due_at: Callable[[models.Model], datetime | None]


@dataclass(frozen=True)
class Look:
    """That the store looked at an item: `instance` is None if it is gone, `reason` says why it is withheld, if it is.

    `is_whole` is whether its long texts are loaded.
    """

    model: type[models.Model]
    pk: int
    instance: models.Model | None
    reason: str | None
    is_whole: bool = True


@dataclass(frozen=True)
class Follower:
    """Who keeps something about delivered items elsewhere: `follow` brings it up to date.

    `differences` says, by item, of what the store looked at as a whole, what of it is not as `follow` would leave it.
    """

    follow: Callable[[list[Look]], None]
    differences: Callable[[list[Look]], dict[tuple[str, int], str]]


_types: dict[str, DeliveredType] = {}
_namings: list[Naming] = []
_file_holders: dict[str, FileHolder] = {}
_lists_of_pages: list[Callable[[QuerySet], Iterable[models.Model]]] = []
_followers: list[Follower] = []


def register(delivered_type: DeliveredType) -> None:
    """Deliver a model from now on. Raises ValueError if it is registered already."""
    if delivered_type.name in _types:
        raise ValueError(f"{delivered_type.name} is registered already")
    _types[delivered_type.name] = delivered_type


def register_list_of_pages(lists_of: Callable[[QuerySet], Iterable[models.Model]]) -> None:
    """Have what names the children of pages written again with them: `lists_of(pages)` gives what lists theirs."""
    _lists_of_pages.append(lists_of)


def all_lists_of_pages() -> list[Callable[[QuerySet], Iterable[models.Model]]]:
    return list(_lists_of_pages)


def register_naming(naming: Naming) -> None:
    """Have items written again with what they name by words."""
    _namings.append(naming)


def all_namings() -> list[Naming]:
    return list(_namings)


def register_follower(follower: Follower) -> None:
    """Have what is kept elsewhere about delivered items brought up to date in the transaction that writes the store."""
    _followers.append(follower)


def all_followers() -> list[Follower]:
    return list(_followers)


def register_files(holder: FileHolder) -> None:
    """Have a model's files looked after whenever what shows them comes, goes or changes."""
    _file_holders[holder.model._meta.label] = holder


def all_file_holders() -> dict[str, FileHolder]:
    return dict(_file_holders)


def all_types() -> list[DeliveredType]:
    return list(_types.values())


def endpoint_of(label: str) -> str:
    """Return the API endpoint of the type with this label, "" if it is not delivered."""
    return _types[label].endpoint if label in _types else ""


def type_of(model_or_instance) -> DeliveredType | None:
    """Return how a model (or instance of one) is delivered, or None if it is not."""
    return _types.get(model_or_instance._meta.label)
