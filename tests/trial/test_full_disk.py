"""A disk without room: readers read on, editors are told and lose nothing, and all goes on when there is room again."""

import contextlib
import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.trial.person import Person

MEGABYTES = 160
TRIES = 40
BACK_SECONDS = 10
# What the database's journal has room for already is used up soon by texts of this size.
LONG = "Công đoàn cơ sở chăm lo đời sống đoàn viên. " * 6000


@pytest.fixture
def disk(tmp_path):
    """Give a small disk of the test's own; it needs the right to mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)]
    with contextlib.suppress(OSError):
        if subprocess.run(mounting, capture_output=True, check=False).returncode == 0:
            yield folder
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
            return
    pytest.skip("a small disk can be mounted by root alone, where the machine permits it")


@contextlib.contextmanager
def no_room_on(disk: Path):
    fillers = [disk / "filler-1", disk / "filler-2"]
    try:
        for path, size in zip(fillers, (65536, 256), strict=True):
            with contextlib.suppress(OSError), path.open("wb", buffering=0) as filler:
                while filler.write(b"\0" * size) == size:
                    pass
        yield
    finally:
        for path in fillers:
            path.unlink(missing_ok=True)


def reads_everything(reader: Person) -> list[tuple[str, int]]:
    """Return the addresses that could not be read, kept ones and those that have to be made anew."""
    fresh = f"{time.monotonic_ns()}"
    addresses = ["/", "/en/", f"/?x={fresh}", "/api/v2/articles/", "/api/v2/changes/", "/tim-kiem/?q=cong+doan"]
    found = [(address, reader.ask(address).status) for address in addresses]
    return [(address, status) for address, status in found if status != 200]


@pytest.mark.trial
def test_a_full_disk_stops_no_reader_and_loses_no_text(small_site, disk):
    site = small_site(disk)
    editor, reader = Person(site.root), Person(site.root)
    assert editor.log_in().status == 200
    pk = editor.article()
    assert reads_everything(reader) == []
    answers = []
    with no_room_on(disk):
        for number in range(TRIES):
            title = f"Bài viết khi đĩa đầy {number}"
            answers.append(editor.save(pk, editor.editing(pk, title, LONG), publish=bool(number % 2)))
            if answers[-1].status == 503:
                break
        refused = answers[-1]
        assert [answer.status for answer in answers[:-1]] == [200] * (len(answers) - 1)
        assert refused.status == 503, f"not even {TRIES} long texts filled the disk"
        assert '<html lang="vi">' in refused.html
        kept = refused.form("title")
        assert dict(kept)["title"] == title
        assert LONG.strip() in json.loads(dict(kept)["body-0-value"])["blocks"][0]["text"]
        assert reads_everything(reader) == []
        assert reader.ask("/readyz").status == 503
    until = time.monotonic() + BACK_SECONDS
    while reader.ask("/readyz").status != 200 and time.monotonic() < until:
        time.sleep(0.2)
    # The page itself is sent again, with the button that stands on it.
    assert editor.ask(refused.address, kept).status == 200
    assert title in editor.ask(f"/admin/pages/{pk}/edit/").html
    site.run("-m", "tests.trial.truth", str(site.folder), name="truth")
    assert [line for line in (site.folder / "truth.log").read_text().splitlines() if not line.startswith("due:")] == []
