"""A file is there when all of it is; where there is no room, nothing is left of it, and nobody else's is touched."""

import errno
import os

import pytest
from django.core.files.base import ContentFile

from cms.core.storages.whole_files import WholeFileStorage


class TooLarge(ContentFile):
    """The disk is full in the middle of it."""

    def chunks(self, chunk_size=None):
        yield b"half of it"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=tmp_path, base_url="/uploads/", file_permissions_mode=0o640)


def test_what_is_stored_has_its_name_content_and_permissions(storage, tmp_path):
    assert storage.save("images/a.png", ContentFile(b"whole")) == "images/a.png"
    path = tmp_path / "images" / "a.png"
    assert (path.read_bytes(), path.stat().st_mode & 0o777, path.stat().st_nlink) == (b"whole", 0o640, 1)
    assert [file.name for file in path.parent.iterdir()] == ["a.png"]


def test_nothing_is_left_of_what_has_no_room(storage, tmp_path):
    storage.save("images/b.png", ContentFile(b"another's"))
    with pytest.raises(OSError, match="No space left"):
        storage.save("images/a.png", TooLarge(b""))
    assert [file.name for file in (tmp_path / "images").iterdir()] == ["b.png"]


def test_two_of_one_name_at_one_moment_both_stay(storage, monkeypatch):
    first = storage.save("a.png", ContentFile(b"first"))
    names = iter(["a.png", "a_other.png"])
    monkeypatch.setattr(storage, "get_available_name", lambda name, max_length=None: next(names))
    second = storage.save("a.png", ContentFile(b"second"))
    assert (first, second) == ("a.png", "a_other.png")
    with storage.open(first) as one, storage.open(second) as other:
        assert (one.read(), other.read()) == (b"first", b"second")
