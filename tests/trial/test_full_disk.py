"""A disk without room: readers read on, editors are told and lose nothing, and all goes on when there is room again."""

import contextlib
import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.trial.at_work import FILLING_SECONDS, code_in, picture, upload_picture
from tests.trial.person import Person, filled

MEGABYTES = 160
TRIES = 40
BACK_SECONDS = 10
# What the database's journal has room for already is used up soon by texts of this size.
QUESTION = "My employer takes money from my wage for being late: is that lawful?"
ENGLISH = """
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile
UserProfile.objects.create(user=get_user_model().objects.get(username="admin"), preferred_language="en")
"""
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


def files_of(disk: Path) -> set[Path]:
    """Return what was uploaded or sent in, and is there."""
    return {path for folder in ("uploads", "private") for path in disk.glob(f"{folder}/**/*") if path.is_file()}


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
    # Who opens the page now is told at once: to open it is noted, too.
    opened, answers = editor.editing(pk, "Bài viết", LONG), []
    with no_room_on(disk):
        for number in range(TRIES):
            title = f"Bài viết khi đĩa đầy {number}"
            answers.append(editor.save(pk, filled(opened, title=title), publish=bool(number % 2)))
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


@pytest.mark.trial
def test_files_that_have_no_room_are_refused_in_the_editors_language_and_leave_nothing_behind(small_site, disk):
    site = small_site(disk, ANONYMOUS_REQUESTS_PER_MINUTE="0")
    site.shell(ENGLISH)
    editor, reader = Person(site.root), Person(site.root)
    assert editor.log_in().status == 200
    document = ("file", "Ghi chú.pdf", b"%PDF-1.4 " + b"x" * 500_000)
    adding, pk = editor.ask("/admin/documents/add/").form("title"), editor.article()
    several = filled(editor.ask("/admin/images/multiple/add/").form("csrfmiddlewaretoken"), title="Nhiều")
    question = reader.ask("/en/ask/", [("text", QUESTION)]).form("token")
    question = filled(question, text=QUESTION, email="somebody@example.vn", agree_handle="on")
    before = files_of(disk)
    with no_room_on(disk):
        time.sleep(FILLING_SECONDS)
        while (saved := editor.save(pk, editor.editing(pk, "A title", LONG))).status == 200:
            pass
        assert saved.status == 503 and '<html lang="en">' in saved.html
        answers = {
            "picture": upload_picture(editor, "Ảnh khi đĩa đầy", picture(1, is_large=True)),
            "document": editor.ask("/admin/documents/add/", filled(adding, title="Ghi chú"), file=document),
            "question": reader.ask("/en/ask/", question, file=("files", "letter.png", picture(2, is_large=True))),
        }
        scripted = editor.ask(
            "/admin/images/multiple/add/", several, file=("files[]", "a.png", picture(3, is_large=True)), script=True
        )
        assert scripted.status == 503 and "cannot save anything" in json.loads(scripted.html)["error_message"]
        for name, answer in answers.items():
            assert answer.status == 503 and '<html lang="en">' in answer.html, (name, answer.status)
            assert "cannot save anything" in answer.html
        assert reads_everything(reader) == []
    until = time.monotonic() + BACK_SECONDS
    while reader.ask("/readyz").status != 200 and time.monotonic() < until:
        time.sleep(0.2)
    assert files_of(disk) == before
    # What stood in the forms is sent again, with the file chosen again.
    kept = {name: answer.form("text" if name == "question" else "title") for name, answer in answers.items()}
    again = editor.ask(
        "/admin/images/add/", kept["picture"], file=("file", "a.png", picture(1, is_large=True)), follow=False
    )
    assert again.status == 302
    assert editor.ask("/admin/documents/add/", kept["document"], file=document, follow=False).status == 302
    assert code_in(reader.ask("/en/ask/", kept["question"], file=("files", "letter.png", picture(2, is_large=True))))
