"""The inbox: every case with its state and due date, narrowed by filters; nothing personal in the list itself."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.cases.admin import actions, case_page, data_views, publication_views
from cms.cases.admin.permissions import desk_permissions
from cms.cases.models import Case
from cms.cases.states import ENDED, State
from cms.cases.tracking_code import digest_of
from cms.core.text.formats import short_date


def staff():
    """Return the users a case can be given to."""
    return (
        get_user_model()
        .objects.with_perm("cases.change_case", backend="django.contrib.auth.backends.ModelBackend")
        .filter(is_active=True)
        .order_by("username")
    )


class CaseFilterSet(WagtailFilterSet):
    """What the inbox is narrowed by."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    overdue = django_filters.ChoiceFilter(
        label=_("Time"), choices=[("yes", _("Overdue"))], method="narrow_overdue", widget=forms.RadioSelect
    )
    mine = django_filters.ChoiceFilter(
        label=_("Assigned to"),
        choices=[("me", _("Me")), ("nobody", _("Nobody"))],
        method="narrow_mine",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Case
        fields = ["kind", "state", "overdue", "mine", "topic", "language"]

    def narrow_overdue(self, cases, _name, _value):
        return cases.overdue()

    def narrow_mine(self, cases, _name, value):
        return cases.filter(assignee=self.request.user if value == "me" else None)


class InboxView(generic.IndexView):
    """What waits longest is first; what has ended is behind."""

    page_title = _("Inbox")
    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("topic", "assignee")

    def search_queryset(self, queryset):
        digest = digest_of(self.search_query or "")
        return queryset.filter(code_digest=digest) if digest else super().search_queryset(queryset)


def _due(case: Case) -> str:
    if case.state in ENDED:
        return ""
    day = short_date(case.due_on, get_language())
    return f"{day} · {_('Overdue')}" if case.is_overdue else day


def _received(case: Case) -> str:
    return short_date(case.received_at, get_language())


class InboxViewSet(ModelViewSet):
    """Cases: looked at and moved, never edited as a form."""

    model = Case
    name = "cases"
    url_prefix = "cases"
    icon = "mail"
    menu_label = _("Inbox")
    menu_order = 100
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = InboxView
    inspect_view_class = case_page.CaseInspectView
    filterset_class = CaseFilterSet
    list_display = [
        TitleColumn("pk", label=_("Case"), accessor=str, get_url=lambda case: reverse("cases:inspect", args=[case.pk])),
        Column("topic", label=_("Topic"), accessor="topic_text"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor="get_state_display",
            primary=lambda case: case.state not in ENDED,
            sort_key="state",
        ),
        Column(
            "received_at",
            label=_("Received"),
            accessor=lambda case: short_date(case.received_at, "vi"),
            sort_key="received_at",
        ),
        Column("due_on", label=_("Due on"), accessor=_due, sort_key="due_on"),
        Column("assignee", label=_("Assignee")),
        Column("language", label=_("Language"), accessor="get_language_display"),
    ]
    list_per_page = 50
    ordering = "-received_at"
    search_fields = ["name", "email", "phone", "text"]
    search_backend_name = None
    # Wagtail asks for a form although nobody may add or change.
    form_fields = ["state"]

    def get_permissions_to_register(self):
        return desk_permissions()

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            *actions.urlpatterns,
            *publication_views.urlpatterns,
            *data_views.urlpatterns_of_case,
            path("<int:pk>/file/<int:file_pk>/", case_page.FileView.as_view(), name="file"),
        ]
