"""What is done by the clock: the ticker's table of contents."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from articles.questions.review_letters import send_review_letters
from cms.core import erasures
from cms.mail.queue import queue
from cms.operations.bounds.registry import BOUNDS
from cms.operations.links.checking import Turns
from cms.operations.worker.due_rows import rebuild_due_rows
from cms.operations.worker.interrupted import put_back_interrupted
from cms.operations.worker.repair import NightlyRepair, follow_release
from cms.operations.worker.schedule import publish_scheduled
from cms.partners.webhooks.dispatcher import dispatcher
from cms.statistics import snapshot
from cms.statistics.collecting import collect

IsStopping = Callable[[], bool]


@dataclass(frozen=True)
class Job:
    """Work that is done once in every `seconds` of the clock: 60 means at each full minute."""

    name: str
    seconds: int
    run: Callable[[IsStopping], object]


JOBS = [
    Job("interrupted tasks", 5, lambda _is_stopping: put_back_interrupted()),
    Job("scheduled publishing", 60, lambda _is_stopping: publish_scheduled()),
    Job("due rows", 2, rebuild_due_rows),
    Job("new release", 3600, lambda _is_stopping: follow_release()),
    Job("nightly repair", 3, NightlyRepair().continue_),
    Job("webhooks", 1, dispatcher.tick),
    Job("mail", 5, queue.tick),
    Job("letters about answers to review", 300, lambda _is_stopping: send_review_letters()),
    Job("links to other websites", 60, Turns().begin),
    Job("visits", 60, lambda _is_stopping: collect(settings.STATISTICS_FOLDER)),
    Job("numbers of visits", 60, lambda _is_stopping: snapshot.take()),
    Job("journal of erasures", 3600, lambda _is_stopping: erasures.complete()),
    *(Job(f"bound of {bound.name}", bound.seconds, bound.keep) for bound in BOUNDS),
]
