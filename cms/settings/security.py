"""Headers and cookies."""

from .env import BASE_URL, IS_PRODUCTION

_IS_HTTPS = BASE_URL.startswith("https://")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "cms.core.errors.views.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS

if IS_PRODUCTION:
    # Whatever the proxy in front says about the original request's scheme.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if IS_PRODUCTION and _IS_HTTPS:
    SECURE_SSL_REDIRECT = True
    # Probes come from inside, over plain HTTP.
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000

SILENCED_SYSTEM_CHECKS = [
    # Whether other hosts of the federation's domain speak HTTPS is not for this project to promise.
    "security.W005",
    "security.W021",
    # The admin shows its own pages in frames: SAMEORIGIN, see above.
    "security.W019",
]
if not _IS_HTTPS:
    # An installation that says it has no HTTPS (a trial in a closed network) cannot have what needs it.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
