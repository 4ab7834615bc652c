"""The keys a list is ordered by, and what comes after given keys: a page starts where another ended, not by counting.

What is added or removed before that place moves nothing. Nulls come last, up or down, on both databases.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Field, Model, Q
from django.db.models.expressions import OrderBy
from django.utils.functional import cached_property

from cms.api.lists.bound import Bound, prepared

# A token holds the keys of one item: texts longer than this are no keys.
MAX_TEXT = 500


@dataclass(frozen=True)
class Key:
    """A column of the order: its path from the model, and the field its values are of."""

    path: str
    field: Field
    is_descending: bool
    is_nullable: bool = False

    @cached_property
    def is_short(self) -> bool:
        """Whether its values fit into a token."""
        length = self.field.max_length
        is_text = self.field.get_internal_type() in ("CharField", "TextField", "SlugField", "URLField")
        return not is_text or (length is not None and length <= MAX_TEXT)


def keys_of(model: type[Model], ordering: tuple) -> tuple[Key, ...] | None:
    """Return the keys of arguments for `order_by`; None where something else than a column orders (chance, relevance).

    A column named twice counts once.
    """
    keys: dict[str, Key] = {}
    for part in ordering:
        if isinstance(part, OrderBy) and isinstance(part.expression, F):
            path, is_descending = part.expression.name, part.descending
        elif isinstance(part, str) and part != "?":
            path, is_descending = part.removeprefix("-"), part.startswith("-")
        else:
            return None
        key = _key(model, path, is_descending)
        if key is None:
            return None
        keys.setdefault(path, key)
    return tuple(keys.values())


def _key(model: type[Model], path: str, is_descending: bool) -> Key | None:
    is_nullable = False
    for name in path.split("__"):
        fields = {field.name: field for field in model._meta.concrete_fields}
        fields |= {field.attname: field for field in model._meta.concrete_fields}
        field = model._meta.pk if name == "pk" else fields.get(name)
        if field is None:
            return None
        is_nullable = is_nullable or field.null
        model = field.related_model or model
    while field.is_relation:
        field = field.target_field
    return Key(path, field, is_descending, is_nullable)


def order_by(keys: tuple[Key, ...]) -> list[OrderBy]:
    """Return arguments for `order_by`."""
    return [
        OrderBy(F(key.path), descending=key.is_descending, nulls_last=True if key.is_nullable else None) for key in keys
    ]


def after(keys: tuple[Key, ...], nulls: tuple[bool, ...]) -> Q:
    """Return the condition of coming after an item; `nulls` says which of its keys have no value.

    The values are bound as "after_0", "after_1" …
    """
    condition = _after(keys, nulls, 0)
    first = keys[0]
    if not first.is_nullable:
        # Says nothing new, but is what a database can find its place in an index by.
        comparison = "lte" if first.is_descending else "gte"
        condition = Q(**{f"{first.path}__{comparison}": Bound("after_0", first.field)}) & condition
    return condition


def _after(keys: tuple[Key, ...], nulls: tuple[bool, ...], place: int) -> Q:
    key, is_last = keys[place], place == len(keys) - 1
    rest = None if is_last else _after(keys, nulls, place + 1)
    if nulls[place]:
        # After nulls there is nothing but nulls.
        same = Q(**{f"{key.path}__isnull": True})
        return Q(pk__in=[]) if rest is None else same & rest
    value = Bound(f"after_{place}", key.field)
    beyond = Q(**{f"{key.path}__{'lt' if key.is_descending else 'gt'}": value})
    if key.is_nullable:
        beyond |= Q(**{f"{key.path}__isnull": True})
    return beyond if rest is None else beyond | (Q(**{key.path: value}) & rest)


def bind(keys: tuple[Key, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    """Return what `after` binds, from an item's own values."""
    return {f"after_{place}": prepared(value, keys[place].field) for place, value in enumerate(values)}
