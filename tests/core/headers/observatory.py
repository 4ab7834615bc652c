"""Mozilla's HTTP Observatory, by its own rules: what an answer to a browser over HTTPS scores.

The tests, their results and what each adds or takes are those of mdn/mdn-http-observatory 1.4 (src/grader/charts.js);
redirection and preloading, which need a host in the world, count nothing here, as they do there at best.
"""

import re
from collections.abc import Mapping

A_PLUS = 100
HALF_A_YEAR = 15_768_000
PRIVATE_REFERRER = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")


def score(headers: Mapping[str, str], html: str, cookies: list[str]) -> int:
    """Return the score; what adds counts only where nothing much was taken (90 and above)."""
    modifiers = [
        _policy(headers.get("Content-Security-Policy", "")),
        _cookies(cookies),
        -50 if headers.get("Access-Control-Allow-Credentials") == "true" else 0,
        _transport(headers.get("Strict-Transport-Security", "")),
        5 if headers.get("Referrer-Policy") in PRIVATE_REFERRER else 0,
        _scripts(html),
        0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        5 if "frame-ancestors" in headers.get("Content-Security-Policy", "") else -20,
        10 if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0,
    ]
    without_extra = 100 + sum(modifier for modifier in modifiers if modifier < 0)
    return 100 + sum(modifiers) if without_extra >= 90 else without_extra


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


def _policy(policy: str) -> int:
    found = directives(policy)
    if not found:
        return -25
    default = found.get("default-src", ["*"])
    scripts, styles = found.get("script-src", default), found.get("style-src", default)
    loose = {"*", "data:", "http:", "https:"}
    is_excused = any(source.startswith(("'nonce-", "'sha")) for source in scripts)
    if ("'unsafe-inline'" in scripts and not is_excused) or loose & set(scripts + found.get("object-src", default)):
        return -20
    if "'unsafe-eval'" in scripts:
        return -10
    if "'unsafe-inline'" in styles or loose & set(styles):
        return 0
    return 10 if default == ["'none'"] else 5


def _cookies(cookies: list[str]) -> int:
    if not cookies:
        return 0
    lower = [cookie.lower() for cookie in cookies]
    if not all("; secure" in cookie for cookie in lower):
        return -20
    if not all("; httponly" in cookie for cookie in lower if "sess" in cookie.partition("=")[0]):
        return -30
    return 5 if all("; samesite=" in cookie for cookie in lower) else 0


def _transport(value: str) -> int:
    age = re.search(r"max-age=(\d+)", value)
    if age is None:
        return -20
    return 0 if int(age[1]) >= HALF_A_YEAR else -10


def _scripts(html: str) -> int:
    """Take 50 for a script of somebody else's without integrity."""
    return -50 if re.search(r'<script[^>]*\bsrc="(?!/[^/])', html) else 0
