"""Every environment variable the project reads, with its type and default, in one table (see .env.example).

A value that cannot be right raises ImproperlyConfigured or environs.EnvError with one line that names the variable;
manage.py prints that line and stops.
"""

import ipaddress
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import dj_database_url
import dj_email_url
import environs
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

env = environs.Env()
# Variables of the process come first, then those of this file; the tests name none.
if env_file := os.environ.get("ENV_FILE", str(BASE_DIR / ".env")):
    env.read_env(env_file, recurse=False)

# "development" is the embedded default; "production" refuses to start without what it needs.
ENVIRONMENT = env.str("ENVIRONMENT", "development", validate=environs.validate.OneOf(["development", "production"]))
IS_PRODUCTION = ENVIRONMENT == "production"


def required_in_production(name: str, default: str) -> str:
    """Return the variable `name`; outside production its `default` when unset.

    Raises ImproperlyConfigured, naming the variable, when production lacks it.
    """
    value = env.str(name, "")
    if value:
        return value
    if IS_PRODUCTION:
        raise ImproperlyConfigured(f"{name} is not set: production needs it (see .env.example)")
    return default


def parsed(name: str, value: str, parse: Callable[[str], dict]) -> dict[str, Any]:
    """Return `parse(value)`. Raises ImproperlyConfigured, which names the variable and keeps its value."""
    try:
        return parse(value)
    except Exception as error:
        raise ImproperlyConfigured(f"{name} is not of a kind this project knows (see .env.example)") from error


def database_settings(value: str) -> dict[str, Any]:
    """Return Django's settings of a database. Raises ValueError for another than the two this project runs on."""
    parsed_url = dj_database_url.parse(value)
    if parsed_url["ENGINE"] not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
        raise ValueError(parsed_url["ENGINE"])
    return parsed_url


def email_settings(value: str) -> dict[str, Any]:
    """Return Django's EMAIL_* settings from an address. Raises KeyError for a scheme that is none of mail's."""
    return {"EMAIL_BACKEND": dj_email_url.SCHEMES[urlsplit(value).scheme], **dj_email_url.parse(value)}


def web_address(name: str, value: str) -> str:
    """Return `value` without a trailing slash. Raises ImproperlyConfigured unless it is http(s) and names a host."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ImproperlyConfigured(f"{name} must be an address like https://www.example.vn, not “{value}”")
    return value.rstrip("/")


def frontend_caches(value: str) -> dict[str, Any]:
    """Return WAGTAILFRONTENDCACHE from JSON. Raises ValueError for anything but an object of objects."""
    caches = json.loads(value)
    if not isinstance(caches, dict) or not all(isinstance(one, dict) and "BACKEND" in one for one in caches.values()):
        raise ValueError(value)
    return caches


def networks(name: str, value: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """Return the networks of a list of addresses ("10.0.0.0/8, ::1"). Raises ImproperlyConfigured for anything else."""
    try:
        return [ipaddress.ip_network(part.strip()) for part in value.split(",") if part.strip()]
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be IP addresses or networks, separated by commas") from error


def development_secret_key() -> str:
    """Return this data folder's own random key, made on first use: no secret is ever in the repository."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        from django.core.management.utils import get_random_secret_key

        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text().strip()


DATA_DIR = Path(env.str("DATA_DIR", "") or BASE_DIR / "var").resolve()
HOST = env.str("HOST", "") or "127.0.0.1"
PORT = env.int("PORT", 8000, validate=environs.validate.Range(min=1, max=65535))
# Kept answers are shared by nobody but Redis: each worker process has this much memory for its own.
RESPONSE_CACHE = env.str("RESPONSE_CACHE", "") or "on"
if RESPONSE_CACHE not in ("on", "off"):
    raise ImproperlyConfigured("RESPONSE_CACHE must be on or off")
RESPONSE_CACHE = RESPONSE_CACHE == "on"
RESPONSE_CACHE_MEGABYTES = env.int("RESPONSE_CACHE_MEGABYTES", 64, validate=environs.validate.Range(min=1))
ANONYMOUS_REQUESTS_PER_MINUTE = env.int("ANONYMOUS_REQUESTS_PER_MINUTE", 600, validate=environs.validate.Range(min=0))
TRUSTED_PROXIES = networks("TRUSTED_PROXIES", env.str("TRUSTED_PROXIES", ""))
EDGE_PURGE_URLS = [
    web_address("EDGE_PURGE_URLS", url.strip()) for url in env.str("EDGE_PURGE_URLS", "").split(",") if url.strip()
]
# The back ends of wagtail.contrib.frontend_cache, as its documentation names them.
FRONTEND_CACHE = parsed("FRONTEND_CACHE", env.str("FRONTEND_CACHE", "") or "{}", frontend_caches)
# "off" keeps search engines away from the whole site: a copy for trials must not be found in its place.
SEARCH_ENGINES = env.str("SEARCH_ENGINES", "") or "on"
if SEARCH_ENGINES not in ("on", "off"):
    raise ImproperlyConfigured("SEARCH_ENGINES must be on or off")
SEARCH_ENGINES = SEARCH_ENGINES == "on"
# "true" promises that every host of the domain speaks HTTPS, for browsers' preload lists: it cannot be taken back soon.
HSTS_PRELOAD = env.bool("HSTS_PRELOAD", False)
# Where browsers find uploads, if that is not the site itself.
FILE_ORIGINS = [
    web_address("FILE_ORIGINS", url.strip()) for url in env.str("FILE_ORIGINS", "").split(",") if url.strip()
]
WEB_WORKERS = env.int("WEB_WORKERS", 1, validate=environs.validate.Range(min=1, max=64))
BASE_URL = web_address("BASE_URL", required_in_production("BASE_URL", f"http://127.0.0.1:{PORT}"))
SECRET_KEY = required_in_production("SECRET_KEY", "") or development_secret_key()
ALLOWED_HOSTS = [
    host.strip()
    for host in required_in_production("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
    if host.strip()
]
# The password of the first administrator; without it a random one is made and printed once.
ADMIN_PASSWORD = env.str("ADMIN_PASSWORD", "")

_SQLITE_URL = f"sqlite:///{quote(str(DATA_DIR / 'database.sqlite3'))}"
DATABASE = parsed("DATABASE_URL", required_in_production("DATABASE_URL", _SQLITE_URL), database_settings)
EMAIL = parsed("EMAIL_URL", env.str("EMAIL_URL", "") or "console:", email_settings)
# Lets outgoing requests (webhooks, link checks) reach this machine's own loopback, plain HTTP too: for development.
OUTGOING_LOOPBACK = env.bool("OUTGOING_LOOPBACK", False)
# Machine translation is off unless one is named: "libretranslate", or "dummy" (turns words around; for trials).
MACHINE_TRANSLATION = env.str("MACHINE_TRANSLATION", "")
if MACHINE_TRANSLATION not in ("", "libretranslate", "dummy"):
    raise ImproperlyConfigured("MACHINE_TRANSLATION must be libretranslate, dummy or empty")
LIBRETRANSLATE_URL = env.str("LIBRETRANSLATE_URL", "")
LIBRETRANSLATE_API_KEY = env.str("LIBRETRANSLATE_API_KEY", "")
if MACHINE_TRANSLATION == "libretranslate":
    if not LIBRETRANSLATE_URL:
        raise ImproperlyConfigured("LIBRETRANSLATE_URL is not set: MACHINE_TRANSLATION=libretranslate needs it")
    LIBRETRANSLATE_URL = web_address("LIBRETRANSLATE_URL", LIBRETRANSLATE_URL)
REDIS_URL = env.str("REDIS_URL", "")
if REDIS_URL and urlsplit(REDIS_URL).scheme not in ("redis", "rediss", "unix"):
    raise ImproperlyConfigured("REDIS_URL must be an address like redis://127.0.0.1:6379/0")

# Days after a change of its law before an answer's readers are told.
ANSWER_REVIEW_GRACE_DAYS = env.int("ANSWER_REVIEW_GRACE_DAYS", 14, validate=environs.validate.Range(0, 366))
