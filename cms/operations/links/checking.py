"""Asking other websites whether an address still leads somewhere: seldom, one by one, no host twice in a turn."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import connections
from django.utils import timezone

from cms.operations.links.address import GONE, LinkedAddress
from cms.operations.links.collecting import collect
from cms.partners.outgoing import UnreachableError, send
from cms.partners.target import TargetRefusedError
from home.models import Link

logger = logging.getLogger(__name__)

# Of so many that are due, each host once.
LOOKED_AT = 200
A_TURN = 5
SECONDS = 8.0
# What failed is asked again this soon: a website may be down for an hour.
AGAIN = timedelta(hours=20)


class Turns:
    """Turns of asking, each in a thread of its own: a website that says nothing must not hold up the clock."""

    def __init__(self):
        self._thread: threading.Thread | None = None

    def begin(self, is_stopping: Callable[[], bool]) -> None:
        """Begin a turn, unless the last one is not over yet or nobody is to be asked."""
        if not settings.LINK_CHECK_DAYS or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = threading.Thread(target=self._turn, args=(is_stopping,), name="links", daemon=True)
        self._thread.start()

    def _turn(self, is_stopping: Callable[[], bool]) -> None:
        try:
            check(is_stopping)
        except Exception:
            logger.exception("Links to other websites could not be looked at")
        finally:
            connections.close_all()


def check(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Collect what is published, then ask some of what is due; return how many were asked. Off: none."""
    if not settings.LINK_CHECK_DAYS:
        return 0
    collect(is_stopping)
    asked = 0
    for address in _next():
        if is_stopping():
            break
        _ask(address)
        asked += 1
    return asked


def _next() -> list[LinkedAddress]:
    now = timezone.now()
    due = LinkedAddress.objects.due(now - timedelta(days=settings.LINK_CHECK_DAYS), now - AGAIN)[:LOOKED_AT]
    by_host: dict[str, LinkedAddress] = {}
    for address in due:
        by_host.setdefault(address.host, address)
    return list(by_host.values())[:A_TURN]


def _ask(address: LinkedAddress) -> None:
    address.status, address.problem = _answer_of(address.url)
    is_answered = not address.problem and address.status not in GONE and address.status < 500
    is_fine = is_answered or address.problem == LinkedAddress.Problem.REFUSED
    address.failures = 0 if is_fine else min(address.failures + 1, 1000)
    address.checked_at = timezone.now()
    address.save()
    # Shown beside the link in the admin, no part of what is published: no draft, no revision.
    Link.objects.filter(url=address.url).update(
        last_checked_at=address.checked_at, last_check_result=str(address.status or address.problem)
    )


def _answer_of(url: str) -> tuple[int | None, str]:
    """Return (status, problem): one of both. HEAD first; whoever does not like that is asked for the page."""
    try:
        status = send(url, method="HEAD", total_seconds=SECONDS, max_bytes=0).status
        if status >= 400:
            status = send(url, total_seconds=SECONDS, max_bytes=1024).status
    except TargetRefusedError:
        return None, LinkedAddress.Problem.REFUSED
    except UnreachableError as error:
        return None, error.kind
    return status, ""
