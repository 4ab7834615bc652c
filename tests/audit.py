"""`make audit`: asks PyPI's advisories about every locked package (pip-audit).

A package with a known hole fails. Where no advisory can be had (no network, a mirror without them) that is said, and
fails nothing: a build must not depend on somebody else's server.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCKED = ("requirements.txt", "requirements-dev.txt")
SECONDS = 180
# Holes that do not concern this project: {id: why}. Empty is best.
ACCEPTED: dict[str, str] = {}


def main() -> int:
    """Return 1 if a locked package has a known hole."""
    found = [audit(name) for name in LOCKED if Path(name).exists()]
    return max(found, default=0)


def audit(name: str) -> int:
    command = [sys.executable, "-m", "pip_audit", "--requirement", name, "--require-hashes", "--disable-pip"]
    try:
        done = subprocess.run(
            [*command, "--format", "json", "--progress-spinner", "off", "--timeout", "10"],
            stdin=subprocess.DEVNULL,
            text=True,
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return say(f"{name}: NOT AUDITED, the advisories did not come within {SECONDS} seconds", 0)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        return say(f"{name}: NOT AUDITED, no advisories could be had ({reason})", 0)
    return judge(name, packages)


def judge(name: str, packages: list[dict]) -> int:
    """Say what pip-audit found of a file's packages; return 1 for a hole."""
    holes = [
        (package, hole)
        for package in packages
        for hole in package.get("vulns", [])
        if not ACCEPTED.keys() & {hole["id"], *hole.get("aliases", [])}
    ]
    for package, hole in holes:
        fixed = ", ".join(hole.get("fix_versions", [])) or "none yet"
        say(f"{name}: {package['name']} {package['version']} has {hole['id']}; fixed in: {fixed}", 1)
    unknown = sum("skip_reason" in package for package in packages)
    if packages and unknown == len(packages):
        return say(f"{name}: NOT AUDITED, the package index here gives no advisories", 0)
    left = f", {unknown} of them could not be asked about" if unknown else ""
    return say(f"{name}: {len(packages)} packages{left}, {len(holes)} known holes", int(bool(holes)))


def say(line: str, code: int) -> int:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
