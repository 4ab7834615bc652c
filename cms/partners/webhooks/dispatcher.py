"""Who sends what, at the same time as what else: a few threads, none of which waits for another's receiver.

The worker's clock calls `tick`, which never waits for a receiver. An endpoint has one thread at a time, so that it
hears of changes one after another; a partner two, so that one whose servers are slow leaves the others theirs.
"""

import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import cached_property
from threading import Lock

from django.db import connections
from django.db.models import Min
from django.utils import timezone

from cms.partners.models import WebhookDelivery
from cms.partners.webhooks.notices import send_notices
from cms.partners.webhooks.sending import attempt, record
from cms.partners.webhooks.walking import walk

logger = logging.getLogger(__name__)

THREADS = 8
THREADS_OF_A_PARTNER = 2
# An endpoint with much to hear lets others in after this.
TURN = timedelta(seconds=30)

IsStopping = Callable[[], bool]


class Dispatcher:
    """Hands endpoints with due deliveries to threads. One is enough for a process."""

    def __init__(self, clock: Callable[[], datetime] = timezone.now):
        self.clock = clock
        self._lock = Lock()
        # Endpoints that have a thread, each with its partner.
        self._busy: dict[int, int] = {}

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(THREADS, thread_name_prefix="webhooks")

    def tick(self, is_stopping: IsStopping = lambda: False) -> None:
        """Make deliveries of what changed, give threads to endpoints that have some due, send notices."""
        now = self.clock()
        walk(now)
        waiting = WebhookDelivery.objects.due(now).values_list("endpoint", "endpoint__partner")
        # Who has waited longest is first; otherwise the same few would have all the threads.
        for endpoint_id, partner_id, _since in waiting.annotate(since=Min("next_attempt_at")).order_by("since"):
            if not is_stopping() and self._reserve(endpoint_id, partner_id):
                self._pool.submit(self._serve_in_thread, endpoint_id, is_stopping)
        send_notices(now)

    def _reserve(self, endpoint_id: int, partner_id: int) -> bool:
        with self._lock:
            of_partner = Counter(self._busy.values())[partner_id]
            if endpoint_id in self._busy or len(self._busy) >= THREADS or of_partner >= THREADS_OF_A_PARTNER:
                return False
            self._busy[endpoint_id] = partner_id
            return True

    def _serve_in_thread(self, endpoint_id: int, is_stopping: IsStopping) -> None:
        try:
            self.serve(endpoint_id, is_stopping)
        except Exception:
            logger.exception("Sending to webhook %s failed: its deliveries are tried again", endpoint_id)
        finally:
            connections.close_all()
            with self._lock:
                del self._busy[endpoint_id]

    def serve(self, endpoint_id: int, is_stopping: IsStopping = lambda: False) -> int:
        """Send what is due to one endpoint, one after another; return how many attempts were made."""
        began_at = self.clock()
        made = 0
        while not is_stopping() and (now := self.clock()) - began_at < TURN:
            due = WebhookDelivery.objects.due(now).filter(endpoint=endpoint_id)
            delivery = due.select_related("endpoint").first()
            if delivery is None:
                break
            if delivery.take(now):
                record(*attempt(delivery, now), self.clock())
                made += 1
        return made


def send_now(delivery: WebhookDelivery) -> WebhookDelivery:
    """Send a delivery while its sender waits, whatever its endpoint's state: for tests from the admin."""
    now = timezone.now()
    delivery.created_at = delivery.next_attempt_at = now
    delivery.save()
    if delivery.take(now):
        record(*attempt(delivery, now), timezone.now())
    delivery.refresh_from_db()
    return delivery


dispatcher = Dispatcher()
