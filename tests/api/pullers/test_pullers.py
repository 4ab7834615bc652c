"""Each puller keeps a folder exact, whatever happens to it or to the website."""

import ast
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.api.pullers.fake_feed import FakeFeed, serving
from tests.programs import needs

PROGRAMS = Path(settings.BASE_DIR, "cms", "api", "pullers")
COMMANDS = {"python": [sys.executable, str(PROGRAMS / "pull.py")], "php": ["php", str(PROGRAMS / "pull.php")]}


@pytest.fixture(params=["python", pytest.param("php", marks=needs("php"))])
def command(request):
    return COMMANDS[request.param]


@pytest.fixture
def feed():
    with serving(FakeFeed()) as feed:
        yield feed


@pytest.fixture
def pull(command, feed, tmp_path):
    """Return a function that runs the puller once into `pull.folder`, and returns the finished process."""

    def run(*options, status=0, **environment):
        done = subprocess.run(
            [*command, feed.address, str(run.folder), *options],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == status, done.stderr
        return done

    run.folder = tmp_path / "copy"
    return run


def copy_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".pull" not in path.parts
    }


def files_of(feed, *names) -> dict[str, bytes]:
    digests = {name: hashlib.sha256(feed.files[name]).hexdigest() for name in names}
    return {f"files/{digest[:2]}/{digest}": feed.files[name] for name, digest in digests.items()}


def test_the_folder_is_what_is_published_byte_for_byte(feed, pull):
    for number in range(5):
        feed.publish(f"u{number}", title=f"Đối thoại “{number}” \\ / \u2028")
    pull()
    assert copy_in(pull.folder) == feed.documents()
    feed.publish("u1", title="Đổi")
    feed.publish("u9", title="Mới")
    feed.withdraw("u2")
    pull()
    assert copy_in(pull.folder) == feed.documents()


def test_files_come_with_what_names_them_and_go_with_the_last_that_does(feed, pull):
    feed.files = {"a.pdf": b"a" * 100_000, "b.pdf": b"b", "c.pdf": b""}
    feed.publish("u1", files=("a.pdf", "b.pdf"))
    feed.publish("u2", files=("b.pdf", "c.pdf"))
    pull()
    assert copy_in(pull.folder) == feed.documents() | files_of(feed, "a.pdf", "b.pdf", "c.pdf")
    feed.withdraw("u1")
    pull()
    assert copy_in(pull.folder) == feed.documents() | files_of(feed, "b.pdf", "c.pdf")
    feed.publish("u2")
    pull()
    assert copy_in(pull.folder) == feed.documents()


def test_asking_in_vain_sends_the_etag_and_changes_nothing(feed, pull):
    feed.publish("u1")
    pull()
    pull()
    asked = len(feed.asked)
    pull()
    assert [headers.get("If-None-Match", "")[:1] for _address, headers in feed.asked[asked:]] == ['"']


def test_a_new_epoch_begins_again_and_keeps_the_old_copy_until_the_new_one_is_whole(feed, pull):
    for number in range(5):
        feed.publish(f"u{number}")
    pull()
    feed.epoch = "bbbb"
    del feed.items["u4"]
    feed.publish("u0", title="Sau khi khôi phục")
    pull()
    assert copy_in(pull.folder) == feed.documents()


def test_other_filters_begin_again(feed, pull):
    feed.publish("u1")
    pull()
    pull("--locale=vi")
    assert "locale=vi" in feed.asked[-1][0]
    assert "token" not in feed.asked[-1][0]


def test_a_busy_server_is_asked_again_after_the_time_it_names(feed, pull):
    feed.publish("u1")
    feed.trouble = [(503, {"Retry-After": "2"}), (429, {"Retry-After": "0"}), (500, {"Retry-After": "0"})]
    began = time.monotonic()
    pull()
    assert time.monotonic() - began >= 2
    assert copy_in(pull.folder) == feed.documents()


def test_a_refusal_is_an_error_and_the_copy_stays(feed, pull):
    feed.publish("u1")
    pull()
    feed.trouble = [(400, {})]
    assert b"400" in pull(status=1).stderr
    assert copy_in(pull.folder) == feed.documents()


def test_a_file_that_cannot_be_had_is_asked_for_until_it_can(feed, pull):
    feed.files = {"a.pdf": b"a"}
    feed.publish("u1", files=("a.pdf",))
    feed.files = {"a.pdf": b"something else"}
    assert b"a.pdf" in pull(status=1).stderr
    assert copy_in(pull.folder) == feed.documents()
    feed.files = {"a.pdf": b"a"}
    pull()
    assert copy_in(pull.folder) == feed.documents() | files_of(feed, "a.pdf")


@pytest.mark.parametrize("uuid", ["../../outside", ".hidden", "a/b", "a\n", ""])
def test_no_name_leads_out_of_the_folder(feed, pull, uuid):
    feed.publish(uuid)
    assert b"not a name" in pull(status=1).stderr
    assert copy_in(pull.folder) == {}


def test_a_file_of_this_machine_is_no_file_of_the_website(feed, pull, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    feed.files = {"a": b"secret"}
    feed.publish("u1", files=("a",))
    number, text = feed.items["u1"]
    feed.items["u1"] = number, text.replace(f"{feed.root}/a", secret.as_uri())
    assert b"not an address of the web" in pull(status=1).stderr
    assert copy_in(pull.folder) == {}


def test_a_number_out_of_order_is_an_error(feed, pull):
    feed.publish("u1")
    feed.publish("u2")
    pull()
    state = pull.folder / ".pull" / "state.json"
    state.write_text(state.read_text().replace('"number": 2', '"number": 9'))
    feed.publish("u3")
    assert b"came after" in pull(status=1).stderr


def test_the_key_goes_to_the_website_alone(feed, pull):
    with serving(FakeFeed()) as other:
        other.files = feed.files = {"a": b"a"}
        feed.publish("u1", files=("a",))
        number, text = feed.items["u1"]
        feed.items["u1"] = number, text.replace(feed.root, other.root)
        pull(API_KEY="only-for-tests")
        assert feed.asked[0][1]["Authorization"] == "Bearer only-for-tests"
        assert "Authorization" not in other.asked[0][1]


def test_the_key_goes_nowhere_the_website_leads_to(feed, pull):
    with serving(FakeFeed()) as other:
        other.publish("u1")
        feed.trouble = [(302, {"Location": other.address})]
        pull(API_KEY="only-for-tests")
        assert copy_in(pull.folder) == other.documents()
        assert other.asked and all("Authorization" not in headers for _address, headers in other.asked)


def test_a_redirect_within_the_website_is_followed(feed, pull):
    feed.publish("u1")
    feed.trouble = [(301, {"Location": "/api/v2/changes/"})]
    pull()
    assert copy_in(pull.folder) == feed.documents()


def test_a_website_that_leads_round_in_circles_is_an_error(feed, pull):
    feed.trouble = [(302, {"Location": "/api/v2/changes/"})] * 30
    pull(status=1)


def test_two_at_once_do_not_meet(feed, command, pull):
    feed.publish("u1")
    feed.trouble = [(503, {"Retry-After": "3"})]
    with subprocess.Popen([*command, feed.address, str(pull.folder)], stderr=subprocess.PIPE) as first:
        _wait_for(lambda: feed.asked)
        assert b"another process" in pull(status=1).stderr
        first.wait(30)
    assert copy_in(pull.folder) == feed.documents()


def test_killed_at_any_moment_it_goes_on_where_it_was(feed, command, pull):
    feed.page_size = 3
    feed.files = {f"f{number}": bytes([number]) * 1000 for number in range(12)}
    for number in range(12):
        feed.publish(f"u{number}", files=(f"f{number}", f"f{(number + 1) % 12}"))
    feed.withdraw("u3")
    for round_number in range(6):
        asked = len(feed.asked)
        process = subprocess.Popen([*command, feed.address, str(pull.folder)], stderr=subprocess.DEVNULL)
        _wait_for(lambda asked=asked, enough=1 + 3 * round_number: len(feed.asked) >= asked + enough, process)
        process.send_signal(signal.SIGKILL)
        process.wait()
        feed.publish(f"u{round_number}", title=f"Lần {round_number}", files=(f"f{round_number + 5}",))
        feed.withdraw(f"u{round_number + 6}")
    pull()
    live = [text for _number, text in feed.items.values() if text is not None]
    named = [
        name for name, data in feed.files.items() if any(hashlib.sha256(data).hexdigest() in text for text in live)
    ]
    assert copy_in(pull.folder) == feed.documents() | files_of(feed, *named)
    assert json.loads((pull.folder / ".pull" / "state.json").read_bytes())["number"] == feed.number


def test_the_python_one_is_understood_by_python_3_9():
    ast.parse((PROGRAMS / "pull.py").read_text(), feature_version=(3, 9))


def _wait_for(condition, process=None):
    until = time.monotonic() + 20
    while not condition() and (process is None or process.poll() is None):
        assert time.monotonic() < until
        time.sleep(0.002)
