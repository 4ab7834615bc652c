"""`make test`: the suite on SQLite, beside it what PostgreSQL may answer differently. `--trial`: the long proofs."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator

import django

from tests import postgresql, programs

PROCESSES = str(min(8, max(2, os.cpu_count() or 2)))
NO_TESTS = 5
# What runs beside the others takes what they leave of the processors: they wait for servers and browsers now and then.
NICE = 15
# What starts sites of its own and people at work on them, and judges after how long they are answered.
WHOLE_SITES = "tests/trial"
# Where a database can make a difference: SQL of our own, locks, transactions, leases. `--trial` runs all of them there.
MADE_OF_SQL = (
    "tests/api/filters",
    "tests/api/lists",
    "tests/api/test_changes.py",
    "tests/api/test_changes_at_random.py",
    "tests/articles/law/test_status.py",
    "tests/caching/test_site_version.py",
    "tests/cases/test_moving.py",
    "tests/core/test_admin_lists.py",
    "tests/delivery/test_forgetting.py",
    "tests/delivery/test_places.py",
    "tests/delivery/test_reconciliation.py",
    "tests/delivery/test_redirects.py",
    "tests/delivery/test_states.py",
    "tests/delivery/test_tree_lock.py",
    "tests/delivery/test_unit_of_work.py",
    "tests/partners/test_sending.py",
    "tests/search/test_index.py",
    "tests/search/test_judged.py",
    "tests/statistics",
)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def command_of(marks: str, options: tuple[str, ...], variables: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    """Return how to run the tests with these marks: the command with these options or places, and its environment."""
    # Compiled once, not by each of the many processes of a run.
    environment = {**os.environ, "ENV_FILE": "", "PYTHONDONTWRITEBYTECODE": "", **variables}
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, "--dist", "loadgroup"]
    # In the order that tests/conftest.py gives them.
    return [*command, "--no-loadscope-reorder", "-m", marks, *options], environment


def run_suite(marks: str, *options: str, **variables: str) -> int:
    """Run tests; return pytest's exit code, 0 where there are none."""
    command, environment = command_of(marks, options, variables)
    code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode
    return 0 if code == NO_TESTS else code


def run_long(marks: str, **variables: str) -> int:
    """Run tests with the long proofs among them: those of whole sites at work, which have the machine to themselves."""
    code = run_suite(marks, f"--ignore={WHOLE_SITES}", **variables)
    return run_suite(marks, "-n", "0", WHOLE_SITES, **variables) or code


@contextlib.contextmanager
def suite_beside(marks: str, *options: str, **variables: str) -> Iterator[Callable[[], int]]:
    """Run tests beside others; give what waits for their end, shows what they said and returns their exit code."""
    command, environment = command_of(marks, options, variables)
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            # Not a session of its own: Linux gives each session the same share, however nice those in it are.
            process_group=0,
            preexec_fn=lambda: os.nice(NICE),
        )

        def finish() -> int:
            code = process.wait()
            told.seek(0)
            say(told.read().rstrip())
            return 0 if code == NO_TESTS else code

        try:
            yield finish
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait()


def run_on_sqlite(marks: str, run: Callable[..., int]) -> int:
    """Run everything, with one site that all processes share; it loads its demo beside the first tests."""
    # Read once Django is set up: it knows the tables of the site's tasks.
    from tests.live import shared

    with shared.coming_site() as told:
        return run(marks, DATABASE_URL="", **{shared.VARIABLE: str(told)})


def main(is_trial: bool) -> int:
    # Ended from outside, it stops the servers it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", ENV_FILE="", DATABASE_URL="")
    if not is_trial:
        # See tests.live.settings.
        os.environ["QUICK_PICTURES"] = "1"
    django.setup()
    marks = "trial" if is_trial else "not trial"
    # What is left out is said first: the last line is pytest's.
    for line in programs.left_out():
        say(line)
    with contextlib.ExitStack() as stack:
        database_url = "" if programs.missing("postgresql") else stack.enter_context(postgresql.throwaway_server())
        finish = None
        if database_url and not is_trial:
            say("Tests on PostgreSQL begin beside the others: those of SQL of our own, of locks and transactions;")
            say("the rest speaks to it through Django alone: `make trial` runs it there, too")
            there = f"{marks} and not live and not one_database"
            finish = stack.enter_context(suite_beside(there, *MADE_OF_SQL, DATABASE_URL=database_url))
        say("Tests on SQLite; beside the first of them, the demo site loads that the last ones read")
        seen = f"{marks} and not browser" if programs.missing("chromium") else marks
        code = run_on_sqlite(seen, run_long if is_trial else run_suite)
        if finish:
            say("What the tests on PostgreSQL said:")
            code = finish() or code
        elif database_url:
            say("Tests on PostgreSQL: all that see a database, and the long proofs, but not the demo site's")
            code = run_long("not live and not (trial and one_database)", DATABASE_URL=database_url) or code
    return code


if __name__ == "__main__":
    sys.exit(main("--trial" in sys.argv[1:]))
