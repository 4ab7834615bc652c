"""The search in the admin: synonyms, promoted results, and what is searched for and not found."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.search.models import PromotedResult, SynonymGroup
from cms.search.report import FruitlessSearchesView


class SynonymGroupViewSet(SnippetViewSet):
    """Groups of synonyms."""

    model = SynonymGroup
    icon = "list-ul"
    list_display = [Column("__str__", label=_("Words and phrases"))]
    list_per_page = 50
    search_backend_name = None
    search_fields = ["phrases"]
    copy_view_enabled = False


class PromotedResultViewSet(SnippetViewSet):
    """Pages put above the results of certain searches."""

    model = PromotedResult
    icon = "pick"
    list_display = [Column("__str__", label=_("Page")), Column("searches", label=_("Searches"))]
    search_backend_name = None
    search_fields = ["searches"]
    copy_view_enabled = False


class SearchGroup(SnippetViewSetGroup):
    """What editors can do about the search."""

    menu_label = _("Search")
    menu_name = "search-words"
    menu_icon = "search"
    menu_order = 330
    items = (SynonymGroupViewSet, PromotedResultViewSet)


register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def add_report_addresses():
    return [
        path("reports/fruitless-searches/", FruitlessSearchesView.as_view(), name="fruitless_searches"),
        path(
            "reports/fruitless-searches/results/",
            FruitlessSearchesView.as_view(results_only=True),
            name="fruitless_searches_results",
        ),
    ]


class ReportMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request):
        return request.user.has_perm("cms_search.view_fruitlesssearch")


@hooks.register("register_reports_menu_item")
def add_report_to_menu():
    return ReportMenuItem(
        _("Searches without result"), reverse("fruitless_searches"), name="fruitless-searches", icon_name="search"
    )
