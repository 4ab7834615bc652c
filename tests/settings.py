"""The project's settings as the tests run them: fast password hashing, jobs at once, no worker, no .env file."""

import os

os.environ.setdefault("ENV_FILE", "")
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("DATA_DIR", "var/test")

from cms.settings import *  # noqa: F403 - the environment above must stand first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A third of the time, for a quarter more bytes that nobody is sent.
AVIF_SPEED = 10
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = MAIL_SERVER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A test database is thrown away: nothing needs to survive a crash.
if "init_command" in (_options := DATABASES["default"].setdefault("OPTIONS", {})):  # noqa: F405 - from cms.settings
    _options["init_command"] += " PRAGMA synchronous=OFF;"
# Tests hold connections for as long as they like.
DATABASES["default"].update(CONN_MAX_AGE=0, CONN_HEALTH_CHECKS=False)  # noqa: F405 - from cms.settings
