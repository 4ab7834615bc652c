"""`make test`: the whole suite on SQLite, then on a PostgreSQL made for the run. `--trial`: the long proofs."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import django

from tests import postgresql
from tests.browser.chromium import find_chromium

PROCESSES = str(min(8, max(2, os.cpu_count() or 2)))
NO_TESTS = 5
# Where a database can make a difference: SQL of our own, locks, transactions, leases. `--trial` runs all of them there.
MADE_OF_SQL = (
    "api/filters",
    "api/lists",
    "api/test_against_stock.py",
    "api/test_changes.py",
    "api/test_changes_at_random.py",
    "articles/law/test_status.py",
    "caching/test_site_version.py",
    "cases/test_moving.py",
    "core/test_admin_lists.py",
    "delivery",
    "partners/test_sending.py",
    "search/test_index.py",
    "search/test_judged.py",
    "statistics",
)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run_suite(marks: str, *places: str, **variables: str) -> int:
    """Run the tests with these marks, of these places or of all; return pytest's exit code, 0 where there are none."""
    # Compiled once, not by each of the many processes of a run.
    environment = {**os.environ, "ENV_FILE": "", "PYTHONDONTWRITEBYTECODE": "", **variables}
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, "--dist", "loadgroup", "-m", marks]
    command += [f"tests/{place}" for place in places]
    code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode
    return 0 if code == NO_TESTS else code


@contextlib.contextmanager
def template_in_the_making(database_url: str) -> Iterator[None]:
    """Migrate the server's template while other tests run, with what they leave of the processors."""
    environment = {**os.environ, "DATABASE_URL": database_url}
    command = [sys.executable, "-m", "tests.database"]
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, preexec_fn=lambda: os.nice(19))
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def run_on_sqlite(marks: str) -> int:
    """Run everything, with one site that all processes share; it loads its demo beside the first tests."""
    # Read once Django is set up: it knows the tables of the site's tasks.
    from tests.live import shared

    with shared.coming_site() as told:
        return run_suite(marks, DATABASE_URL="", **{shared.VARIABLE: str(told)})


def main(is_trial: bool) -> int:
    # Ended from outside, it stops the servers it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", ENV_FILE="", DATABASE_URL="")
    django.setup()
    marks = "trial" if is_trial else "not trial"
    has_chromium, no_server = find_chromium() is not None, postgresql.missing()
    # What is left out is said first: the last line is pytest's.
    if not has_chromium:
        say("Chromium is not installed: the tests in a browser are left out")
    if no_server:
        say(f"{no_server}: the PostgreSQL half is left out")
    with contextlib.ExitStack() as stack:
        database_url = "" if no_server else stack.enter_context(postgresql.throwaway_server())
        if database_url:
            stack.enter_context(template_in_the_making(database_url))
        say("Tests on SQLite; beside the first of them, the demo site loads that the last ones read")
        code = run_on_sqlite(marks if has_chromium else f"{marks} and not browser")
        if database_url and is_trial:
            say("Tests on PostgreSQL: all that see a database, and the long proofs, but not the demo site's")
            code = run_suite("not live", DATABASE_URL=database_url) or code
        elif database_url:
            say("Tests on PostgreSQL: those of SQL of our own, of locks and transactions;")
            say("the others speak to it through Django alone: `make trial` runs them there, too")
            there = f"{marks} and not live and not one_database"
            code = run_suite(there, *MADE_OF_SQL, DATABASE_URL=database_url) or code
    return code


if __name__ == "__main__":
    sys.exit(main("--trial" in sys.argv[1:]))
