"""Every environment variable the project reads, with its type and default, in one table (see .env.example).

A value that cannot be right raises ImproperlyConfigured with one line that names the variable and says what it should
be; manage.py prints that line and stops.
"""

from urllib.parse import quote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from . import addresses
from .reading import (
    BASE_DIR,
    allowed_hosts,
    choice,
    folder,
    listed,
    listening_host,
    networks,
    number,
    refuse,
    switch,
    text,
    truth,
    web_address,
)

# "development" is the embedded default; "production" refuses to start without what it needs.
ENVIRONMENT = choice("ENVIRONMENT", ("development", "production"), "development")
IS_PRODUCTION = ENVIRONMENT == "production"
SHORTEST_SECRET = 32


def required_in_production(name: str, default: str) -> str:
    """Return the variable `name`; outside production its `default` when unset.

    Raises ImproperlyConfigured, naming the variable, when production lacks it.
    """
    value = text(name)
    if value:
        return value
    if IS_PRODUCTION:
        raise ImproperlyConfigured(f"{name} is not set: production needs it (see .env.example)")
    return default


def required_with(name: str, reason: str) -> str:
    """Return a variable that another one makes necessary. Raises ImproperlyConfigured, naming it, where it is unset."""
    if not (value := text(name)):
        raise ImproperlyConfigured(f"{name} is not set: {reason} needs it (see .env.example)")
    return value


def development_secret_key() -> str:
    """Return this data folder's own random key, made on first use: no secret is ever in the repository."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        from django.core.management.utils import get_random_secret_key

        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text().strip()


DATA_DIR = folder("DATA_DIR", BASE_DIR / "var")
HOST = listening_host("HOST", "127.0.0.1")
PORT = number("PORT", 8000, 1, 65535)
WEB_WORKERS = number("WEB_WORKERS", 1, 1, 64)
BASE_URL = web_address("BASE_URL", required_in_production("BASE_URL", f"http://127.0.0.1:{PORT}"), has_path=False)
SECRET_KEY = required_in_production("SECRET_KEY", "") or development_secret_key()
if IS_PRODUCTION and (len(SECRET_KEY) < SHORTEST_SECRET or len(set(SECRET_KEY)) < 5):
    refuse("SECRET_KEY", f"a random text of at least {SHORTEST_SECRET} letters")
# Earlier keys: what they signed or sealed (sessions, codes of second factors) stays good while they are named.
SECRET_KEY_FALLBACKS = listed("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = allowed_hosts("ALLOWED_HOSTS", required_in_production("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]"))
# The password of the first administrator; without it a random one is made and printed once.
ADMIN_PASSWORD = text("ADMIN_PASSWORD")

_SQLITE_URL = f"sqlite:///{quote(str(DATA_DIR / 'database.sqlite3'))}"
DATABASE = addresses.database("DATABASE_URL", required_in_production("DATABASE_URL", _SQLITE_URL))
REDIS_URL = addresses.redis("REDIS_URL", text("REDIS_URL"))
EMAIL = addresses.email("EMAIL_URL", text("EMAIL_URL", "console:"))

# "s3" keeps files in the buckets of an S3-compatible server, else they are in DATA_DIR.
STORAGE = choice("STORAGE", ("files", "s3"), "files")
STORAGE_ENDPOINT = STORAGE_BUCKET = STORAGE_PRIVATE_BUCKET = STORAGE_ACCESS_KEY = STORAGE_SECRET_KEY = ""
STORAGE_REGION = text("STORAGE_REGION", "us-east-1")
STORAGE_ADDRESSING = choice("STORAGE_ADDRESSING", ("path", "virtual"), "path")
if STORAGE == "s3":
    STORAGE_ENDPOINT = web_address("STORAGE_ENDPOINT", required_with("STORAGE_ENDPOINT", "STORAGE=s3"))
    STORAGE_BUCKET = required_with("STORAGE_BUCKET", "STORAGE=s3")
    STORAGE_PRIVATE_BUCKET = required_with("STORAGE_PRIVATE_BUCKET", "STORAGE=s3")
    STORAGE_ACCESS_KEY = required_with("STORAGE_ACCESS_KEY", "STORAGE=s3")
    STORAGE_SECRET_KEY = required_with("STORAGE_SECRET_KEY", "STORAGE=s3")
    if STORAGE_BUCKET == STORAGE_PRIVATE_BUCKET:
        refuse("STORAGE_PRIVATE_BUCKET", "another bucket than STORAGE_BUCKET")

# Kept answers are shared by nobody but Redis: each worker process has this much memory for its own.
RESPONSE_CACHE = switch("RESPONSE_CACHE", "on")
RESPONSE_CACHE_MEGABYTES = number("RESPONSE_CACHE_MEGABYTES", 64, 1, 1_000_000)
ANONYMOUS_REQUESTS_PER_MINUTE = number("ANONYMOUS_REQUESTS_PER_MINUTE", 600, 0, 1_000_000)
TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
EDGE_PURGE_URLS = [web_address("EDGE_PURGE_URLS", url) for url in listed("EDGE_PURGE_URLS")]
# The back ends of wagtail.contrib.frontend_cache, as its documentation names them.
FRONTEND_CACHE = addresses.frontend_caches("FRONTEND_CACHE", text("FRONTEND_CACHE", "{}"))
# "off" keeps search engines away from the whole site: a copy for trials must not be found in its place.
SEARCH_ENGINES = switch("SEARCH_ENGINES", "on")
# "true" promises that every host of the domain speaks HTTPS, for browsers' preload lists: it cannot be taken back soon.
HSTS_PRELOAD = truth("HSTS_PRELOAD")
# Where browsers find uploads, if that is not the site itself.
FILE_ORIGINS = [web_address("FILE_ORIGINS", url) for url in listed("FILE_ORIGINS")]
# "true": administrators and whoever may publish do nothing in the admin before they have a second factor.
REQUIRE_TWO_FACTOR = truth("REQUIRE_TWO_FACTOR")

LOG_FORMAT = choice("LOG_FORMAT", ("line", "json"), "line")
ACCESS_LOG = switch("ACCESS_LOG", "off")
METRICS_ADDRESSES = networks("METRICS_ADDRESSES", "127.0.0.1,::1")
METRICS_TOKEN = text("METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < SHORTEST_SECRET:
    refuse("METRICS_TOKEN", f"a random text of at least {SHORTEST_SECRET} letters")
SENTRY_DSN = addresses.sentry("SENTRY_DSN", text("SENTRY_DSN"))

# Lets outgoing requests (webhooks, link checks) reach this machine's own loopback, plain HTTP too: for development.
OUTGOING_LOOPBACK = truth("OUTGOING_LOOPBACK")
# Days between two looks at a link to another website; 0 asks nobody. Off where trials may have no network.
LINK_CHECK_DAYS = number("LINK_CHECK_DAYS", 7 if IS_PRODUCTION else 0, 0, 366)
# Machine translation is off unless one is named: "libretranslate", or "dummy" (turns words around; for trials).
MACHINE_TRANSLATION = choice("MACHINE_TRANSLATION", ("", "libretranslate", "dummy"), "")
LIBRETRANSLATE_URL = text("LIBRETRANSLATE_URL")
LIBRETRANSLATE_API_KEY = text("LIBRETRANSLATE_API_KEY")
if MACHINE_TRANSLATION == "libretranslate":
    required_with("LIBRETRANSLATE_URL", "MACHINE_TRANSLATION=libretranslate")
if LIBRETRANSLATE_URL:
    LIBRETRANSLATE_URL = web_address("LIBRETRANSLATE_URL", LIBRETRANSLATE_URL)

# Days after a change of its law before an answer's readers are told.
ANSWER_REVIEW_GRACE_DAYS = number("ANSWER_REVIEW_GRACE_DAYS", 14, 0, 366)

if IS_PRODUCTION:
    from django.http.request import validate_host

    if not validate_host(urlsplit(BASE_URL).hostname, ALLOWED_HOSTS):
        refuse("ALLOWED_HOSTS", "host names among which is that of BASE_URL")
