"""`make test`: the whole suite on SQLite, then on a PostgreSQL made for the run. `--trial`: the long proofs."""

import os
import subprocess
import sys

from tests import postgresql
from tests.browser.chromium import find_chromium

PROCESSES = "2"


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run_suite(marks: str, database_url: str = "") -> int:
    """Run the tests with these marks; return pytest's exit code, 0 also when none has them."""
    environment = {**os.environ, "DATABASE_URL": database_url, "ENV_FILE": ""}
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, "--dist", "loadgroup", "-m", marks]
    code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode
    no_tests = 5
    return 0 if code == no_tests else code


def main(is_trial: bool) -> int:
    marks = "trial" if is_trial else "not trial"
    has_chromium, no_server = find_chromium() is not None, postgresql.missing()
    # What is left out is said first: the last line is pytest's.
    if not has_chromium:
        say("Chromium is not installed: the tests in a browser are left out")
    if no_server:
        say(f"{no_server}: the PostgreSQL half is left out")
    say("Tests on SQLite")
    code = run_suite(marks if has_chromium else f"{marks} and not browser")
    if not no_server:
        say("Tests on PostgreSQL (but those in a browser: they ran above, and see no database)")
        with postgresql.throwaway_server() as database_url:
            code = run_suite(f"{marks} and not browser", database_url) or code
    return code


if __name__ == "__main__":
    sys.exit(main("--trial" in sys.argv[1:]))
