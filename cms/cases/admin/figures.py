"""The desk's figures: what came in and how long answers took, week by week, as a small plot of our own."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from cms.cases.models import Case
from cms.cases.models.case import today
from cms.cases.models.holiday import days_off
from cms.cases.working_days import working_days_between
from cms.core.text.formats import VIETNAM

WEEKS = 13
WIDTH, HEIGHT, BOTTOM = 52, 160, 24


@dataclass(frozen=True)
class Week:
    """`days` is the median of working days from receipt to answer, of what was answered; None where nothing was."""

    monday: date
    received: int
    answered: int
    days: float | None


def weeks(until: date) -> list[Week]:
    """Return the last WEEKS weeks, the week of `until` included; three queries."""
    first = until - timedelta(days=until.weekday() + 7 * (WEEKS - 1))
    off = days_off()
    mondays = [first + timedelta(days=7 * number) for number in range(WEEKS)]
    begins = first - timedelta(days=1)
    received = Counter(
        _monday(moment)
        for moment in Case.objects.filter(received_at__date__gt=begins).values_list("received_at", flat=True)
    )
    taken: dict[date, list[int]] = {}
    answered = Case.objects.filter(answered_at__date__gt=begins).values_list("received_at", "answered_at")
    for start, end in answered:
        days = working_days_between(start.astimezone(VIETNAM).date(), end.astimezone(VIETNAM).date(), off)
        taken.setdefault(_monday(end), []).append(days)
    return [
        Week(monday, received[monday], len(taken.get(monday, [])), median(taken[monday]) if monday in taken else None)
        for monday in mondays
    ]


def _monday(moment) -> date:
    day = moment.astimezone(VIETNAM).date()
    return day - timedelta(days=day.weekday())


def plot(values: list[float | None]) -> list[dict]:
    """Return a bar a value for the SVG: {x, y, height, value}; heights by the largest, at least one."""
    most = max([value for value in values if value] or [1])
    bars = []
    for place, value in enumerate(values):
        height = round((value or 0) / most * HEIGHT)
        bars.append({"x": place * WIDTH + 8, "y": HEIGHT - height + BOTTOM, "height": height, "value": value})
    return bars


class FiguresView(WagtailAdminTemplateMixin, TemplateView):
    """Two plots and the same as a table."""

    page_title = _("Figures of the desk")
    header_icon = "history"
    template_name = "cases/admin/figures.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("cases.view_case"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        shown = weeks(today())
        return super().get_context_data(
            weeks=shown,
            intake=list(zip(shown, plot([week.received for week in shown]), strict=True)),
            times=list(zip(shown, plot([week.days for week in shown]), strict=True)),
            width=WEEKS * WIDTH + 8,
            height=HEIGHT + 2 * BOTTOM + 4,
            label_y=HEIGHT + 2 * BOTTOM - 4,
            waiting=Case.objects.waiting().count(),
            overdue=Case.objects.overdue().count(),
            **kwargs,
        )


class FiguresViewSet(ViewSet):
    """The figures in the desk's menu."""

    name = "cases_figures"
    url_prefix = "cases-figures"
    icon = "history"
    menu_label = _("Figures of the desk")
    menu_url = reverse_lazy("cases_figures:index")

    def get_urlpatterns(self):
        return [path("", FiguresView.as_view(), name="index")]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: request.user.has_perm("cases.view_case")
        return item
