"""HTTPS and cookies."""

from .env import BASE_URL, HSTS_PRELOAD, IS_PRODUCTION

_IS_HTTPS = BASE_URL.startswith("https://")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "cms.core.errors.views.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
# Scripts take the token from the page, never from the cookie.
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS
# Browsers take a cookie of such a name from this very host alone, and by HTTPS alone (RFC 6265bis, section 4.1.3).
if _IS_HTTPS:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"

if IS_PRODUCTION:
    # Whatever the proxy in front says about the original request's scheme.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if IS_PRODUCTION and _IS_HTTPS:
    SECURE_SSL_REDIRECT = True
    # Probes come from inside, over plain HTTP.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
    # Two years, as hstspreload.org asks; other hosts of the domain only where the operator says so.
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS_PRELOAD

SILENCED_SYSTEM_CHECKS = [
    # Whether other hosts of the federation's domain speak HTTPS is the operator's to say: HSTS_PRELOAD.
    "security.W005",
    "security.W021",
    # The admin shows its own pages in frames: SAMEORIGIN, see above.
    "security.W019",
]
if not _IS_HTTPS:
    # An installation that says it has no HTTPS (a trial in a closed network) cannot have what needs it.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
