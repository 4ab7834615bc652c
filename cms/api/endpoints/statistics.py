"""`statistics/`: how often the website is read. Sums only, and none so small that it could be about somebody.

`{"meta", "counter", "days", "languages", "sections", "pages"}`: a number under MINIMUM is null.
"""

import json
from datetime import date, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.language import LANGUAGES
from cms.api.problems import invalid
from cms.core.addresses import absolute_url
from cms.core.text.formats import VIETNAM
from cms.delivery.documents import to_json
from cms.delivery.models import DeliveredItem
from cms.statistics import figures
from cms.statistics.counter import read
from cms.statistics.figures import Span
from cms.statistics.models import Subject

MINIMUM = 5
DEFAULT_DAYS, MOST_DAYS = 30, 366
MOST_PAGES = 20


class StatisticsView(ApiView):
    """The public numbers, and those of a span of days."""

    parameters = frozenset({"from", "until", "locale"})

    def read(self, request) -> HttpResponse:
        span = self.span()
        locale = self.query.choice("locale", LANGUAGES, _("locale '%(value)s' doesn't exist"))
        days = figures.by_day(Subject.VIEWS, span, locale)
        body = {
            "meta": {"from": span.first, "until": span.last, "locale": locale or None, "minimum": MINIMUM},
            "counter": public_numbers(),
            "days": [{"day": day, "views": shown(sum(views.values()))} for day, views in days.items()],
            "languages": [
                {"locale": language, "views": shown(sum(views[language] for views in days.values()))}
                for language in LANGUAGES
                if locale in ("", language)
            ],
            "sections": sections(span, locale),
            "pages": pages(span, locale),
        }
        response = answer(request, to_json(body).encode())
        # Counting moves no number by which answers are kept longer.
        response["Cache-Control"] = f"public, max-age={settings.STATISTICS_SNAPSHOT_SECONDS}"
        return response

    def span(self) -> Span:
        """Return the days asked for; by default the last thirty, today included."""
        last = self.day("until") or timezone.localdate()
        first = self.day("from") or last - timedelta(days=DEFAULT_DAYS - 1)
        if first > last:
            raise invalid("from", _("from must not be later than until"))
        if (last - first).days >= MOST_DAYS:
            raise invalid("from", _("at most %(maximum)d days can be asked for at once"), maximum=MOST_DAYS)
        return Span(first, last)

    def day(self, name: str) -> date | None:
        if name not in self.query:
            return None
        try:
            day = date.fromisoformat(self.query.text(name))
        except ValueError:
            day = None
        # Years of other centuries would leave the calendar where the other end is reckoned.
        if day is None or not 2000 <= day.year <= 2999 or len(self.query.text(name)) != len("2026-11-22"):
            raise invalid(name, _("%(name)s must be a day from 2000 on, such as 2026-11-22"), name=name)
        return day


def shown(number: int) -> int | None:
    """Return a number as it may be told: None for a small one."""
    return number if number >= MINIMUM else None


def public_numbers() -> dict:
    visits = read()
    return {
        "online": shown(visits.online),
        "today": shown(visits.today),
        "month": shown(visits.month),
        "total": shown(visits.total),
        "taken_at": visits.taken_at.astimezone(VIETNAM).replace(microsecond=0),
    }


def sections(span: Span, locale: str) -> list[dict]:
    """Return the sections anyone may know of."""
    found = figures.first_keys(Subject.SECTION, span, 200, locale)
    rows = DeliveredItem.objects.public().filter(uuid__in={key for key, _locale, _times in found})
    titles = {
        (str(uuid), language): json.loads(listing)["title"]
        for uuid, language, listing in rows.exclude(html_path="").values_list("uuid", "locale", "listing")
    }
    return [
        {"uuid": key, "locale": language, "title": titles[key, language], "views": shown(times)}
        for key, language, times in found
        if (key, language) in titles
    ]


def pages(span: Span, locale: str) -> list[dict]:
    """Return the most read pages of those anyone may have, each read often enough."""
    # Some of the first may not be shown here; few are.
    found = figures.first_keys(Subject.PAGE, span, 5 * MOST_PAGES, locale, least=MINIMUM)
    rows = DeliveredItem.objects.public().filter(html_path__in={key for key, _locale, _times in found})
    delivered = {
        path: (str(uuid), json.loads(listing)["title"])
        for path, uuid, listing in rows.values_list("html_path", "uuid", "listing")
    }
    return [
        {
            "uuid": delivered[path][0],
            "locale": language,
            "title": delivered[path][1],
            "html_url": absolute_url(path),
            "views": times,
        }
        for path, language, times in found
        if path in delivered
    ][:MOST_PAGES]
