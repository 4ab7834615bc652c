"""The room in the admin: its taxonomies in one menu, its reports, and what is told after a law document is saved."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import LocaleColumn, UpdatedAtColumn, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from articles.citations.report import report_menu_item, report_urls
from articles.law.number_warnings import warn_editor
from articles.models import Category, Issuer, LegalField, QuestionTopic
from articles.questions import review_report
from articles.questions.reviewing import REVIEWED


class TermViewSet(SnippetViewSet):
    """A taxonomy: sorted as Vietnamese sorts, found without accents, with the number of places each term is used in."""

    list_display = [
        "name",
        LocaleColumn(),
        UsageCountColumn("usage_count", label=_("Used in"), sort_key="usage_count"),
        UpdatedAtColumn(),
    ]
    ordering = ["sort_key", "pk"]
    list_per_page = 50
    inspect_view_enabled = True

    def get_queryset(self, request):
        return self.model.objects.annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))


class CategoryViewSet(TermViewSet):
    model = Category
    icon = "tag"
    menu_label = _("Categories of articles")


class LegalFieldViewSet(TermViewSet):
    model = LegalField
    icon = "tag"
    menu_label = _("Fields of law")


class IssuerViewSet(TermViewSet):
    model = Issuer
    icon = "group"
    menu_label = _("Issuing bodies")


class QuestionTopicViewSet(TermViewSet):
    model = QuestionTopic
    icon = "help"
    menu_label = _("Topics of questions")


class TaxonomyViewSetGroup(SnippetViewSetGroup):
    """What articles, law documents and questions are sorted by."""

    items = (CategoryViewSet, LegalFieldViewSet, IssuerViewSet, QuestionTopicViewSet)
    menu_label = _("Taxonomies")
    menu_icon = "list-ul"
    menu_order = 300


register_snippet(TaxonomyViewSetGroup)
hooks.register("after_create_page", warn_editor)
hooks.register("after_edit_page", warn_editor)
hooks.register("register_admin_urls", report_urls)
hooks.register("register_reports_menu_item", report_menu_item)
hooks.register("register_admin_urls", review_report.report_urls)
hooks.register("register_reports_menu_item", review_report.report_menu_item)


@hooks.register("register_log_actions")
def name_reviews(actions):
    actions.register_action(REVIEWED, _("Review of an answer"), _("Reviewed after a change of its law"))
