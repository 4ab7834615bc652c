"""Which requests can be answered from what is kept, and under which key.

The key is (scheme, host, path, query), the query with its parameters sorted by name. Parameters of one name keep their
order, for it matters; and a query is left alone in which two spellings could stand for one name, so that two addresses
are never taken for one that Django would tell apart.
"""

import re
from functools import lru_cache

from django.conf import settings

MAX_LENGTH = 2048
READING_METHODS = ("GET", "HEAD")

Key = tuple[str, str, str, str]


@lru_cache(maxsize=4096)
def canonical(query: str) -> str:
    """Return the query with its parameters sorted by name."""
    parts = query.split("&")
    names = [part.partition("=")[0] for part in parts]
    if len(parts) < 2 or any("%" in name or "+" in name for name in names):
        return query
    return "&".join(part for _name, part in sorted(zip(names, parts, strict=True), key=lambda pair: pair[0]))


class Addresses:
    """Tells keepable requests from others, by the settings of the process."""

    def __init__(self):
        names = "|".join(re.escape(name) for name in (settings.SESSION_COOKIE_NAME, "messages"))
        self.is_personal_cookie = re.compile(rf"(?:^|[;,\s])(?:{names})=").search
        self.passes = settings.RESPONSE_CACHE_PASSES
        self.personal = settings.RESPONSE_CACHE_PERSONAL
        header = settings.SECURE_PROXY_SSL_HEADER
        self.scheme_variable = header[0] if header else "wsgi.url_scheme"

    def key_of(self, environ: dict) -> Key | None:
        """Return the key of a request that anyone could have made; None for every other."""
        if (
            environ["REQUEST_METHOD"] not in READING_METHODS
            or "HTTP_AUTHORIZATION" in environ
            or "HTTP_RANGE" in environ
            or "HTTP_IF_MATCH" in environ
            or "HTTP_IF_UNMODIFIED_SINCE" in environ
        ):
            return None
        if "HTTP_COOKIE" in environ and self.is_personal_cookie(environ["HTTP_COOKIE"]):
            return None
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if path.startswith(self.personal) or len(path) + len(query) > MAX_LENGTH:
            return None
        return (
            environ.get(self.scheme_variable, ""),
            environ.get("HTTP_HOST", ""),
            path,
            canonical(query) if query else "",
        )

    def is_passed_by(self, environ: dict) -> bool:
        """Whether an address is none of this layer's business: files and probes."""
        return environ["PATH_INFO"].startswith(self.passes)

    def is_personal(self, environ: dict) -> bool:
        """Whether a request is somebody's: it has a key, a session or messages, or an address for users."""
        return (
            "HTTP_AUTHORIZATION" in environ
            or environ["PATH_INFO"].startswith(self.personal)
            or bool(self.is_personal_cookie(environ.get("HTTP_COOKIE", "")))
        )
