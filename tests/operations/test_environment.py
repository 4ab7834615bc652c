"""A wrong or missing variable stops the start with one line that names it and says what it should be."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

import cms.settings

PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a-long-secret-for-this-test-only-0123456789",
    "BASE_URL": "https://www.example.vn",
    "ALLOWED_HOSTS": "www.example.vn",
    "DATABASE_URL": "postgres://cms@127.0.0.1/cms",
}
S3 = {
    "STORAGE": "s3",
    "STORAGE_ENDPOINT": "http://127.0.0.1:9000",
    "STORAGE_BUCKET": "site",
    "STORAGE_PRIVATE_BUCKET": "site-private",
    "STORAGE_ACCESS_KEY": "key",
    "STORAGE_SECRET_KEY": "secret",
}
# Of each variable, values that cannot be right. Those that are not here take any text.
WRONG = {
    "ENVIRONMENT": ["staging"],
    "DATA_DIR": ["{file}", "{file}/below"],
    "HOST": ["127.0.0.1:8000", "http://127.0.0.1", "no host"],
    "PORT": ["eighty", "0", "65536", "8000.5"],
    "WEB_WORKERS": ["-1", "65"],
    "BASE_URL": ["www.example.vn", "https://", "https://www.example.vn/site", "https://a.vn:99999", "ftp://a.vn"],
    "ALLOWED_HOSTS": ["https://www.example.vn", "a.vn:80", "a.vn/", " , "],
    "SEARCH_ENGINES": ["yes"],
    "HSTS_PRELOAD": ["soon"],
    "REQUIRE_TWO_FACTOR": ["publishers"],
    "FILE_ORIGINS": ["files.example.vn"],
    "DATABASE_URL": ["oracle://db", "no address", "postgres://cms@127.0.0.1", "postgres://127.0.0.1:many/cms"],
    "REDIS_URL": ["http://cache", "redis://", "redis://cache:99999/0", "redis://cache/first"],
    "EMAIL_URL": ["pigeon://", "smtp://", "smtp://mail:many", "console:?_default_from_email=nobody"],
    "STORAGE": ["ftp"],
    "STORAGE_ADDRESSING": ["host"],
    "OUTGOING_LOOPBACK": ["perhaps"],
    "RESPONSE_CACHE": ["maybe"],
    "RESPONSE_CACHE_MEGABYTES": ["0", "64 MB"],
    "ANONYMOUS_REQUESTS_PER_MINUTE": ["-5", "many"],
    "TRUSTED_PROXIES": ["proxy.example.vn", "10.0.0.0/33"],
    "EDGE_PURGE_URLS": ["127.0.0.1:6081", "http://127.0.0.1:6081,varnish"],
    "FRONTEND_CACHE": ["cloudflare", "[]", '{"cdn": {}}'],
    "LOG_FORMAT": ["xml"],
    "ACCESS_LOG": ["file.log"],
    "METRICS_ADDRESSES": ["prometheus"],
    "METRICS_TOKEN": ["short"],
    "SENTRY_DSN": ["sentry.example.vn", "https://sentry.example.vn/1", "https://key@sentry.example.vn/"],
    "ANSWER_REVIEW_GRACE_DAYS": ["-1", "400"],
    "LINK_CHECK_DAYS": ["-1", "weekly"],
    "MACHINE_TRANSLATION": ["elves"],
    "LIBRETRANSLATE_URL": ["127.0.0.1:5000"],
}
ANY_TEXT = {
    *("SECRET_KEY", "SECRET_KEY_FALLBACKS", "ADMIN_PASSWORD", "LIBRETRANSLATE_API_KEY", "STORAGE_REGION"),
    # Asked for only with STORAGE=s3, see below.
    *(name for name in S3 if name != "STORAGE"),
}
EXAMPLE = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
TABLE = Path(cms.settings.__file__).with_name("env.py")


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Return what reads the table with these variables alone: its module, or ImproperlyConfigured."""
    (tmp_path / "file").touch()

    def read_table(**environment):
        for name in os.environ.keys() & set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE)):
            monkeypatch.delenv(name)
        for name, value in {"DATA_DIR": str(tmp_path / "data"), **environment}.items():
            monkeypatch.setenv(name, value.replace("{file}", str(tmp_path / "file")))
        spec = importlib.util.spec_from_file_location("cms.settings.read_again", TABLE)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return read_table


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


def test_the_start_says_one_line_and_stops(tmp_path):
    without = {name: value for name, value in PRODUCTION.items() if name != "DATABASE_URL"}
    line = "Settings: DATABASE_URL is not set: production needs it (see .env.example)"
    assert start(tmp_path, **without) == (1, line)
    code, output = start(tmp_path, **PRODUCTION)
    assert code == 0, output


def test_the_defaults_are_enough(read):
    assert read().BASE_URL == "http://127.0.0.1:8000"


def test_production_names_what_is_missing(read):
    for missing in ("SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "DATABASE_URL"):
        with pytest.raises(ImproperlyConfigured, match=f"^{missing} is not set: production needs it"):
            read(**{**PRODUCTION, missing: ""})


def test_production_takes_no_weak_key_and_no_address_it_does_not_answer_to(read):
    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY must be a random text of at least 32 letters"):
        read(**{**PRODUCTION, "SECRET_KEY": "changeme"})
    with pytest.raises(ImproperlyConfigured, match=r"^ALLOWED_HOSTS must be .* that of BASE_URL"):
        read(**{**PRODUCTION, "ALLOWED_HOSTS": "example.vn"})
    assert read(**{**PRODUCTION, "ALLOWED_HOSTS": ".example.vn"}).IS_PRODUCTION


def test_a_bucket_names_all_it_needs(read):
    assert read(**S3).STORAGE_BUCKET == "site"
    for missing in S3.keys() - {"STORAGE"}:
        with pytest.raises(ImproperlyConfigured, match=f"^{missing} is not set: STORAGE=s3 needs it"):
            read(**{**S3, missing: ""})
    with pytest.raises(ImproperlyConfigured, match=r"^STORAGE_ENDPOINT must be an address"):
        read(**{**S3, "STORAGE_ENDPOINT": "127.0.0.1:9000"})
    with pytest.raises(ImproperlyConfigured, match=r"^STORAGE_PRIVATE_BUCKET must be another bucket"):
        read(**{**S3, "STORAGE_PRIVATE_BUCKET": "site"})


def test_a_value_that_cannot_be_right_is_named_in_one_line_that_says_what_it_should_be(read):
    for name, values in WRONG.items():
        for value in values:
            with pytest.raises(ImproperlyConfigured) as refused:
                read(**{name: value})
            line = str(refused.value)
            assert re.match(rf"{name} must be \S+", line) and "\n" not in line, (name, value, line)


def test_a_service_that_is_away_is_no_wrong_setting(read):
    away = read(
        DATABASE_URL="postgres://cms:secret@192.0.2.1:5432/cms",
        REDIS_URL="redis://192.0.2.1:6379/0",
        EMAIL_URL="submission://name:secret@mail.example.vn:587?_default_from_email=trang@example.vn",
        SENTRY_DSN="https://0123456789abcdef@sentry.example.vn/2",
        EDGE_PURGE_URLS="http://192.0.2.1:6081, http://[2001:db8::1]:6081/",
    )
    assert away.EDGE_PURGE_URLS == ["http://192.0.2.1:6081", "http://[2001:db8::1]:6081"]
    assert away.DATABASE["NAME"] == "cms"


def test_a_wrong_address_with_a_password_is_not_printed(read):
    for name, value in {
        "DATABASE_URL": "oracle://user:hunter2@db",
        "REDIS_URL": "http://:hunter2@db",
        "EMAIL_URL": "pigeon://user:hunter2@mail",
        "BASE_URL": "http//hunter2",
        "SENTRY_DSN": "https://hunter2@sentry.example.vn",
    }.items():
        with pytest.raises(ImproperlyConfigured) as refused:
            read(**{name: value})
        assert "hunter2" not in str(refused.value)


def test_every_variable_is_in_the_example_file_and_tried_here():
    examples = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE))
    functions = r"(?:choice|folder|listed|listening_host|networks|number|required_\w+|switch|text|truth)"
    names = set(re.findall(rf'{functions}\(\s*"([A-Z_]+)"', TABLE.read_text(encoding="utf-8")))
    assert len(names) > 25
    assert names == examples
    assert examples - WRONG.keys() - ANY_TEXT == set()
