"""Hosts that lead here: as many a day as anyone would read, whoever makes more up."""

from datetime import date

from cms.statistics.models import DayCount, Subject

MAX_HOSTS = 500
MORE_HOSTS = "…"


def known_or_more(found: set[tuple[date, str]]) -> dict[tuple[date, str], str]:
    """Return for each (day, host) the key it is counted under: itself, or MORE_HOSTS where the day has enough."""
    keys = {}
    for day in {day for day, _host in found}:
        known = set(DayCount.objects.filter(day=day, subject=Subject.REFERRER).values_list("key", flat=True))
        for host in sorted(host for of_day, host in found if of_day == day):
            if host not in known and len(known) >= MAX_HOSTS:
                keys[day, host] = MORE_HOSTS
            else:
                known.add(host)
                keys[day, host] = host
    return keys
