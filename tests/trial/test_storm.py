"""A storm: many writers, three pullers, kills in between; in the end every copy equals the API, byte for byte.

TRIAL_OPERATIONS (2400 on PostgreSQL, 320 on SQLite), TRIAL_WRITERS (8, 2), TRIAL_ARTICLES (20 in each stream and
language) and TRIAL_SEED (1) change its measure.
"""

import json
import os
import random
import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests import database
from tests.trial.follower import Follower
from tests.trial.mirror import Walk, differences, documents_in, wrong_files
from tests.trial.processes import SiteUnderTrial

SEED = int(os.environ.get("TRIAL_SEED", "1"))
STREAMS, ARTICLES = 3, int(os.environ.get("TRIAL_ARTICLES", "20"))
PULLERS = Path(settings.BASE_DIR, "cms", "api", "pullers")
SETTLE_SECONDS = 300


def measure(name: str, on_postgresql: int, on_sqlite: int) -> int:
    default = on_postgresql if connection.vendor == "postgresql" else on_sqlite
    return int(os.environ.get(name, default))


@pytest.fixture
def site(tmp_path, django_db_setup, django_db_blocker):
    """Give a running site with some articles, on a database of its own."""
    with django_db_blocker.unblock():
        site = SiteUnderTrial(tmp_path, own_database(tmp_path))
    try:
        # The address comes before the content: nothing names the template's.
        site.run("manage.py", "serve", "--no-demo", "--prepare-only", name="prepare")
        for seed in range(1, STREAMS + 1):
            site.run("manage.py", "fill", "--articles", str(ARTICLES), "--seed", str(seed), name="fill")
        site.start()
        yield site
    finally:
        site.stop()


def own_database(folder: Path) -> str:
    """Copy the migrated template; return the copy's DATABASE_URL, "" for the embedded one in `folder`."""
    if connection.vendor == "sqlite":
        shutil.copyfile(database.SQLiteCopy().template, folder / "database.sqlite3")
        return ""
    name = f"trial_{os.getpid()}"
    copy = database.PostgreSQLCopy()
    copy._copy(copy.template, name)
    return copy._url_of(quote(name))


def followers_of(site: SiteUnderTrial) -> dict[str, Follower]:
    feed = f"{site.root}/api/v2/changes/"
    python = [sys.executable, str(PULLERS / "pull.py"), feed, "FOLDER"]
    commands = {"whole": python, "stream": [*python, "--stream", _a_stream(site)]}
    if shutil.which("php"):
        commands["php"] = ["php", str(PULLERS / "pull.php"), feed, "FOLDER"]
    return {name: Follower(name, command, site.folder / f"copy-{name}", SEED) for name, command in commands.items()}


def _a_stream(site: SiteUnderTrial) -> str:
    with Walk(site.root) as walk:
        return walk.items("streams", "&locale=vi")[0]["meta"]["uuid"]


def storm(site: SiteUnderTrial) -> dict[str, Follower]:
    """Let the writers write, the pullers pull, and kill parts of the site meanwhile; return the pullers, stopped."""
    writers, operations = measure("TRIAL_WRITERS", 8, 2), measure("TRIAL_OPERATIONS", 2400, 320)
    followers = followers_of(site)
    running = [
        site.command(
            *("-m", "tests.trial.writer", str(number), str(writers), str(SEED), str(operations // writers)),
            str(site.folder),
            name=f"writer-{number}",
        )
        for number in range(writers)
    ]
    for follower in followers.values():
        follower.start()
    try:
        chance, kills = random.Random(SEED), 0
        while any(process.poll() is None for process in running):
            time.sleep(chance.uniform(3, 8))
            kills += 1
            if kills % 4 == 0:
                site.kill_all()
                site.start()
            elif there := site.descendants():
                site.kill(chance.choice(there))
    except BaseException:
        for process in running:
            process.terminate()
        raise
    finally:
        for follower in followers.values():
            follower.stop()
        for process in running:
            process.wait()
    assert [process.returncode for process in running] == [0] * writers, "".join(
        site.said(f"writer-{number}") for number in range(writers)
    )
    return followers


def settle(site: SiteUnderTrial) -> None:
    """Wait until the worker has nothing left to rebuild, then let the truth be told."""
    until = time.monotonic() + SETTLE_SECONDS
    while True:
        log = site.folder / "truth.log"
        log.unlink(missing_ok=True)
        site.run("-m", "tests.trial.truth", str(site.folder), name="truth")
        said = log.read_text().splitlines()
        if not any(line.startswith("due:") for line in said) or time.monotonic() > until:
            assert said == []
            return
        time.sleep(3)


@pytest.mark.trial
def test_after_a_storm_every_copy_equals_the_api(site, capsys):
    followers = storm(site)
    told = [json.loads(path.read_text()) for path in sorted(site.folder.glob("writer-*.json"))]
    done = Counter()
    for one in told:
        done.update(one["done"])
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(done.values())} operations {dict(done)}\n")
    assert [failure for one in told for failure in one["failures"]] == []
    settle(site)
    for follower in followers.values():
        assert follower.wrong == [], follower.name
        assert follower.pull() == "", follower.name
    stream = followers["stream"].command[-1]
    with Walk(site.root) as walk:
        everything = walk.documents(dict.fromkeys(walk.endpoints(), ""))
        narrowed = walk.documents({"articles": f"&stream={stream}"})
    narrowed |= {path: text for path, text in everything.items() if path.endswith(f"/{stream}.json")}
    for name, follower in followers.items():
        expected = narrowed if name == "stream" else everything
        assert differences(documents_in(follower.folder), expected) == [], name
        assert wrong_files(follower.folder) == [], name
    # Raises with what it said, if one door says otherwise than another.
    site.run("manage.py", "check_parity", "--fast", "--url", site.root, name="parity")
    with capsys.disabled():
        for name, follower in followers.items():
            sys.stdout.write(f"{name}: {follower.runs} runs, {follower.kills} killed\n")
