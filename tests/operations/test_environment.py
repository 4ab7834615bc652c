"""A wrong or missing variable stops the start with one line that names it."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a-long-secret-for-this-test-only-0123456789",
    "BASE_URL": "https://www.example.vn",
    "ALLOWED_HOSTS": "www.example.vn",
    "DATABASE_URL": "postgres://cms@127.0.0.1/cms",
}


def start(tmp_path, **environment):
    """Return (exit code, output) of a command that only reads the settings."""
    done = subprocess.run(
        [sys.executable, "manage.py", "version"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "ENV_FILE": "", "DATA_DIR": str(tmp_path / "data"), **environment},
        capture_output=True,
        text=True,
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_defaults_are_enough(tmp_path):
    code, output = start(tmp_path)
    assert code == 0, output


@pytest.mark.parametrize("missing", ["SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_production_names_what_is_missing(tmp_path, missing):
    code, output = start(tmp_path, **{name: value for name, value in PRODUCTION.items() if name != missing})
    assert code == 1
    assert output == f"Settings: {missing} is not set: production needs it (see .env.example)"


def test_production_starts_with_what_it_needs(tmp_path):
    code, output = start(tmp_path, **PRODUCTION)
    assert code == 0, output


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("WEB_WORKERS", "-1"),
        ("ENVIRONMENT", "staging"),
        ("DATABASE_URL", "oracle://db"),
        ("DATABASE_URL", "no address"),
        ("REDIS_URL", "http://cache"),
        ("EMAIL_URL", "pigeon://"),
        ("BASE_URL", "www.example.vn"),
        ("BASE_URL", "https://"),
    ],
)
def test_a_value_that_cannot_be_right_is_named_in_one_line(tmp_path, name, value):
    code, output = start(tmp_path, **{name: value})
    assert code == 1
    assert output.startswith("Settings: ")
    assert name in output
    assert "\n" not in output


def test_a_wrong_address_of_the_database_is_not_printed(tmp_path):
    _code, output = start(tmp_path, DATABASE_URL="oracle://user:hunter2@db")
    assert "hunter2" not in output


def test_every_variable_is_in_the_example_file():
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
    table = (settings.BASE_DIR / "cms" / "settings" / "env.py").read_text(encoding="utf-8")
    names = set(re.findall(r'(?:env\.\w+|required_in_production)\(\s*"([A-Z_]+)"', table))
    assert len(names) > 8
    assert {name for name in names if f"{name}=" not in example} == set()
