"""Addresses of services, as Django's settings of them: database, cache, mail, edge, error collector.

Whether a service answers at its address is no question of settings: it may be back in a minute.
"""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url

from .reading import is_host, refuse

DATABASE_KINDS = "an address like postgres://user:password@host:5432/name or sqlite:////folder/file.sqlite3"
REDIS_KINDS = "an address like redis://127.0.0.1:6379/0 (rediss:// with TLS, unix:///path for a socket)"
EMAIL_KINDS = "an address like smtp://user:password@host:25, submission://user:password@host:587, or console:"
SENTRY_KINDS = "an address like https://key@sentry.example.vn/1"
FRONTEND_CACHE_KINDS = 'JSON like {"cdn": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend"}}'


def database(name: str, value: str) -> dict[str, Any]:
    """Return Django's settings of one of the two databases this project runs on."""
    try:
        settings = dj_database_url.parse(value)
    except Exception:
        refuse(name, DATABASE_KINDS)
    kind = settings["ENGINE"].rpartition(".")[2]
    if kind not in ("sqlite3", "postgresql") or not settings["NAME"]:
        refuse(name, DATABASE_KINDS)
    return settings


def redis(name: str, value: str) -> str:
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        is_right = (parts.scheme == "unix" and bool(parts.path)) or (
            parts.scheme in ("redis", "rediss")
            and is_host(parts.hostname or "")
            and parts.port != 0
            and re.fullmatch(r"/?[0-9]{0,3}", parts.path) is not None
        )
    except ValueError:
        is_right = False
    if not is_right:
        refuse(name, REDIS_KINDS)
    return value


def email(name: str, value: str) -> dict[str, Any]:
    """Return Django's EMAIL_* settings."""
    try:
        scheme = urlsplit(value).scheme
        settings = {"EMAIL_BACKEND": dj_email_url.SCHEMES[scheme], **dj_email_url.parse(value)}
    except Exception:
        refuse(name, EMAIL_KINDS)
    is_server = settings["EMAIL_BACKEND"].endswith(".smtp.EmailBackend")
    if is_server and not is_host(urlsplit(value).hostname or ""):
        refuse(name, EMAIL_KINDS)
    sender = settings.get("DEFAULT_FROM_EMAIL")
    if sender and not re.search(r"[^@\s]+@[^@\s]+", sender):
        refuse(name, "an address whose _default_from_email is an e-mail address")
    return settings


def frontend_caches(name: str, value: str) -> dict[str, Any]:
    """Return WAGTAILFRONTENDCACHE from JSON: an object of objects, each with a dotted BACKEND."""
    try:
        caches = json.loads(value)
        is_right = isinstance(caches, dict) and all(
            isinstance(one, dict) and "." in str(one["BACKEND"]) for one in caches.values()
        )
    except (ValueError, KeyError):
        is_right = False
    if not is_right:
        refuse(name, FRONTEND_CACHE_KINDS)
    return caches


def sentry(name: str, value: str) -> str:
    """Return a DSN: a web address with a public key before the host, and the number of a project after it."""
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        is_right = (
            parts.scheme in ("http", "https")
            and bool(parts.username)
            and is_host(parts.hostname or "")
            and parts.port != 0
            and re.fullmatch(r"(/[^/]+)*/[0-9]+/?", parts.path) is not None
        )
    except ValueError:
        is_right = False
    if not is_right:
        refuse(name, SENTRY_KINDS)
    return value
