"""`cursor=`: an opaque token that says after which item of which order a page starts.

It holds the values of the order's keys, not the item's id: it stays good when that item is changed or gone.
"""

import base64
import binascii
import json
import zlib
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Field
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_noop as _

from cms.api.lists.keyset import Key
from cms.api.problems import ProblemError, invalid

VERSION = 1
MAX_LENGTH = 3000
LARGEST = 2**63 - 1


def encode(keys: tuple[Key, ...], values: tuple[Any, ...]) -> str:
    """Return the token of an item with these values (as Python has them)."""
    said = [VERSION, _name(keys), *(_to_json(value) for value in values)]
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(keys: tuple[Key, ...], token: str) -> tuple[Any, ...]:
    """Return the values a token holds. Raises ProblemError for one that is none, or is another order's."""
    if len(token) > MAX_LENGTH or not token.isascii():
        raise _malformed()
    try:
        data = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        said = json.loads(data)
    except (binascii.Error, ValueError, RecursionError):
        raise _malformed() from None
    if not isinstance(said, list) or said[:1] != [VERSION] or len(said) < 2:
        raise _malformed()
    if said[1] != _name(keys):
        raise invalid("cursor", _("cursor is of a list in another order"))
    if len(said) != 2 + len(keys):
        raise _malformed()
    try:
        return tuple(_from_json(value, key) for value, key in zip(said[2:], keys, strict=True))
    except (TypeError, ValueError, OverflowError):
        raise _malformed() from None


def _malformed() -> ProblemError:
    return invalid("cursor", _("cursor is not one this list has given"))


@lru_cache(maxsize=500)
def _name(keys: tuple[Key, ...]) -> int:
    """Return a number that another order is most unlikely to have."""
    order = ",".join(f"{'-' if key.is_descending else ''}{key.field.model._meta.label}.{key.path}" for key in keys)
    return zlib.crc32(order.encode())


def _to_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, date | UUID) else value


def _from_json(value: Any, key: Key) -> Any:
    if value is None and key.is_nullable:
        return None
    return READERS.get(key.field.get_internal_type(), _text)(value)


def _moment(value: str) -> datetime:
    moment = parse_datetime(value)
    if moment is None or moment.tzinfo is None:
        raise ValueError(value)
    return moment.astimezone(UTC)


def _whole(value: int) -> int:
    if type(value) is not int or abs(value) > LARGEST:
        raise ValueError(value)
    return value


def _yes_or_no(value: bool) -> bool:
    if type(value) is not bool:
        raise ValueError(value)
    return value


def _text(value: str) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError(value)
    value.encode()  # a lone surrogate is no text a database takes
    return value


def _number(value: float) -> float:
    if type(value) not in (int, float) or abs(value) > LARGEST:
        raise ValueError(value)
    return value


READERS = {
    "DateTimeField": _moment,
    "DateField": lambda value: date.fromisoformat(_text(value)),
    "UUIDField": lambda value: UUID(_text(value)),
    "BooleanField": _yes_or_no,
    "FloatField": _number,
    **dict.fromkeys(
        (
            *("AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"),
            *("PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"),
        ),
        _whole,
    ),
}


def value_of(raw: Any, field: Field) -> Any:
    """Return what a database gave for a column like `field` as Python has it (SQLite gives texts and numbers)."""
    kind = field.get_internal_type()
    if raw is None:
        return None
    if kind == "DateTimeField":
        moment = datetime.fromisoformat(raw) if isinstance(raw, str) else raw
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if kind == "DateField" and isinstance(raw, str):
        return date.fromisoformat(raw)
    if kind == "UUIDField" and isinstance(raw, str):
        return UUID(raw)
    return bool(raw) if kind == "BooleanField" else raw
