"""`make bench`: the figures over so many articles, on SQLite and on a PostgreSQL made for the run.

Among 1,000 articles first, so that what more of them cost is a figure of the same run; see the command's own method.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests import postgresql
from tests.run import say

FEW = 1000


def manage(environment: dict[str, str], *arguments: str) -> int:
    return subprocess.run([sys.executable, "manage.py", *arguments], env=environment).returncode


def measure(total: int, environment: dict[str, str]) -> int:
    """Fill and measure one database; return the exit code of what failed first, 0 if nothing did."""
    steps = [("serve", "--prepare-only", "--no-demo")]
    for count in dict.fromkeys((min(FEW, total), total)):
        steps += [("fill", "--articles", str(count)), ("bench",)]
    steps.append(("bench_cache",))
    return next((code for step in steps if (code := manage(environment, *step))), 0)


def main(total: int) -> int:
    folder = Path(os.environ.get("DATA_DIR", "var/bench"))
    say("On SQLite")
    code = measure(total, {**os.environ, "DATABASE_URL": "", "DATA_DIR": str(folder)})
    if no_server := postgresql.missing():
        say(f"{no_server}: not measured there")
        return code
    say("On PostgreSQL")
    with postgresql.throwaway_server() as database_url:
        environment = {**os.environ, "DATABASE_URL": database_url, "DATA_DIR": str(folder / "postgresql")}
        return measure(total, environment) or code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
