"""The services beside Django: cache, jobs, mail."""

from . import env

if env.REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "cms.caching.redis_cache.RedisCache",
            "LOCATION": env.REDIS_URL,
            # A server that is gone must not hold up a reader.
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"}}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Whatever the site sends becomes a row; the worker hands rows to the mail server.
EMAIL_BACKEND, MAIL_SERVER_BACKEND = "cms.mail.backend.QueueBackend", env.EMAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = env.EMAIL["EMAIL_HOST"], env.EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env.EMAIL["EMAIL_HOST_USER"] or "", env.EMAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = env.EMAIL["EMAIL_USE_TLS"], env.EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = env.EMAIL["EMAIL_TIMEOUT"] or 20
EMAIL_FILE_PATH = env.EMAIL["EMAIL_FILE_PATH"]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.EMAIL.get("DEFAULT_FROM_EMAIL") or "webmaster@localhost"
