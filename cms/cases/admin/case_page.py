"""A case as staff see it: what was sent, what is to be done, what happened; and its files, to be downloaded only."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views import generic

from cms.cases.admin.case_views import OfCase
from cms.cases.letters import letters_given_up
from cms.cases.models import CaseAccess
from cms.cases.moving import moves_for
from cms.cases.redaction.marking import mark
from cms.cases.redaction.publishing import may_prepare

LOOKS_SHOWN = 20


class CaseInspectView(OfCase, generic.InspectView):
    """One case with all that is known of it."""

    page_title = _("Case")
    template_name = "cases/admin/case.html"

    def get_object(self, queryset=None):
        return self.case

    def get_context_data(self, **kwargs):
        from cms.cases.admin.inbox import staff

        case, user = self.case, self.request.user
        self.note_look(CaseAccess.What.CASE)
        return super().get_context_data(
            case=case,
            text=mark(case.text),
            moves=moves_for(case, user),
            may_change=user.has_perm("cases.change_case") and not case.erased_at,
            may_manage=user.has_perm("cases.manage_personal_data"),
            may_publish=user.has_perm("cases.publish_case") and may_prepare(case),
            events=case.events.select_related("actor"),
            messages_sent=[(message, mark(message.text)) for message in case.messages.all()],
            attachments=case.attachments.all(),
            consents=case.consents.select_related("notice"),
            data_requests=case.data_requests.select_related("done_by"),
            failed_mails=letters_given_up(case),
            looks=case.accesses.select_related("user")[:LOOKS_SHOWN],
            staff=staff(),
            **kwargs,
        )

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response


class FileView(OfCase, View):
    """A file somebody sent: downloaded, never opened in the browser."""

    def get(self, request, *args, **kwargs):
        attachment = get_object_or_404(self.case.attachments, pk=self.kwargs["file_pk"])
        self.note_look(CaseAccess.What.FILE)
        response = FileResponse(
            attachment.file.open("rb"),
            as_attachment=True,
            filename=attachment.name,
            content_type=attachment.content_type,
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["Cache-Control"] = "no-store"
        return response
