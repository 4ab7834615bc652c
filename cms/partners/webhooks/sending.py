"""One attempt: signed, sent, and what came of it written down."""

import random
import time
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce

from cms.partners.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from cms.partners.models.attempt import EXCERPT_LENGTH
from cms.partners.models.delivery import WebhookDeliveryQuerySet
from cms.partners.outgoing import Answer, UnreachableError, send
from cms.partners.target import TargetRefusedError
from cms.partners.webhooks.signing import signature

# How long after each failed attempt the next one follows; after the last of them the delivery is given up.
DELAYS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 3600, 3 * 3600, 8 * 3600, 24 * 3600))
# So many parts of a delay it is shorter or longer, by chance: what failed together does not come back together.
JITTER = 0.2
# A receiver that asks for more patience gets at most this.
LONGEST_RETRY_AFTER = timedelta(hours=1)
# An endpoint that fails is left alone for a while, however much waits for it: 2, 4, 8 … seconds, at most these.
LONGEST_REST = timedelta(minutes=5)
# It is paused when it has done nothing but fail for this long, this many times.
PAUSE_AFTER = timedelta(hours=12)
PAUSE_AFTER_FAILURES = 8
GONE = 410


def attempt(delivery: WebhookDelivery, now: datetime) -> tuple[WebhookAttempt, timedelta]:
    """Send a delivery that was taken; return the unsaved attempt, and how long the receiver asked us to wait."""
    made = WebhookAttempt(delivery=delivery, made_at=now)
    body = delivery.body.encode()
    started_at = time.monotonic()
    patience = timedelta()
    try:
        answer = send(delivery.endpoint.url, method="POST", body=body, headers=headers_of(delivery, body, now))
        made.status, made.excerpt = answer.status, _excerpt(answer.body)
        patience = _retry_after(answer)
    except TargetRefusedError as refused:
        made.error, made.excerpt = WebhookAttempt.Error.REFUSED, str(refused.args[0])
    except UnreachableError as error:
        made.error, made.excerpt = error.kind, str(error)[:EXCERPT_LENGTH]
    made.milliseconds = round((time.monotonic() - started_at) * 1000)
    return made, patience


def headers_of(delivery: WebhookDelivery, body: bytes, now: datetime) -> dict[str, str]:
    """Return the headers of the Standard Webhooks specification."""
    timestamp = int(now.timestamp())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "webhook-id": delivery.message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(delivery.endpoint.seeds(now), delivery.message_id, timestamp, body),
    }


def record(made: WebhookAttempt, patience: timedelta, now: datetime) -> None:
    """Write down an attempt and what follows from it, in one transaction.

    Where the lease has passed to another worker meanwhile, only a success still counts.
    """
    delivery = made.delivery
    with transaction.atomic():
        made.save()
        waiting = WebhookDelivery.objects.waiting().filter(pk=delivery.pk)
        if made.is_success:
            _finish(waiting, WebhookDelivery.State.DELIVERED, now)
            _note_success(delivery.endpoint_id, now)
            return
        if not waiting.filter(lease=delivery.lease).exists():
            return
        is_last = delivery.is_test or delivery.attempts_made > len(DELAYS)
        if is_last:
            _finish(waiting, WebhookDelivery.State.FAILED, now)
        else:
            following = now + max(_delay(delivery.attempts_made), patience)
            waiting.update(next_attempt_at=following, leased_until=None)
        if not delivery.is_test:
            _note_failure(delivery.endpoint_id, made, now, is_last)


def _finish(deliveries: WebhookDeliveryQuerySet, state: str, now: datetime) -> None:
    deliveries.update(state=state, finished_at=now, leased_until=None, next_attempt_at=None)


def _note_success(endpoint_id: int, now: datetime) -> None:
    WebhookEndpoint.objects.filter(pk=endpoint_id).update(
        failures=0, failing_since=None, resting_until=None, last_success_at=now
    )


def _note_failure(endpoint_id: int, made: WebhookAttempt, now: datetime, is_given_up: bool) -> None:
    endpoints = WebhookEndpoint.objects.filter(pk=endpoint_id)
    endpoints.update(failures=F("failures") + 1, failing_since=Coalesce("failing_since", now))
    endpoint = endpoints.get()
    # 2**9 seconds are more than the longest rest already.
    rest = min(timedelta(seconds=2 ** min(endpoint.failures, 9)), LONGEST_REST)
    endpoints.update(resting_until=now + rest)
    if not endpoint.is_active:
        return
    has_failed_long = endpoint.failures >= PAUSE_AFTER_FAILURES and now - endpoint.failing_since >= PAUSE_AFTER
    if made.status == GONE:
        endpoints.update(state=WebhookEndpoint.State.GONE, paused_at=now, notice_due_at=now)
    elif is_given_up or has_failed_long:
        endpoints.update(state=WebhookEndpoint.State.PAUSED, paused_at=now, notice_due_at=now)


def _delay(attempts_made: int) -> timedelta:
    return DELAYS[attempts_made - 1] * random.uniform(1 - JITTER, 1 + JITTER)


def _retry_after(answer: Answer) -> timedelta:
    """Return what `Retry-After` asks for in seconds; a date, which clocks disagree on, is not followed."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    text = headers.get("retry-after", "").strip()
    seconds = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    return min(timedelta(seconds=seconds), LONGEST_RETRY_AFTER)


def _excerpt(body: bytes) -> str:
    # PostgreSQL stores no NUL.
    return body[: EXCERPT_LENGTH * 4].decode(errors="replace").replace("\x00", "")[:EXCERPT_LENGTH]
