"""Content that many modules start from: published once a process, copied for each module that asks for it."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.factories import build_site
from tests.outermost import end_outermost_blocks


class Published:
    """Databases with content, kept beside `copy` (see tests.database), by who publishes it."""

    def __init__(self, copy):
        self.copy = copy
        self._kept: dict[tuple[Callable, bool], tuple[str, bytes]] = {}

    def give(self, publish: Callable[[Any], Any], is_indexed: bool) -> Any:
        """Put into the copy what `publish(site)` publishes, and return what it returns.

        With Wagtail's search index or without it, as it is kept at this moment: the caller says which.
        """
        key = publish, is_indexed
        if key in self._kept:
            name, site = self._kept[key]
            self.copy.renew(name)
        else:
            name, site = f"published_{len(self._kept)}", _publish(publish)
            self.copy.keep(name)
            self._kept[key] = name, site
        return pickle.loads(site)


def _publish(publish: Callable[[Any], Any]) -> bytes:
    with pytest.MonkeyPatch.context() as monkeypatch:
        end_outermost_blocks(monkeypatch)
        translation.activate("vi")
        around = transaction.atomic()
        # As a test case marks its own: the code's outermost blocks are those inside.
        around._from_testcase = True
        with around:
            site = pickle.dumps(publish(build_site()))
            # Jobs are for those who ask for them.
            connection.run_on_commit.clear()
    return site
