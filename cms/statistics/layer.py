"""The WSGI layer that counts, around all others: no count is ever a request to Django, nor waits for the database.

Here views say themselves (by a beacon, or by a picture where scripts do not run), and here answers of the API and files
pass by, whoever answers them.
"""

import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.core.headers.kinds import Kind
from cms.core.headers.policies import headers_without_django, is_secure
from cms.statistics import beacon
from cms.statistics.bots import is_bot
from cms.statistics.models import Subject
from cms.statistics.recorder import Recorder

logger = logging.getLogger(__name__)

BEACON_PATH = "/thong-ke/dem"
PICTURE_PATH = "/thong-ke/dem.gif"
API = "/api/v2/"
DOCUMENTS = "/documents/"
# One transparent pixel.
PICTURE = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
NEVER_KEPT = ("Cache-Control", "no-store")


class CountingLayer:
    """`limits` says how often one address may count (see cms.caching.limits); None: as often as it likes."""

    def __init__(self, application: Callable, recorder: Recorder, limits=None):
        self.application = application
        self.recorder = recorder
        self.limits = limits

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith((API, DOCUMENTS)):
            return self.application(environ, self._noticing(environ, start_response))
        if path == BEACON_PATH:
            return self._answer(environ, start_response, self._beacon)
        if path == PICTURE_PATH:
            return self._answer(environ, start_response, self._picture)
        return self.application(environ, start_response)

    def _answer(self, environ: dict, start_response: Callable, answer: Callable) -> Iterable[bytes]:
        headers = [NEVER_KEPT, ("X-Robots-Tag", "noindex"), *headers_without_django(Kind.DATA, "", is_secure(environ))]
        try:
            if self.limits is not None and (seconds := self.limits.seconds_to_wait(environ)):
                raise Refused(HTTPStatus.TOO_MANY_REQUESTS, ("Retry-After", str(seconds)))
            status, content_type, body = answer(environ)
        except Refused as refusal:
            status, content_type, body = refusal.status, "text/plain; charset=utf-8", _words(refusal.status, environ)
            headers += [refusal.header] if refusal.header else []
        if content_type:
            headers += [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        start_response(f"{status.value} {status.phrase}", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _beacon(self, environ: dict) -> tuple[HTTPStatus, str, bytes]:
        if environ["REQUEST_METHOD"] != "POST":
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "POST"))
        # Browsers say with every POST where it is from.
        if urlsplit(environ.get("HTTP_ORIGIN", "")).netloc != environ.get("HTTP_HOST") or _is_from_elsewhere(environ):
            raise Refused(HTTPStatus.FORBIDDEN)
        try:
            view = beacon.read(_body(environ))
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST) from None
        self._record(environ, view)
        return HTTPStatus.NO_CONTENT, "", b""

    def _picture(self, environ: dict) -> tuple[HTTPStatus, str, bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD"))
        if _is_from_elsewhere(environ):
            raise Refused(HTTPStatus.FORBIDDEN)
        try:
            values = parse_qs(environ.get("QUERY_STRING", ""), errors="strict", max_num_fields=1)
            path = beacon.read_path(values.get("p", [""])[0])
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST) from None
        if environ["REQUEST_METHOD"] == "GET" and "prefetch" not in environ.get("HTTP_SEC_PURPOSE", ""):
            self._record(environ, beacon.View(beacon.minute_of(), 0, path, "", False))
        return HTTPStatus.OK, "image/gif", PICTURE

    def _record(self, environ: dict, view: beacon.View) -> None:
        if is_bot(environ.get("HTTP_USER_AGENT", "")):
            return
        try:
            self.recorder.record(view)
        except OSError as error:
            logger.warning("A view cannot be kept: %s", type(error).__name__)
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, ("Retry-After", "60")) from None

    def _noticing(self, environ: dict, start_response: Callable) -> Callable:
        """Return a `start_response` that counts what is answered."""

        def start(status: str, headers: list, *error):
            if status.startswith("200") and environ["REQUEST_METHOD"] == "GET":
                self._tally(environ)
            return start_response(status, headers, *error)

        return start

    def _tally(self, environ: dict) -> None:
        path = environ["PATH_INFO"]
        if path.startswith(API):
            self.recorder.tally(Subject.API, path.removeprefix(API).partition("/")[0])
        elif not is_bot(environ.get("HTTP_USER_AGENT", "")):
            self.recorder.tally(Subject.DOWNLOAD, path)


class Refused(Exception):  # noqa: N818 - what is raised is an answer
    """A count that is refused: a status, and a header that belongs to it."""

    def __init__(self, status: HTTPStatus, header: tuple[str, str] | None = None):
        super().__init__(status)
        self.status = status
        self.header = header


def _is_from_elsewhere(environ: dict) -> bool:
    return environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none")


def _body(environ: dict) -> bytes:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()) or int(length[:9]) > beacon.MAX_BYTES:
        raise ValueError("too long")
    return environ["wsgi.input"].read(int(length))


def _words(status: HTTPStatus, environ: dict) -> bytes:
    """Return what a person reads who has come here, in the language of the page that counted as far as it says."""
    first = urlsplit(environ.get("HTTP_REFERER", "")).path.split("/")[1:2]
    languages = {code for code, _name in settings.LANGUAGES}
    with translation.override(first[0] if first and first[0] in languages else settings.LANGUAGE_CODE):
        return {
            HTTPStatus.TOO_MANY_REQUESTS: _("Too many visits were counted from this address: try again later."),
            HTTPStatus.SERVICE_UNAVAILABLE: _("Visits cannot be counted now: try again later."),
            HTTPStatus.METHOD_NOT_ALLOWED: _("This address only counts visits."),
            HTTPStatus.FORBIDDEN: _("Only pages of this website count their visits here."),
        }.get(status, _("This is not how a page counts a visit.")).encode()
