"""Answers whose law has changed, in the admin: a list for whoever may publish them, and lines among his work."""

from datetime import datetime, time

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from articles.law.status import today_in_vietnam
from articles.questions.mark_reviewed import mark_as_reviewed
from articles.questions.review_panel import MARK_URL
from articles.questions.reviewing import answers_to_review
from cms.core.text.formats import VIETNAM
from cms.moderation.work import Item

REPORT_URL = "answers_to_review"
# Who sets an answer right: not who only looks.
REVIEWERS = frozenset({"change", "publish"})


def answers_of(user) -> list:
    """Return the answers a person may set right and whose law has changed.

    Each has `state`, `happened`, `coming` and `may_be_marked`.
    """
    from articles.models import LegalQuestionPage

    own = page_permission_policy.instances_user_has_any_permission_for(user, REVIEWERS)
    pages = LegalQuestionPage.objects.filter(pk__in=own.values("pk"))
    today, answers = today_in_vietnam(), []
    for page, law in answers_to_review(pages):
        page.state, page.happened, page.coming = law.state_on(today), law.open_on(today), law.coming_after(today)
        # What is still to come cannot be answered for; and only who may publish takes the notice from readers.
        page.may_be_marked = bool(page.happened) and page.permissions_for_user(user).can_publish()
        answers.append(page)
    return answers


class ChangesColumn(Column):
    """What has changed, and what will."""

    cell_template_name = "articles/admin/law_changes_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "happened": instance.happened, "coming": instance.coming}


class MarkColumn(TitleColumn):
    """The way to mark an answer as reviewed; nothing at all where that cannot be done yet."""

    empty_value_display = ""


def _word_to_mark(answer) -> str:
    return str(_("Mark as reviewed")) if answer.may_be_marked else ""


def _address_to_mark(answer) -> str | None:
    return reverse(MARK_URL, args=[answer.pk]) if answer.may_be_marked else None


class AnswersToReviewView(ReportView):
    """One row for each answer, the longest waiting first."""

    page_title = _("Answers whose law has changed")
    header_icon = "rotate"
    index_url_name = REPORT_URL
    index_results_url_name = f"{REPORT_URL}_results"
    results_template_name = "articles/admin/answers_to_review.html"
    permission_policy = page_permission_policy
    any_permission_required = REVIEWERS
    is_searchable = False
    list_export = ["title", "answer_date", "state.label", "changes_text", "full_url"]
    export_headings = {
        "title": _("Question"),
        "answer_date": _("Answered"),
        "state.label": pgettext_lazy("answer", "State"),
        "changes_text": _("What has changed"),
        "full_url": _("Address"),
    }
    columns = [
        TitleColumn("title", label=_("Question"), url_name="wagtailadmin_pages:edit"),
        Column("answer_date", label=_("Answered")),
        Column("state", label=pgettext_lazy("answer", "State"), accessor="state.label"),
        ChangesColumn("changes", label=_("What has changed")),
        MarkColumn("mark", label="", accessor=_word_to_mark, get_url=_address_to_mark),
    ]

    def get_queryset(self):
        return answers_of(self.request.user)

    def filter_queryset(self, answers):
        for answer in answers:
            answer.changes_text = "; ".join(f"{one.name}: {one.label} {one.day:%d/%m/%Y}" for one in answer.happened)
        return answers


def reviews_waiting(user, limit: int) -> tuple[str, list[Item], str]:
    """Return what of "my work" these are: the answers whose law has changed already, the longest ago first."""
    heading, report_url = str(_("Answers whose law has changed")), reverse(REPORT_URL)
    if not page_permission_policy.user_has_any_permission(user, REVIEWERS):
        return heading, [], report_url
    items = [
        Item(
            title=answer.title,
            url=reverse("wagtailadmin_pages:edit", args=[answer.pk]),
            language=answer.locale.language_code,
            since=datetime.combine(answer.happened[0].day, time.min, VIETNAM),
            who=answer.state.label,
            note="; ".join(f"{one.name}: {one.label} {one.day:%d/%m/%Y}" for one in answer.happened),
        )
        for answer in answers_of(user)
        if answer.happened
    ]
    return heading, items[:limit], report_url


class ReportMenuItem(MenuItem):
    """The report in the menu of those who may read it."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, REVIEWERS)


def report_urls() -> list:
    return [
        path("reports/answers/", AnswersToReviewView.as_view(), name=REPORT_URL),
        path(
            "reports/answers/results/",
            AnswersToReviewView.as_view(results_only=True),
            name=f"{REPORT_URL}_results",
        ),
        path("reports/answers/<int:pk>/reviewed/", mark_as_reviewed, name=MARK_URL),
    ]


def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        _("Answers whose law has changed"), reverse(REPORT_URL), name="answers-to-review", icon_name="rotate", order=790
    )
