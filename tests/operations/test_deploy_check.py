"""Production's settings: Django's own check has nothing to say, and cookies are the host's own."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

# `make lint` runs the check each time; here the whole once more, beside what Django's check does not look at.
pytestmark = pytest.mark.trial

NAMES = (
    *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
    *("SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE"),
    *("SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_PATH", "CSRF_COOKIE_DOMAIN"),
    *("SECURE_HSTS_SECONDS", "SECURE_HSTS_PRELOAD", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT"),
)
PROGRAM = f"""
import json, sys, django
from django.conf import settings
from django.core.management import call_command
django.setup()
call_command("check", deploy=True, fail_level="WARNING", stdout=sys.stderr)
print(json.dumps({{name: getattr(settings, name) for name in {NAMES}}}))
"""


@pytest.mark.parametrize("preload", [False, True])
def test_it_is_clean(tmp_path, preload):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "cms.settings",
        "ENV_FILE": "",
        "DATA_DIR": str(tmp_path),
        "ENVIRONMENT": "production",
        "SECRET_KEY": "only-for-this-test-and-long-enough-0123456789-abcdef",
        "BASE_URL": "https://www.example.vn",
        "ALLOWED_HOSTS": "www.example.vn",
        "DATABASE_URL": "sqlite:///:memory:",
        "HSTS_PRELOAD": str(preload),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for cookie in ("SESSION", "CSRF"):
        assert found[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
        assert found[f"{cookie}_COOKIE_SECURE"] and found[f"{cookie}_COOKIE_HTTPONLY"]
        assert found[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
        # What browsers ask of such a name.
        assert (found[f"{cookie}_COOKIE_PATH"], found[f"{cookie}_COOKIE_DOMAIN"]) == ("/", None)
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000 and found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_PRELOAD"] is found["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is preload
