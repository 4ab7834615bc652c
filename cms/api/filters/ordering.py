"""`order=`: Wagtail v2's, by any field that is a column; `random` alone and without an offset.

What has no value comes last, up or down: by themselves the two databases disagree.
"""

from collections.abc import Mapping

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Field, Model
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext_noop as _

from cms.api.fields.columns import order_column
from cms.api.problems import invalid
from cms.api.query import Query

RANDOM = ("?",)


def ordering_of(query: Query, model: type[Model], columns: Mapping[str, Field], default: tuple[str, ...]) -> tuple:
    """Return arguments for `order_by`, complete: the primary key decides between equals."""
    names = _names(query, model, columns) or default
    return names if names == RANDOM else tuple(_with_nulls_last(model, name) for name in _with_key(names))


def _names(query: Query, model: type[Model], columns: Mapping[str, Field]) -> tuple[str, ...]:
    text = query.text("order")
    if not text:
        return ()
    names = text.split(",")
    if "random" in names:
        if len(names) > 1:
            raise invalid("order", _("random ordering cannot be combined with other fields"))
        if "offset" in query:
            raise invalid("order", _("random ordering with offset is not supported"))
        return RANDOM
    ordering = []
    for name in names:
        plain = name.removeprefix("-")
        if plain not in columns:
            raise invalid("order", _("cannot order by '%(name)s' (unknown field)"), name=name)
        sign = "-" if name.startswith("-") else ""
        ordering.append(sign + order_column(model, plain, columns[plain]))
    return tuple(ordering)


def _with_nulls_last(model: type[Model], name: str) -> str | OrderBy:
    plain = name.removeprefix("-")
    try:
        is_nullable = model._meta.get_field(plain).null
    except FieldDoesNotExist:  # "pk"
        return name
    if not is_nullable:
        return name
    return F(plain).desc(nulls_last=True) if name.startswith("-") else F(plain).asc(nulls_last=True)


def _with_key(ordering: tuple[str, ...]) -> tuple[str, ...]:
    is_total = any(name.lstrip("-") in ("pk", "id", "path") for name in ordering)
    return ordering if is_total else (*ordering, "pk")
