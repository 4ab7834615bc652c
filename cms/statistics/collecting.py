"""Bringing journals to the database: each in one transaction, each exactly once, whoever is killed meanwhile."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from cms.core.text.formats import VIETNAM
from cms.statistics import tables
from cms.statistics.beacon import View
from cms.statistics.journal import claimed, journals
from cms.statistics.models import CountedJournal, Subject
from cms.statistics.places import places_of
from cms.statistics.referrers import known_or_more


def collect(folder: Path) -> int:
    """Count the journals nobody writes any more; return how many there were."""
    counted = 0
    for path in journals(folder):
        with claimed(path) as file:
            if file is None:
                continue
            _count(path.stem, file.read())
            path.unlink()
            counted += 1
    return counted


def _count(name: str, data: bytes) -> None:
    views, counts = _read(data)
    with transaction.atomic():
        journal = CountedJournal(name=name, counted_at=timezone.now())
        # Outside this transaction nobody can add the same name: the file's lock is held here.
        if CountedJournal.objects.filter(pk=name).exists():
            return
        CountedJournal.objects.bulk_create([journal])
        _add_views(views, counts)


def _read(data: bytes) -> tuple[list[View], Counter]:
    """Return a journal's views and other counts. A last line that a kill has cut is no line: nobody was told of it."""
    views, counts = [], Counter()
    for line in data.split(b"\n")[:-1]:
        try:
            values = json.loads(line)
        except ValueError:
            continue
        if len(values) == len(View._fields):
            views.append(View(*values))
        else:
            minute, subject, key, count = values
            counts[_day_of(minute), subject, key[:255], ""] += count
    return views, counts


def _add_views(views: list[View], counts: Counter) -> None:
    new = tables.remember({view.digest: view.minute for view in views if view.digest})
    minutes = Counter()
    fresh = []
    for view in views:
        if view.digest:
            if view.digest not in new:
                continue
            new.remove(view.digest)
        fresh.append(view)
    places = places_of({view.path for view in fresh})
    hosts = known_or_more({(_day_of(view.minute), view.referrer) for view in fresh if view.referrer})
    for view in fresh:
        place = places.get(view.path)
        if place is None:
            continue
        day = _day_of(view.minute)
        minutes[view.minute] += 1
        counts[day, Subject.VIEWS, "", place.locale] += 1
        counts[day, Subject.PAGE, place.path, place.locale] += 1
        if place.section:
            counts[day, Subject.SECTION, place.section, place.locale] += 1
        if view.is_search and place.is_search:
            counts[day, Subject.SEARCH, "", place.locale] += 1
        if view.referrer:
            counts[day, Subject.REFERRER, hosts[day, view.referrer], ""] += 1
    tables.add_days(counts)
    tables.add_minutes(minutes)


def _day_of(minute: int) -> date:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(VIETNAM).date()
