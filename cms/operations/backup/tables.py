"""The tables that hold the site's data, and how a row of theirs is written the same whatever the database."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

# Wagtail's own search index: each database has its own kind of it, made anew from the content.
DERIVED_APPS = {"wagtailsearch", "modelsearch"}
MODULUS = 1 << 256


@dataclass(frozen=True)
class Table:
    """A model's table: its columns, and the types of their fields as Django names them."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    key: str
    is_numbered: bool

    def select(self) -> str:
        return f'SELECT {self._names} FROM "{self.name}"'

    def insert(self) -> str:
        return f'INSERT INTO "{self.name}" ({self._names}) VALUES ({", ".join("?" * len(self.columns))})'

    def copy(self) -> str:
        return f'COPY "{self.name}" ({self._names}) FROM STDIN'

    @cached_property
    def _names(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)


def all_tables() -> list[Table]:
    """Return every table that a model of this release has, but derived ones, by name."""
    return sorted(
        (
            _table_of(model)
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy and model._meta.app_label not in DERIVED_APPS
        ),
        key=lambda table: table.name,
    )


def _table_of(model: type[models.Model]) -> Table:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    return Table(
        name=model._meta.db_table,
        columns=tuple(field.column for field in fields),
        types=tuple(_type_of(field) for field in fields),
        key=model._meta.pk.column,
        is_numbered=isinstance(model._meta.pk, models.AutoField | models.BigAutoField),
    )


def _type_of(field: models.Field) -> str:
    while field.remote_field is not None:
        field = field.target_field
    return field.get_internal_type()


def plain(value: Any) -> Any:
    """Return a value as Django writes it into SQLite: None, int, float or text; moments in UTC."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(value, date | time):
        return str(value)
    if isinstance(value, UUID):
        return value.hex
    return value


def rows_digest(table: Table, rows: Iterable[tuple]) -> "Digest":
    """Return the digest of plain rows, in whatever order they come."""
    digest = Digest(table)
    for row in rows:
        digest.add(row)
    return digest


class Digest:
    """How many rows, and a sum of their SHA-256 that is the same in any order and on any database."""

    def __init__(self, table: Table):
        self.count, self.sum = 0, 0
        self._json = [index for index, kind in enumerate(table.types) if kind == "JSONField"]
        self._float = [index for index, kind in enumerate(table.types) if kind == "FloatField"]

    def add(self, row: tuple) -> None:
        values = list(row)
        for index in self._json:
            if values[index] is not None:
                # Databases keep keys in orders, and numbers and letters in spellings, of their own.
                values[index] = json.dumps(json.loads(values[index]), sort_keys=True)
        for index in self._float:
            if values[index] is not None:
                values[index] = float(values[index])
        line = json.dumps(values).encode()
        self.count += 1
        self.sum = (self.sum + int.from_bytes(hashlib.sha256(line).digest())) % MODULUS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Digest) and (self.count, self.sum) == (other.count, other.sum)

    __hash__ = None

    def following(self, rows: Iterable[tuple]) -> Iterator[tuple]:
        """Give the rows on, adding each."""
        for row in rows:
            self.add(row)
            yield row
