"""The journal of erasures: what was erased by a person's right, so that no backup brings it back.

A file beside the database, which may be lost without it: one JSON object a line, of a kind, a key and a moment. A key
names a row and says nothing of anybody. A line is written when its transaction has committed; what a killed process
did not write is added from the database by `complete`, every hour and before each backup.
"""

import fcntl
import json
import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)


class BrokenJournalError(Exception):
    """A journal that cannot be read; says where."""


@dataclass(frozen=True)
class Erasure:
    """That the row which `key` names was erased; `at` in ISO 8601, UTC."""

    kind: str
    key: str
    at: str


@dataclass(frozen=True)
class Kind:
    """How a kind of erasure is done again (returns whether there was anything to do), and which the database knows."""

    replay: Callable[[str], bool]
    known: Callable[[], Iterable[str]]


_kinds: dict[str, Kind] = {}


def register(kind: str, replay: Callable[[str], bool], known: Callable[[], Iterable[str]] = tuple) -> None:
    _kinds[kind] = Kind(replay, known)


def key_of(pk: int, made_at: datetime) -> str:
    """Name a row so that no other is ever meant: after a restore numbers are given again, moments are not."""
    return f"{pk}@{made_at.astimezone(UTC).isoformat()}"


def note(kind: str, key: str) -> None:
    """Write an erasure down as soon as the transaction has committed."""
    erasure = Erasure(kind, key, datetime.now(UTC).isoformat(timespec="seconds"))
    transaction.on_commit(lambda: _append_or_say(erasure))


def _append_or_say(erasure: Erasure) -> None:
    try:
        append([erasure])
    except OSError:
        # It is done; a full disk must not say otherwise. `complete` tries again.
        logger.exception("The erasure %s %s is not in the journal yet", erasure.kind, erasure.key)


def append(erasures: Iterable[Erasure], path: Path | None = None) -> None:
    """Add lines, all or none, and have them on the disk. Raises OSError."""
    path = path or settings.ERASURE_JOURNAL
    data = "".join(json.dumps(asdict(erasure)) + "\n" for erasure in erasures).encode()
    if not data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        size = os.fstat(file).st_size
        if size and os.pread(file, 1, size - 1) != b"\n":
            # A kill or a full disk cut the last line: it gets its end, and `read` passes over it.
            data = b"\n" + data
        written = os.write(file, data)
        if written != len(data):
            os.ftruncate(file, size)
            raise OSError("the disk is full")
        os.fsync(file)
    finally:
        os.close(file)


def read(path: Path) -> list[Erasure]:
    """Return a journal's erasures, none where there is no file. Raises BrokenJournalError.

    A last line without its end was cut by a kill; any other line that is none is a fault.
    """
    if not path.exists():
        return []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenJournalError(f"{path} cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
            found.append(Erasure(str(value["kind"]), str(value["key"]), str(value["at"])))
        except (ValueError, KeyError, TypeError) as error:
            if line.startswith("{") and not line.endswith("}"):
                continue
            raise BrokenJournalError(f"{path}, line {number}, is no line of a journal of erasures") from error
    return found


def complete() -> int:
    """Add what the database knows and the journal does not; return how many lines were added."""
    written = {(erasure.kind, erasure.key) for erasure in read(settings.ERASURE_JOURNAL)}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    missing = [
        Erasure(name, key, now) for name, kind in _kinds.items() for key in kind.known() if (name, key) not in written
    ]
    append(missing)
    return len(missing)


def refuse_unknown(erasures: Iterable[Erasure]) -> None:
    """Raises BrokenJournalError for a kind that this release cannot do again."""
    for erasure in erasures:
        if erasure.kind not in _kinds:
            raise BrokenJournalError(f"“{erasure.kind}” is no kind of erasure this release knows")


def replay(erasures: Iterable[Erasure]) -> int:
    """Erase again what the database still has; return how many rows that were."""
    done, seen = 0, set()
    for erasure in erasures:
        if (erasure.kind, erasure.key) in seen:
            continue
        seen.add((erasure.kind, erasure.key))
        done += _kinds[erasure.kind].replay(erasure.key)
    return done
