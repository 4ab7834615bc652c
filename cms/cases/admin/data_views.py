"""Personal data on the desk: wishes with their clock, what is erased next, a case's export and erasure."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from cms.cases.admin.case_views import CasePageView, OfCase
from cms.cases.models import CaseAccess, CaseEvent, DataRequest, ErasureReport
from cms.cases.personal.copies import copy_of
from cms.cases.personal.erasure import AHEAD, due_for_erasure, erase

REPORTS_SHOWN = 20


class ExportView(OfCase, View):
    """All that is known of the sender, as a JSON file for the sender."""

    right = "manage_personal_data"

    def post(self, request, *args, **kwargs):
        self.note_look(CaseAccess.What.EXPORT)
        CaseEvent.objects.create(case=self.case, at=timezone.now(), actor=request.user, what=CaseEvent.What.EXPORTED)
        response = JsonResponse(copy_of(self.case), json_dumps_params={"ensure_ascii": False, "indent": 2})
        response["Content-Disposition"] = f'attachment; filename="case-{self.case.pk}.json"'
        response["Cache-Control"] = "no-store"
        return response


class EraseView(CasePageView, FormView):
    """Whether a case is really to be erased."""

    right = "manage_personal_data"
    page_title = _("Erase personal data")
    header_icon = "bin"
    form_class = forms.Form
    template_name = "cases/admin/erase.html"

    def form_valid(self, form):
        if self.case.erased_at is None:
            erase(self.case, timezone.now(), self.request.user)
        messages.success(self.request, _("What was personal in it is erased."))
        return redirect(self.address)


class WishDoneView(OfCase, View):
    """A wish that was granted: the copy was handed over."""

    right = "manage_personal_data"

    def post(self, request, *args, **kwargs):
        wish = get_object_or_404(self.case.data_requests, pk=self.kwargs["wish_pk"], wish=DataRequest.Wish.COPY)
        if wish.done_at is None:
            wish.done_at, wish.done_by = timezone.now(), request.user
            wish.save(update_fields=["done_at", "done_by"])
        return redirect(self.address)


class PersonalDataView(WagtailAdminTemplateMixin, TemplateView):
    """Wishes that are open, what the scheduled erasure will take next, and what it took."""

    page_title = _("Personal data")
    header_icon = "key"
    template_name = "cases/admin/personal_data.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("cases.manage_personal_data"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            wishes=DataRequest.objects.filter(done_at=None).select_related("case"),
            upcoming=due_for_erasure(timezone.now(), AHEAD),
            reports=ErasureReport.objects.all()[:REPORTS_SHOWN],
            **kwargs,
        )


class PersonalDataViewSet(ViewSet):
    """Personal data in the desk's menu."""

    name = "cases_personal_data"
    url_prefix = "cases-personal-data"
    icon = "key"
    menu_label = _("Personal data")
    menu_url = reverse_lazy("cases_personal_data:index")

    def get_urlpatterns(self):
        return [path("", PersonalDataView.as_view(), name="index")]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: request.user.has_perm("cases.manage_personal_data")
        return item


urlpatterns_of_case = [
    path("<int:pk>/export/", ExportView.as_view(), name="export"),
    path("<int:pk>/erase/", EraseView.as_view(), name="erase"),
    path("<int:pk>/wish/<int:wish_pk>/done/", WishDoneView.as_view(), name="wish_done"),
]
