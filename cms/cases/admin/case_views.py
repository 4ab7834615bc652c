"""What the views of one case share: who may, which case, that it was looked at, and the way back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.cases.models import Case, CaseAccess


class OfCase:
    """Mixed into a view of one case; `right` is the codename its users need beside seeing cases."""

    right = "view_case"

    def dispatch(self, request, *args, **kwargs):
        if not all(request.user.has_perm(f"cases.{right}") for right in {"view_case", self.right}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def case(self) -> Case:
        return get_object_or_404(Case.objects.select_related("topic", "assignee", "publication"), pk=self.kwargs["pk"])

    @property
    def address(self) -> str:
        return reverse("cases:inspect", args=[self.case.pk])

    def note_look(self, what: str) -> None:
        CaseAccess.objects.create(case=self.case, user=self.request.user, at=timezone.now(), what=what)


class CasePageView(OfCase, WagtailAdminTemplateMixin):
    """A page below a case's own."""

    header_icon = "mail"

    def get_page_subtitle(self):
        return str(self.case)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("cases:index"), "label": _("Inbox")},
            {"url": self.address, "label": str(self.case)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(case=self.case, address=self.address, **kwargs)
