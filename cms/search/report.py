"""The report of what is searched for and not found; as a table, and for spreadsheets."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from cms.search.fruitless import report
from cms.search.models import FruitlessSearch


class FruitlessSearchesView(ReportView):
    """Words, language, how often in half a year, and when last."""

    page_title = _("Searches without result")
    header_icon = "search"
    index_url_name = "fruitless_searches"
    index_results_url_name = "fruitless_searches_results"
    results_template_name = "search/admin/fruitless_searches.html"
    permission_required = "view"
    model = FruitlessSearch
    list_export = ["query", "locale", "times", "last"]
    export_headings = {
        "query": _("Searched for"),
        "locale": _("Language"),
        "times": _("Times"),
        "last": _("Last"),
    }

    def get_queryset(self):
        return report()

    @cached_property
    def columns(self):
        return [
            Column("query", label=_("Searched for")),
            Column("locale", label=_("Language")),
            Column("times", label=_("Times")),
            DateColumn("last", label=_("Last")),
        ]
