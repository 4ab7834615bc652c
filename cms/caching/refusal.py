"""The answer to who asks too often: 429 (RFC 6585), in the address's language."""

from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from cms.core import request_id
from cms.core.errors.messages import MESSAGES
from cms.core.headers.kinds import kind_of
from cms.core.headers.policies import headers_without_django, is_secure

STATUS = "429 Too Many Requests"

# What below a prefix refuses in its own form: `write(environ)` returns (content type, language, body).
_writers: dict[str, Callable[[dict], tuple[str, str, bytes]]] = {}


def register(prefix: str, write: Callable[[dict], tuple[str, str, bytes]]) -> None:
    _writers[prefix] = write


def too_many_requests(environ: dict, seconds: int) -> tuple[str, list[tuple[str, str]], bytes]:
    """Return (status, headers, body)."""
    path = environ["PATH_INFO"]
    write = next((write for prefix, write in _writers.items() if path.startswith(prefix)), _page)
    content_type, language, body = write(environ)
    headers = [
        ("Content-Type", content_type),
        ("Content-Language", language),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("Retry-After", str(seconds)),
        *headers_without_django(kind_of(path), content_type, is_secure(environ)),
    ]
    return STATUS, headers, body


def _page(environ: dict) -> tuple[str, str, bytes]:
    first = environ["PATH_INFO"].strip("/").partition("/")[0]
    languages = [code for code, _name in settings.LANGUAGES]
    language = first if first in languages else settings.LANGUAGE_CODE
    with translation.override(language):
        title, text = MESSAGES[429]
        context = {"status": 429, "error_title": title, "error_text": text, "error_language": language}
        context["request_id"] = request_id.current()
        return "text/html; charset=utf-8", language, render_to_string("errors/plain.html", context).encode()
