"""What grows: the table of contents of all bounds. Each is a job of the worker, and a line of `manage.py tidy`."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.bin.models import DAYS as DAYS_IN_BIN
from cms.bin.models import BinnedPage
from cms.bin.throwing import empty as empty_bin
from cms.caching.models import PurgeOrder
from cms.cases.models import CaseAccess
from cms.cases.personal.erasure import due_for_erasure, erase_due
from cms.delivery import forgetting as tombstones
from cms.delivery.models import DeliveredItem, Departure
from cms.operations.bounds import revisions
from cms.operations.bounds.bound import Bound, bound_of_rows
from cms.operations.bounds.files import FILES
from cms.operations.bounds.stray_files import STRAY_FILES
from cms.partners.models import UsageDay, WebhookDelivery
from cms.partners.webhooks import retention as webhooks
from cms.previews.models import PreviewLink
from cms.search import fruitless
from cms.search.models import FruitlessSearch
from cms.statistics import forgetting as visits
from cms.statistics.models import CountedJournal, DayCount
from cms.users.sessions.ending import sessions_that_ended

SUCCEEDED_KEPT, FAILED_KEPT = timedelta(days=7), timedelta(days=30)
HISTORY_KEPT = timedelta(days=5 * 366)
LOOKS_KEPT = timedelta(days=2 * 366)
ATTEMPTS_KEPT = timedelta(days=1)


def _task_results(now: datetime):
    return (
        DBTaskResult.objects.successful().filter(finished_at__lt=now - SUCCEEDED_KEPT),
        DBTaskResult.objects.failed().filter(finished_at__lt=now - FAILED_KEPT),
    )


def _history(now: datetime):
    return tuple(model.objects.filter(timestamp__lt=now - HISTORY_KEPT) for model in (PageLogEntry, ModelLogEntry))


def _forgettable_tombstones(now: datetime) -> int:
    long_ago = now - tombstones.KEPT - tombstones.GRACE
    dead = DeliveredItem.objects.filter(is_live=False, due_at=None, changed_at__lt=long_ago)
    return dead.count() + Departure.objects.filter(left_at__lt=long_ago).exclude(item__in=dead).count()


def _ended_deliveries(now: datetime) -> int:
    ended = WebhookDelivery.objects.exclude(state=WebhookDelivery.State.WAITING)
    usage = UsageDay.objects.filter(day__lt=timezone.localdate(now) - webhooks.USAGE_KEPT)
    return ended.filter(finished_at__lt=now - webhooks.LOG_KEPT).count() + usage.count()


def _old_visits(now: datetime) -> int:
    journals = CountedJournal.objects.filter(counted_at__lt=now - timedelta(days=30))
    long_ago = timezone.localdate(now) - timedelta(days=visits.KEPT_DAYS)
    return journals.count() + DayCount.objects.filter(subject__in=visits.DETAILED, day__lt=long_ago).count()


def _old_searches(now: datetime) -> int:
    return FruitlessSearch.objects.filter(day__lt=timezone.localdate(now) - fruitless.KEPT).count()


BOUNDS = [
    bound_of_rows("revisions", revisions.RULE, revisions.beyond),
    bound_of_rows(
        "task results",
        f"kept {SUCCEEDED_KEPT.days} days, failed ones {FAILED_KEPT.days}",
        _task_results,
    ),
    bound_of_rows("history", f"what was done to pages and settings is known {HISTORY_KEPT.days} days", _history),
    bound_of_rows(
        "looks at cases",
        f"who looked is known {LOOKS_KEPT.days} days",
        lambda now: [CaseAccess.objects.filter(at__lt=now - LOOKS_KEPT)],
    ),
    bound_of_rows("sessions", "gone when they end", lambda now: [Session.objects.filter(expire_date__lt=now)]),
    bound_of_rows("listed sessions", "gone with the session", lambda _now: [sessions_that_ended()]),
    bound_of_rows(
        "attempts to sign in",
        f"failed ones are known {ATTEMPTS_KEPT.days} day",
        lambda now: [AccessAttempt.objects.filter(attempt_time__lt=now - ATTEMPTS_KEPT)],
    ),
    bound_of_rows(
        "links to drafts", "gone when they end", lambda now: [PreviewLink.objects.filter(expires_at__lt=now)]
    ),
    bound_of_rows(
        "purges",
        "gone with the edge they were for",
        lambda _now: [PurgeOrder.objects.exclude(url__in=settings.EDGE_PURGE_URLS)],
    ),
    Bound(
        "binned pages",
        f"kept {DAYS_IN_BIN} days",
        lambda now: BinnedPage.objects.filter(binned_at__lte=now - timedelta(days=DAYS_IN_BIN)).count(),
        lambda _now, _is_stopping: empty_bin(),
    ),
    Bound(
        "tombstones",
        f"kept {tombstones.KEPT.days} days",
        _forgettable_tombstones,
        lambda now, _is_stopping: tombstones.forget(now),
    ),
    Bound(
        "webhook deliveries",
        f"kept {webhooks.LOG_KEPT.days} days, sums of usage {webhooks.USAGE_KEPT.days}",
        _ended_deliveries,
        lambda _now, _is_stopping: webhooks.forget_old(),
    ),
    Bound(
        "visits",
        f"pages' own sums are kept {visits.KEPT_DAYS} days, what tells views apart {visits.REMEMBERED_MINUTES} minutes",
        _old_visits,
        lambda now, _is_stopping: visits.forget(now.timestamp()),
        seconds=60,
    ),
    Bound(
        "fruitless searches",
        f"kept {fruitless.KEPT.days} days",
        _old_searches,
        lambda _now, _is_stopping: fruitless.forget_old(),
    ),
    Bound(
        "cases",
        "what is personal in them is erased when the time that was promised is up",
        lambda now: due_for_erasure(now).count(),
        lambda now, _is_stopping: erase_due(now),
    ),
    *FILES,
    STRAY_FILES,
]
