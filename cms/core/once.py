"""What is worked out once during a long piece of work, and asked for many times over."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def keeping() -> Iterator[None]:
    """While it lasts, `once` keeps its answers: only for work during which nobody changes what they are made from.

    An inner one is the outer one again.
    """
    token = _kept.set({} if _kept.get() is None else _kept.get())
    try:
        yield
    finally:
        _kept.reset(token)


def once(key: Hashable, make: Callable[[], Any]) -> Any:
    """Return what `make` gives; within `keeping()` it is asked once for each key."""
    kept = _kept.get()
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    return kept[key]
