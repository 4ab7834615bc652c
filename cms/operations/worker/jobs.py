"""What is done by the clock: the ticker's table of contents."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.bin.throwing import empty as empty_bin
from cms.cases.mail.queue import queue
from cms.cases.personal.erasure import erase_due
from cms.delivery.forgetting import forget
from cms.operations.worker.due_rows import rebuild_due_rows
from cms.operations.worker.interrupted import put_back_interrupted
from cms.operations.worker.repair import NightlyRepair, follow_release
from cms.operations.worker.schedule import publish_scheduled
from cms.partners.webhooks.dispatcher import dispatcher
from cms.partners.webhooks.retention import forget_old
from cms.search import fruitless
from cms.statistics import forgetting, snapshot
from cms.statistics.collecting import collect

IsStopping = Callable[[], bool]


@dataclass(frozen=True)
class Job:
    """Work that is done once in every `seconds` of the clock: 60 means at each full minute."""

    name: str
    seconds: int
    run: Callable[[IsStopping], object]


def forget_old_results(_is_stopping: IsStopping) -> None:
    """Delete what is known of tasks that ended a week ago, or failed a month ago."""
    now = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - timedelta(days=7)).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - timedelta(days=30)).delete()


JOBS = [
    Job("interrupted tasks", 5, lambda _is_stopping: put_back_interrupted()),
    Job("scheduled publishing", 60, lambda _is_stopping: publish_scheduled()),
    Job("due rows", 2, rebuild_due_rows),
    Job("new release", 3600, lambda _is_stopping: follow_release()),
    Job("nightly repair", 3, NightlyRepair().continue_),
    Job("old task results", 3600, forget_old_results),
    Job("old binned pages", 3600, lambda _is_stopping: empty_bin()),
    Job("old tombstones", 3600, lambda _is_stopping: forget()),
    Job("webhooks", 1, dispatcher.tick),
    Job("mail of the desk", 5, queue.tick),
    Job("erasure of cases", 3600, lambda _is_stopping: erase_due(timezone.now())),
    Job("old webhook deliveries", 3600, lambda _is_stopping: forget_old()),
    Job("visits", 60, lambda _is_stopping: collect(settings.STATISTICS_FOLDER)),
    Job("numbers of visits", 60, lambda _is_stopping: snapshot.take()),
    Job("old visits", 60, lambda _is_stopping: forgetting.forget()),
    Job("old fruitless searches", 3600, lambda _is_stopping: fruitless.forget_old()),
]
