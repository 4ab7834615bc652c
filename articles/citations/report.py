"""The report of numbers that pages cite and no published record has."""

import django_filters
from django.db.models import Count, OuterRef, Subquery
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from articles.citations.citation import Citation
from articles.law.numbers.document_number import separator_free
from cms.core.text.folding import fold_number

REPORT_URL = "unresolved_citations"
# Whoever writes pages reads it, as Wagtail's own reports.
REPORT_READERS = frozenset({"add", "change", "publish"})


class UnresolvedFilterSet(WagtailFilterSet):
    """By number, in any spelling, and by the language of the page."""

    number = django_filters.CharFilter(label=pgettext_lazy("legal document", "Number"), method="keep_number")
    language = django_filters.ModelChoiceFilter(
        field_name="page__locale", label=_("Language"), queryset=Locale.objects.all()
    )

    class Meta:
        model = Citation
        fields = []

    def keep_number(self, citations, name, value):
        return citations.filter(key__contains=separator_free(fold_number(value)))


class UnresolvedCitationsView(ReportView):
    """One row for each page that cites a number without a record; the number cited by most pages first."""

    page_title = _("Cited numbers without a record")
    header_icon = "doc-full-inverse"
    index_url_name = REPORT_URL
    index_results_url_name = f"{REPORT_URL}_results"
    filterset_class = UnresolvedFilterSet
    default_ordering = "-page_count"
    paginate_by = 50
    permission_policy = page_permission_policy
    any_permission_required = REPORT_READERS
    export_headings = {
        "printed": pgettext_lazy("legal document", "Number"),
        "page_count": _("Pages that cite it"),
        "page.title": _("Page"),
        "page.locale.language_code": _("Language"),
        "page.full_url": _("Address"),
    }
    list_export = ["printed", "page_count", "page.title", "page.locale.language_code", "page.full_url"]
    columns = [
        Column("printed", label=pgettext_lazy("legal document", "Number")),
        Column("page_count", label=_("Pages that cite it")),
        TitleColumn(
            "title",
            label=_("Page"),
            accessor="page.title",
            url_name="wagtailadmin_pages:edit",
            id_accessor="page.pk",
        ),
        Column("locale", label=_("Language"), accessor="page.locale"),
    ]

    def get_base_queryset(self):
        same = Citation.objects.unresolved().filter(key=OuterRef("key")).order_by().values("key")
        counted = same.annotate(number=Count("page")).values("number")
        citations = Citation.objects.unresolved().select_related("page__locale")
        return citations.annotate(page_count=Subquery(counted)).order_by("-page_count", "key", "page__title", "pk")


class ReportMenuItem(MenuItem):
    """The report in the menu of those who may read it."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, REPORT_READERS)


def report_urls() -> list:
    return [
        path("reports/citations/", UnresolvedCitationsView.as_view(), name=REPORT_URL),
        path(
            "reports/citations/results/",
            UnresolvedCitationsView.as_view(results_only=True),
            name=f"{REPORT_URL}_results",
        ),
    ]


def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        _("Cited numbers without a record"), reverse(REPORT_URL), icon_name="doc-full-inverse", order=800
    )
