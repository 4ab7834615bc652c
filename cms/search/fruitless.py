"""Counting what is searched for and not found, so that editors learn what is missing: words and days, no persons."""

import logging
import re
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F, Max, QuerySet, Sum
from django.utils import timezone

from cms.search.models import FruitlessSearch

logger = logging.getLogger(__name__)

KEPT = timedelta(days=180)
# What only one person may have typed is nobody's affair.
LEAST_SHOWN = 3
MAX_LENGTH = FruitlessSearch._meta.get_field("query").max_length
MAX_WORDS = 10
# Somebody who tries everything does not fill the table.
MAX_A_DAY = 2_000
# An e-mail address; an address of the web; seven figures or more, however they are grouped: telephones, identity cards.
_PERSONAL = re.compile(r"@|https?:|www\.|(?:\d[\s.\-()+]*){7,}")


def is_kept(query: str) -> bool:
    """Whether a query may be counted: it is not long, and does not look like something about a person."""
    return 0 < len(query) <= MAX_LENGTH and len(query.split()) <= MAX_WORDS and not _PERSONAL.search(query)


def count(query: str, language: str) -> None:
    """Count a normalised query that found nothing, if it may be. A database that is busy loses a count, no reader."""
    query = query.casefold().strip(" \"'?!.,;:")
    if not is_kept(query):
        return
    today = timezone.localdate()
    try:
        with transaction.atomic():
            days = FruitlessSearch.objects.filter(day=today)
            asked = days.filter(query=query, locale=language)
            if not asked.update(count=F("count") + 1) and days.count() < MAX_A_DAY:
                FruitlessSearch.objects.bulk_create(
                    [FruitlessSearch(query=query, locale=language, day=today)], ignore_conflicts=True
                )
                asked.update(count=F("count") + 1)
    except DatabaseError:
        logger.warning("A search without result was not counted", exc_info=True)


def report() -> QuerySet:
    """Return {"query", "locale", "times", "last"} of what is searched for often enough, the most frequent first."""
    grouped = FruitlessSearch.objects.order_by().values("query", "locale")
    return (
        grouped.annotate(times=Sum("count"), last=Max("day"))
        .filter(times__gte=LEAST_SHOWN)
        .order_by("-times", "-last", "query")
    )


def forget_old() -> int:
    """Delete counts older than half a year; return how many."""
    _total, by_model = FruitlessSearch.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
    return by_model.get(FruitlessSearch._meta.label, 0)
