"""What waits to be done: jobs, due rows, mails, deliveries to partners, purges; and who does it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.caching.models import PurgeOrder
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.mail.models import OutgoingMail
from cms.operations.worker.pulse import WorkerPulse
from cms.partners.models import WebhookDelivery, WebhookEndpoint


@dataclass(frozen=True)
class Waiting:
    """How many wait, and since when the oldest."""

    count: int
    since: datetime | None

    @property
    def seconds(self) -> float:
        return max((timezone.now() - self.since).total_seconds(), 0) if self.since else 0


@dataclass(frozen=True)
class Jobs:
    """`ready` may be run now; what is to be run later does not wait yet."""

    ready: Waiting
    running: int
    failed: int


def jobs() -> Jobs:
    failed, running = DBTaskResult.objects.failed().count(), DBTaskResult.objects.running().count()
    return Jobs(_waiting(DBTaskResult.objects.ready(), "enqueued_at"), running, failed)


def due_rows() -> Waiting:
    return _waiting(DeliveredItem.objects.filter(due_at__lte=timezone.now()), "due_at")


def sequence() -> int:
    return DeliverySequence.current().value


def mails() -> Waiting:
    return _waiting(OutgoingMail.objects.waiting(), "created_at")


def deliveries() -> tuple[dict[str, int], Waiting]:
    """Return how many webhook deliveries are kept by state, and those that wait."""
    counted = WebhookDelivery.objects.order_by().values_list("state").annotate(Count("pk"))
    states = dict.fromkeys(WebhookDelivery.State.values, 0) | dict(counted)
    return states, _waiting(WebhookDelivery.objects.waiting().order_by(), "created_at")


def endpoints() -> dict[str, int]:
    """Return how many webhooks are active, failing (active, and the last attempt failed), paused and gone."""
    found = Counter(dict.fromkeys(("active", "failing", "paused", "gone"), 0))
    for state, failures in WebhookEndpoint.objects.values_list("state", "failures"):
        found["failing" if state == WebhookEndpoint.State.ACTIVE and failures else state] += 1
    return dict(found)


def troubled_endpoints():
    """Return the webhooks that receive nothing at the moment: they fail, or were paused for failing."""
    is_troubled = Q(failures__gt=0) | ~Q(state=WebhookEndpoint.State.ACTIVE)
    return WebhookEndpoint.objects.filter(is_troubled).select_related("partner")


@dataclass(frozen=True)
class Edge:
    """What an edge is still to forget; `attempts` is how often it has not taken the most patient of these."""

    url: str
    waiting: int
    failing: int
    attempts: int


def edges() -> list[Edge]:
    counted = (
        PurgeOrder.objects.order_by("url")
        .values("url")
        .annotate(waiting=Count("pk"), failing=Count("pk", filter=Q(attempts__gt=0)), most=Max("attempts"))
        .values_list("url", "waiting", "failing", "most")
    )
    return [Edge(*row) for row in counted]


def workers() -> list[WorkerPulse]:
    """Return those that are alive, the one that was seen last first."""
    return list(WorkerPulse.objects.alive().order_by("-seen_at"))


def _waiting(rows, field: str) -> Waiting:
    found = rows.aggregate(count=Count("pk"), since=Min(field))
    return Waiting(found["count"], found["since"])
