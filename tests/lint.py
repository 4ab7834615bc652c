"""`make lint`: every check that reads the code without running it, and those that Django makes of itself."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

MANAGE = [sys.executable, "manage.py"]
PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": secrets.token_urlsafe(48),
    "BASE_URL": "https://www.example.vn",
    "ALLOWED_HOSTS": "www.example.vn",
    "DATABASE_URL": "sqlite:///:memory:",
}
# What is said of each check, its command, and the environment it needs beside this one.
CHECKS = [
    ("Format", [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."], {}),
    ("Style", [sys.executable, "-m", "ruff", "check", "--quiet", "."], {}),
    ("Layers", ["lint-imports", "--no-cache"], {}),
    ("Project", [*MANAGE, "check", "--fail-level", "WARNING"], {}),
    ("Production settings", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
    ("Migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    ("Messages", [*MANAGE, "check_messages"], {}),
]


def main() -> int:
    """Run all; show the output of those that fail. Return 1 if one failed."""
    scripts = Path(sys.executable).parent
    base = {**os.environ, "ENV_FILE": "", "DATA_DIR": "var/test", "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    failed = []
    for name, command, environment in CHECKS:
        done = subprocess.run(
            command, env={**base, **environment}, stdin=subprocess.DEVNULL, text=True, capture_output=True
        )
        if done.returncode == 0:
            sys.stdout.write(f"{name}: fine\n")
        else:
            failed.append(name)
            sys.stdout.write(f"{name}: FAILED\n{done.stdout}{done.stderr}\n")
        sys.stdout.flush()
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
