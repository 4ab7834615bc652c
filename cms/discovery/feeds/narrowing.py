"""The filters of a section's list in the address of its feed: one filter, three doors."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db import models
from django.db.models import QuerySet

from cms.delivery.filters import Filter
from cms.delivery.registry import type_of

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Narrowing:
    """`asked` are (name, text) as the address has them, `kept` (filter, value)."""

    asked: tuple[tuple[str, str], ...] = ()
    kept: tuple[tuple[Filter, object], ...] = ()

    @classmethod
    def of(cls, model: type[models.Model], parameters: Mapping[str, str]) -> "Narrowing":
        """Return what an address says of a type's own filters. Raises BadRequest for a value that cannot be meant."""
        asked, kept = [], []
        for name, made in type_of(model).filters.items():
            text = (parameters.get(name) or "").strip()
            if not text:
                continue
            try:
                kept.append((made, made.parse(text)))
            except ValueError as error:
                raise BadRequest(f"{name} is not understood") from error
            asked.append((name, text))
        return cls(tuple(asked), tuple(kept))

    def keep(self, items: QuerySet) -> QuerySet:
        for made, value in self.kept:
            items = made.keep(items, value)
        return items

    def added_to(self, url: str, **chosen: str) -> str:
        """Return an address with these filters, and others beside."""
        query = urlencode([*chosen.items(), *self.asked])
        return f"{url}?{query}" if query else url


NOT_NARROWED = Narrowing()
