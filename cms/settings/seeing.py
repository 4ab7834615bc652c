"""What is seen of the running site: the log, the metrics, errors sent elsewhere."""

from . import env

METRICS_ADDRESSES = env.METRICS_ADDRESSES
METRICS_TOKEN = env.METRICS_TOKEN
# Where the processes of this machine write their counts, each its own file; read together at /metrics.
METRICS_FOLDER = env.DATA_DIR / "metrics"
SENTRY_DSN = env.SENTRY_DSN
ACCESS_LOG = env.ACCESS_LOG

_FORMATTERS = {"line": "cms.core.logs.formatters.LineFormatter", "json": "cms.core.logs.formatters.JsonFormatter"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": {"()": _FORMATTERS[env.LOG_FORMAT]}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "chosen"},
        "null": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "cms": {"level": "INFO"},
        # A 404 is a reader's affair; what fails on our side is an ERROR.
        "django.request": {"level": "ERROR"},
        # Scanners send such requests all day: they are answered 400 and that is all.
        "django.security.DisallowedHost": {"handlers": ["null"], "propagate": False},
        "django_tasks": {"level": "WARNING"},
        # The web server's own lines go the same way.
        "_granian": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
