"""Counting what partners ask without making them wait: in memory first, in the database a little later.

A killed process loses what it counted in the last seconds. Quotas do not go by these numbers alone, see
cms.api.throttles.
"""

import logging
import time
from collections import Counter
from datetime import date, datetime
from threading import Lock

from django.core.signals import request_finished
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import APIToken

from cms.partners.models import Partner, UsageDay

logger = logging.getLogger(__name__)

FLUSH_SECONDS = 10


class UsageBuffer:
    """This process's counts that are not written down yet."""

    def __init__(self):
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Start with nothing counted, from now."""
        self._flushed_at = time.monotonic()
        self._requests: Counter[tuple[int, date]] = Counter()
        self._refused: Counter[tuple[int, date]] = Counter()
        self._last_use: dict[tuple[int, int], datetime] = {}

    def count(self, partner_id: int, key_id: int, *, is_refused: bool = False) -> None:
        """Remember one request with a key."""
        now = timezone.now()
        day = (partner_id, timezone.localdate(now))
        with self._lock:
            (self._refused if is_refused else self._requests)[day] += 1
            self._last_use[(partner_id, key_id)] = now

    def flush(self) -> None:
        """Write down what was counted; where the database refuses, keep it for the next time."""
        with self._lock:
            requests, refused, last_use = self._requests, self._refused, self._last_use
            self.forget()
        try:
            with transaction.atomic():
                for partner_id, day in sorted(requests.keys() | refused.keys()):
                    counted = (partner_id, day)
                    if Partner.objects.filter(pk=partner_id).exists():
                        UsageDay.add(partner_id, day, requests[counted], refused[counted])
                for (partner_id, key_id), moment in sorted(last_use.items()):
                    Partner.objects.filter(pk=partner_id).update(last_used_at=moment)
                    APIToken.objects.filter(pk=key_id).update(last_used_at=moment)
        except DatabaseError:
            logger.warning("Partners' usage cannot be written down now", exc_info=True)
            with self._lock:
                self._requests += requests
                self._refused += refused
                self._last_use = {**last_use, **self._last_use}

    def flush_if_old(self, **_signal) -> None:
        """Write down what is older than some seconds: called when an answer has been sent, so that nobody waits."""
        if self._last_use and time.monotonic() - self._flushed_at >= FLUSH_SECONDS:
            self.flush()


usage = UsageBuffer()
request_finished.connect(usage.flush_if_old, dispatch_uid="partners.usage")
