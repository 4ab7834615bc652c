"""What is read when somebody asks for the metrics: a query or two a subject, about fifteen in all.

A subject that cannot be read (the database is away) is left out, and the rest is told all the same.
"""

import logging
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.db import DatabaseError, connection
from django.utils import timezone

from cms.operations.backup.latest import latest_backup
from cms.operations.seeing.metrics.counts import Sample, labelled
from cms.operations.seeing.state import machine, work

logger = logging.getLogger(__name__)

Reading = tuple[str, dict[str, object], float]


def _build() -> Iterator[Reading]:
    yield "cms_build_info", {name.lower(): version for name, version in machine.versions().items()}, 1


def _delivery() -> Iterator[Reading]:
    due = work.due_rows()
    yield "cms_sequence", {}, work.sequence()
    yield "cms_due_rows", {}, due.count
    yield "cms_due_oldest_seconds", {}, due.seconds


def _jobs() -> Iterator[Reading]:
    jobs = work.jobs()
    for state, number in (("ready", jobs.ready.count), ("running", jobs.running), ("failed", jobs.failed)):
        yield "cms_jobs", {"state": state}, number
    yield "cms_jobs_oldest_seconds", {}, jobs.ready.seconds
    yield "cms_mails_waiting", {}, work.mails().count


def _webhooks() -> Iterator[Reading]:
    states, waiting = work.deliveries()
    for state, number in states.items():
        yield "cms_webhook_deliveries", {"state": state}, number
    yield "cms_webhook_oldest_seconds", {}, waiting.seconds
    for state, number in work.endpoints().items():
        yield "cms_webhook_endpoints", {"state": state}, number


def _edges() -> Iterator[Reading]:
    for edge in work.edges():
        label = {"edge": urlsplit(edge.url).netloc}
        yield "cms_edge_purges_waiting", label, edge.waiting
        yield "cms_edge_purges_failing", label, edge.failing


def _workers() -> Iterator[Reading]:
    workers = work.workers()
    yield "cms_workers", {}, len(workers)
    if workers:
        yield "cms_worker_pulse_age_seconds", {}, (timezone.now() - workers[0].seen_at).total_seconds()


def _machine() -> Iterator[Reading]:
    yield "cms_database_bytes", {}, machine.database_bytes()
    yield "cms_disk_free_bytes", {}, machine.disk().free


def _backup() -> Iterator[Reading]:
    if backup := latest_backup():
        yield "cms_backup_age_seconds", {}, (timezone.now() - backup.made_at).total_seconds()


SUBJECTS: list[Callable[[], Iterator[Reading]]] = [
    _build,
    _delivery,
    _jobs,
    _webhooks,
    _edges,
    _workers,
    _machine,
    _backup,
]


def read() -> dict[Sample, float]:
    found: dict[Sample, float] = {}
    for subject in SUBJECTS:
        try:
            found |= {(name, labelled(labels)): float(value) for name, labels, value in subject()}
        except (DatabaseError, OSError) as error:
            logger.warning("Metrics of %s cannot be read: %s", subject.__name__.strip("_"), type(error).__name__)
            if not connection.in_atomic_block:
                connection.close()
    return found
