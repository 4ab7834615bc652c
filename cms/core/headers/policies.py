"""Each kind's headers, made once from the settings: its Content-Security-Policy and what stands beside it."""

from functools import cache, lru_cache

from csp.utils import build_policy, default_config
from django.conf import settings

from cms.core.headers.kinds import Kind

CSP = "Content-Security-Policy"
# Partners' pages show our pictures and read our data; nobody else's page has our pages or our admin in it.
_CROSS_ORIGIN = {Kind.DATA, Kind.FILE}


def directives_of(kind: Kind) -> dict:
    """Return the kind's directives, as django-csp takes them."""
    policies = {
        Kind.PAGE: settings.CONTENT_SECURITY_POLICY,
        Kind.ADMIN: settings.CONTENT_SECURITY_POLICY_ADMIN,
    }
    return default_config(policies.get(kind, settings.CONTENT_SECURITY_POLICY_DATA)["DIRECTIVES"])


# As many as editors may be at work.
@lru_cache(maxsize=1024)
def policy_of(kind: Kind, nonce: str = "") -> str:
    """Return the kind's Content-Security-Policy; its directives in alphabetical order, the same in each process."""
    return "; ".join(sorted(build_policy(config=directives_of(kind), nonce=nonce or None).split("; ")))


def policy_kind(kind: Kind, content_type: str) -> Kind:
    """Return whose policy an answer gets: a page that says what went wrong is a page, whatever its address is for."""
    return Kind.PAGE if kind in _CROSS_ORIGIN and content_type.startswith("text/html") else kind


@cache
def headers_beside(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return what Django's own SecurityMiddleware does not send."""
    return (
        ("Cross-Origin-Resource-Policy", "cross-origin" if kind in _CROSS_ORIGIN else "same-origin"),
        ("Permissions-Policy", settings.PERMISSIONS_POLICY),
    )


def headers_without_django(kind: Kind, content_type: str, is_secure: bool) -> list[tuple[str, str]]:
    """Return all of them for an answer that Django does not make (see cms.caching.refusal, cms.statistics.layer)."""
    headers = [
        (CSP, policy_of(policy_kind(kind, content_type))),
        *headers_beside(kind),
        ("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
    ]
    if is_secure and settings.SECURE_HSTS_SECONDS:
        parts = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
        parts += ["includeSubDomains"] if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else []
        parts += ["preload"] if settings.SECURE_HSTS_PRELOAD else []
        headers.append(("Strict-Transport-Security", "; ".join(parts)))
    return headers


def is_secure(environ: dict) -> bool:
    """Whether a WSGI request came by HTTPS, by what the proxy in front says where it is believed."""
    if settings.SECURE_PROXY_SSL_HEADER:
        variable, value = settings.SECURE_PROXY_SSL_HEADER
        if variable in environ:
            return environ[variable].split(",")[0].strip() == value
    return environ.get("wsgi.url_scheme") == "https"
