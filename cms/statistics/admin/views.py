"""The report of visits: what was read, when, in which language, and how people came."""

import csv
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.statistics import figures
from cms.statistics.admin.plots import Plot
from cms.statistics.counter import read
from cms.statistics.figures import Span
from cms.statistics.models import DayCount, Subject

PERMISSION = "cms_statistics.view_daycount"
SPANS = {7: _("7 days"), 30: _("30 days"), 90: _("3 months"), 365: _("1 year")}
DEFAULT_SPAN = 30
MOST_ROWS = 20
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
PLOTTED = {
    Subject.SEARCH: _("Searches by day"),
    Subject.DOWNLOAD: _("Downloads by day"),
    Subject.API: _("Uses of the API by day"),
}
LISTED = {
    Subject.PAGE: _("Pages read most"),
    Subject.REFERRER: _("Websites that lead here"),
    Subject.DOWNLOAD: _("Files downloaded most"),
    Subject.API: _("Endpoints of the API used most"),
}


@dataclass(frozen=True)
class Row:
    """A row of a list; `share` in per cent of the longest."""

    label: str
    url: str
    language: str
    times: int
    share: int


class VisitsView(WagtailAdminTemplateMixin, TemplateView):
    """`?days=` of SPANS; `?export=csv` gives every number of these days."""

    page_title = _("Visits")
    header_icon = "view"
    template_name = "statistics/admin/visits.html"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": _("Visits")}]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if request.GET.get("export") == "csv":
            return self.export()
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def days(self) -> int:
        text = self.request.GET.get("days", "")
        return int(text) if text in map(str, SPANS) else DEFAULT_SPAN

    @cached_property
    def span(self) -> Span:
        return Span.of_days(self.days, timezone.localdate())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            visits=read(),
            spans=[(days, label, days == self.days) for days, label in SPANS.items()],
            days=self.days,
            plots=self.plots(),
            lists=[(heading, self.rows(subject)) for subject, heading in LISTED.items()],
        )

    def plots(self) -> list[Plot]:
        views = figures.by_day(Subject.VIEWS, self.span)
        plots = [
            Plot(
                "views",
                str(_("Views by day and language")),
                list(LANGUAGES.values()),
                {day: [times[code] for code in LANGUAGES] for day, times in views.items()},
            ),
            self.sections(),
        ]
        for subject, heading in PLOTTED.items():
            days = figures.by_day(subject, self.span)
            values = {day: [sum(times.values())] for day, times in days.items()}
            plots.append(Plot(str(subject), str(heading), [str(Subject(subject).label)], values))
        return plots

    def sections(self) -> Plot:
        """Return views by day of the sections read most, both languages together."""
        first = list(dict.fromkeys(key for key, _locale, _times in figures.first_keys(Subject.SECTION, self.span, 12)))
        keys = first[:5]
        titles = titles_of(keys)
        days = {day: [0] * len(keys) for day in self.span.days()}
        rows = figures.rows_of(Subject.SECTION, self.span).filter(key__in=keys)
        for day, key, times in rows.values_list("day", "key", "count"):
            days[day][keys.index(key)] += times
        return Plot("sections", str(_("Views by day and section")), [titles.get(key, key) for key in keys], days)

    def rows(self, subject: Subject) -> list[Row]:
        found = figures.first_keys(subject, self.span, MOST_ROWS)
        most = max((times for _key, _locale, times in found), default=1)
        return [
            Row(
                label=key or "/api/v2/",
                url=key if subject in (Subject.PAGE, Subject.DOWNLOAD) else "",
                language=LANGUAGES.get(locale, ""),
                times=times,
                share=max(1, round(100 * times / most)),
            )
            for key, locale, times in found
        ]

    def export(self) -> HttpResponse:
        """Return every number as a table: day, subject, what, language, times."""
        name = f"visits-{self.span.first}-{self.span.last}.csv"
        response = HttpResponse(
            content_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
        # Spreadsheet programs take it for another encoding without this mark.
        response.write("\ufeff")
        table = csv.writer(response)
        table.writerow([_("day"), pgettext("visits", "subject"), _("key"), _("language"), _("times")])
        rows = DayCount.objects.filter(day__gte=self.span.first, day__lte=self.span.last)
        for row in rows.order_by("day", "subject", "-count", "key").iterator():
            table.writerow([row.day.isoformat(), row.get_subject_display(), row.key, row.locale, row.count])
        return response


def titles_of(uuids: list[str]) -> dict[str, str]:
    """Return the Vietnamese titles of pages."""
    pages = Page.objects.filter(translation_key__in=uuids, locale__language_code=settings.LANGUAGE_CODE)
    return {str(uuid): title for uuid, title in pages.values_list("translation_key", "title")}
