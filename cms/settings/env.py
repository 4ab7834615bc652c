"""Every environment variable the project reads, with its type and default, in one table."""

from pathlib import Path

import environs
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

env = environs.Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# "development" is the embedded default; "production" refuses to start without what it needs.
ENVIRONMENT = env.str("ENVIRONMENT", "development", validate=environs.validate.OneOf(["development", "production"]))
IS_PRODUCTION = ENVIRONMENT == "production"

DATA_DIR = Path(env.str("DATA_DIR", "") or BASE_DIR / "var").resolve()
PORT = env.int("PORT", 8000)
DATABASE_URL = env.str("DATABASE_URL", "") or f"sqlite:///{DATA_DIR / 'database.sqlite3'}"
REDIS_URL = env.str("REDIS_URL", "")
BASE_URL = (env.str("BASE_URL", "") or f"http://127.0.0.1:{PORT}").rstrip("/")
EMAIL_URL = env.str("EMAIL_URL", "") or "consolemail://"
WEB_WORKERS = env.int("WEB_WORKERS", 1)


def required_in_production(name: str, default: str) -> str:
    """Return the variable `name`; outside production its `default` when unset.

    Raises ImproperlyConfigured, naming the variable, when production lacks it.
    """
    value = env.str(name, "")
    if value:
        return value
    if IS_PRODUCTION:
        raise ImproperlyConfigured(f"{name} is not set: production needs it (see .env.example)")
    return default


def development_secret_key() -> str:
    """Return this data folder's own random key, made on first use: no secret is ever in the repository."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        from django.core.management.utils import get_random_secret_key

        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = env.str("SECRET_KEY", "") or (
    required_in_production("SECRET_KEY", "") if IS_PRODUCTION else development_secret_key()
)
ALLOWED_HOSTS = [
    host.strip()
    for host in required_in_production("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
    if host.strip()
]
