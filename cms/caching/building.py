"""Building an answer: asking Django, finishing what it says, and putting it into the coding that was asked for."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.utils.http import parse_http_date_safe

from cms.caching import compression, policy
from cms.caching.address import Addresses
from cms.caching.answer import Answer, as_anyone, as_get, ask
from cms.caching.entry import Entry
from cms.caching.finishing import finish
from cms.caching.negotiation import IDENTITY, ORDER, choose
from cms.caching.numbers import Numbers
from cms.caching.validators import ETAG_ALONE, without_codings

logger = logging.getLogger(__name__)

# An entry says these itself, for each coding.
OF_A_VARIANT = frozenset({"etag", "last-modified", "content-length", "content-encoding"})


class Builder:
    """Makes answers of `application`, each as an entry to send and perhaps to keep."""

    def __init__(self, application: Callable, addresses: Addresses):
        self.application = application
        self.addresses = addresses

    def build(self, environ: dict, numbers: Numbers | None, for_anyone: bool = False) -> tuple[Answer, Entry | None]:
        """Return Django's answer, and it as an entry; None for a stream, or if something here goes wrong.

        `for_anyone`: without what is the asker's own, for an answer to keep. An entry that nobody may keep ends at
        once.
        """
        asked = as_anyone(environ, settings.CSRF_COOKIE_NAME) if for_anyone else as_get(environ)
        if "HTTP_IF_MATCH" in asked:
            asked["HTTP_IF_MATCH"] = without_codings(asked["HTTP_IF_MATCH"])
        answer = ask(self.application, asked)
        if answer.stream is not None or answer.get("Content-Encoding"):
            return answer, None
        untouched = list(answer.headers)
        try:
            return answer, self._entry(environ, answer, numbers)
        except Exception:
            logger.exception("An answer could not be finished: sent as it is")
            answer.headers = untouched
            return answer, None

    def _entry(self, environ: dict, answer: Answer, numbers: Numbers | None) -> Entry:
        finish(
            answer,
            environ["PATH_INFO"],
            is_personal=self.addresses.is_personal(environ),
            has_key="HTTP_AUTHORIZATION" in environ,
            changed_at=numbers.changed_at if numbers else None,
        )
        etag, last_modified = answer.get("ETag"), answer.get("Last-Modified")
        is_dated = not answer.get(ETAG_ALONE)
        answer.remove(ETAG_ALONE)
        codings = self._codings(environ, answer, has_validator=bool(etag))
        coding = choose(environ.get("HTTP_ACCEPT_ENCODING"), codings)
        # Nothing says that an answer without a validator is for everyone: its length must not tell what is in it.
        compress = compression.compress if etag else compression.compress_private
        return Entry(
            status=answer.status,
            headers=[header for header in answer.headers if header[0].lower() not in OF_A_VARIANT],
            etag=etag,
            last_modified=parse_http_date_safe(last_modified) if last_modified else None,
            codings=codings,
            stamp=numbers.stamp if numbers else ("", "", 0, 0),
            until=self._until(answer, numbers),
            bodies={coding: compress(answer.body, coding)},
            is_dated=is_dated,
        )

    def _codings(self, environ: dict, answer: Answer, has_validator: bool) -> tuple[str, ...]:
        """Return the codings this answer may be sent in."""
        if "HTTP_RANGE" in environ or not compression.is_compressible(answer.get("Content-Type"), len(answer.body)):
            return (IDENTITY,)
        return ORDER if has_validator else compression.PRIVATE_CODINGS

    def _until(self, answer: Answer, numbers: Numbers | None) -> float:
        """Return when the answer is old by the clock alone (see policy), in seconds since 1970; 0 if now."""
        seconds = policy.seconds_to_keep(answer.code, answer.get("Cache-Control"), bool(answer.get("Set-Cookie")))
        if not seconds or numbers is None:
            return 0
        return min(time.time() + min(seconds, policy.seconds_to_midnight()), numbers.due_at)
