"""Rebuilding the delivery store's due rows, batch by batch, so that one broken item does not hold up the others."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone

from cms.delivery import store
from cms.delivery.models import DeliveredItem

logger = logging.getLogger(__name__)

BATCH = 100
# The clock's other jobs wait no longer than this; what is left is done at the next tick.
LONGEST_SECONDS = 5
# A row that cannot be built is looked at again after this.
POSTPONED_BY = timedelta(minutes=10)


def rebuild_due_rows(is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Rebuild until nothing is due, or for a few seconds; return how many rows were looked at.

    Raises OperationalError when the database is gone or locked: the rows are not to blame, and stay due.
    """
    looked_at, until = 0, time.monotonic() + LONGEST_SECONDS
    while (
        not is_stopping()
        and time.monotonic() < until
        and (rows := list(DeliveredItem.objects.due(timezone.now())[:BATCH]))
    ):
        try:
            store.rebuild({(row.type, row.object_id) for row in rows})
        except OperationalError:
            raise
        except Exception:
            logger.exception("A batch of due rows could not be rebuilt: going one by one")
            for row in rows:
                _rebuild(row)
        _postpone_what_is_still_due(rows)
        looked_at += len(rows)
    return looked_at


def _rebuild(row: DeliveredItem) -> None:
    try:
        store.rebuild({(row.type, row.object_id)})
    except OperationalError:
        raise
    except Exception:
        logger.exception("%s %s cannot be rebuilt", row.type, row.object_id)


def _postpone_what_is_still_due(rows: list[DeliveredItem]) -> None:
    """Otherwise the same batch would be taken for ever."""
    now = timezone.now()
    # A row that became due again meanwhile has another moment, and its turn comes.
    for row in rows:
        still_due = DeliveredItem.objects.filter(pk=row.pk, due_at=row.due_at)
        if still_due.update(due_at=now + POSTPONED_BY):
            logger.warning("%s %s is still due after a rebuild: looked at again later", row.type, row.object_id)
