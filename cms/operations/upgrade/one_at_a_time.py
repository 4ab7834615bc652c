"""One deploy at a time, on however many machines: two would apply the same migration."""

import fcntl
import os
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

# PostgreSQL's advisory locks have numbers; this one is the deploy's.
NUMBER = 7_211_001


@contextmanager
def one_at_a_time():
    """Wait until nobody else deploys to this database, and keep others waiting."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [NUMBER])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])
        return
    lock = os.open(settings.DATA_DIR / ".deploy-lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
