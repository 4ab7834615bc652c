"""What every answer gets before it leaves: its Cache-Control, Vary, tags and validators."""

from django.utils.http import http_date

from cms.caching import policy, tags
from cms.caching.answer import Answer
from cms.caching.compression import is_compressible
from cms.caching.validators import digest_etag

VARIED_BY_US = "Accept-Encoding"


def finish(answer: Answer, path: str, *, is_personal: bool, has_key: bool, changed_at: int | None) -> None:
    """Complete the headers of an answer whose body is in memory.

    `has_key`: the request names its sender, and nobody else may get what it got. `changed_at` is when anything a page
    shows last changed, in seconds since 1970; None where that is not known.
    """
    code, content_type = answer.code, answer.get("Content-Type")
    cache_control = answer.get("Cache-Control")
    if not cache_control:
        has_cookie = bool(answer.get("Set-Cookie"))
        cache_control = policy.default_cache_control(code, content_type, answer.body, is_personal or has_cookie)
        if cache_control:
            answer.set("Cache-Control", cache_control)
    elif has_key and "public" in cache_control:
        cache_control = policy.PRIVATE_CACHE_CONTROL
        answer.set("Cache-Control", cache_control)
    is_public = "public" in cache_control
    _tell_what_varies(answer, is_public, is_compressible(content_type, len(answer.body)))
    if not is_public:
        answer.remove(tags.HEADER)
        return
    _tag(answer, path, code)
    if code == 200:
        if not answer.get("ETag"):
            answer.set("ETag", digest_etag(answer.body))
        if changed_at is not None and not answer.get("Last-Modified"):
            answer.set("Last-Modified", http_date(changed_at))


def _tell_what_varies(answer: Answer, is_public: bool, has_codings: bool) -> None:
    names = [name.strip() for name in answer.get("Vary").split(",") if name.strip()]
    if is_public:
        # Public content is the same for everyone: the session was looked at and is not there, the language is the
        # address's. What else varies stays.
        names = [name for name in names if name.lower() not in ("cookie", "accept-language", "origin")]
    if has_codings and VARIED_BY_US.lower() not in (name.lower() for name in names):
        names.append(VARIED_BY_US)
    answer.remove("Vary")
    if names:
        answer.set("Vary", ", ".join(names))


def _tag(answer: Answer, path: str, code: int) -> None:
    names = [tags.SITE, *(name for name in answer.get(tags.HEADER).split(",") if name), *tags.of_address(path)]
    if code != 200:
        names.append(tags.MISSING)
    answer.set(tags.HEADER, ",".join(dict.fromkeys(names)))
