"""Content that many modules start from: published once a process, copied for each module that asks for it."""

import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import translation

from tests.factories import build_site
from tests.outermost import end_outermost_blocks


class Published:
    """Databases with content, kept beside `copy` (see tests.database), by who publishes it."""

    def __init__(self, copy):
        self.copy = copy
        self._kept: dict[tuple[Callable, bool], tuple[str, bytes, dict[str, bytes]]] = {}

    def give(self, publish: Callable[[Any], Any], is_indexed: bool) -> Any:
        """Put into the copy what `publish(site)` publishes, and return what it returns.

        With Wagtail's search index or without it, as it is kept at this moment: the caller says which.
        """
        key = publish, is_indexed
        if key in self._kept:
            name, site, files = self._kept[key]
            self.copy.renew(name)
            _put_back(files)
        else:
            name, before = f"published_{len(self._kept)}", set(_files())
            site = _publish(publish)
            self.copy.keep(name)
            files = {path: default_storage.open(path).read() for path in _files() if path not in before}
            self._kept[key] = name, site, files
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


def _files(folder: str = "") -> Iterator[str]:
    """Give the path of every stored file."""
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _files(f"{folder}{name}/")


def _put_back(files: dict[str, bytes]) -> None:
    """Store again what tests have moved or deleted, or left behind with a storage of their own."""
    for path, content in files.items():
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(content))
