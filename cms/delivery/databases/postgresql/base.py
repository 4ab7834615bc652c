"""PostgreSQL with a moment before the commit, whose connections are not asked for their health at each request."""

import time

from django.db.backends.postgresql import base

from cms.delivery.databases.before_commit import BeforeCommitMixin

# A connection that was there so short a time ago is taken to be there still. An answer made of one statement would
# cost two otherwise; what finds it gone after all fails once, and the next request connects anew.
TRUSTED_SECONDS = 1.0


class DatabaseWrapper(BeforeCommitMixin, base.DatabaseWrapper):
    """Django's PostgreSQL, see before_commit; CONN_HEALTH_CHECKS asks once a second at most."""

    _trusted_until = 0.0

    def connect(self):
        super().connect()
        self._trusted_until = time.monotonic() + TRUSTED_SECONDS

    def close_if_health_check_failed(self):
        if self.health_check_done or self.connection is None:
            return
        if time.monotonic() < self._trusted_until:
            self.health_check_done = True
            return
        super().close_if_health_check_failed()
        self._trusted_until = time.monotonic() + TRUSTED_SECONDS
