"""`make test`: the whole suite on SQLite, then on a PostgreSQL made for the run. `--trial`: the long proofs."""

import os
import signal
import subprocess
import sys

import django

from tests import postgresql
from tests.browser.chromium import find_chromium

PROCESSES = "2"
NO_TESTS = 5
# Where a database can make a difference: SQL of our own, locks, transactions, leases. `--trial` runs all of them there.
ROOMS_OF_DATABASES = ("api", "articles", "caching", "cases", "delivery", "partners", "search", "statistics")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run_suite(marks: str, *rooms: str, **variables: str) -> int:
    """Run the tests with these marks, of these rooms or of all; return pytest's exit code, 0 where there are none."""
    # Compiled once, not by each of the many processes of a run.
    environment = {**os.environ, "ENV_FILE": "", "PYTHONDONTWRITEBYTECODE": "", **variables}
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, "--dist", "loadgroup", "-m", marks]
    command += [f"tests/{room}" for room in rooms]
    code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode
    return 0 if code == NO_TESTS else code


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
    say("Tests on SQLite; beside the first of them, the demo site loads that the last ones read")
    code = run_on_sqlite(marks if has_chromium else f"{marks} and not browser")
    if not no_server:
        with postgresql.throwaway_server() as database_url:
            if is_trial:
                say("Tests on PostgreSQL: all that see a database, and the long proofs, but not the demo site's")
                code = run_suite("not live", DATABASE_URL=database_url) or code
            else:
                say(f"Tests on PostgreSQL: those that see a database, of {', '.join(ROOMS_OF_DATABASES)};")
                say("the other rooms' speak to it through Django alone: `make trial` runs them there, too")
                there = f"{marks} and not live and not one_database"
                code = run_suite(there, *ROOMS_OF_DATABASES, DATABASE_URL=database_url) or code
    return code


if __name__ == "__main__":
    sys.exit(main("--trial" in sys.argv[1:]))
