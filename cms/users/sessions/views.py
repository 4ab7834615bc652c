"""One's own sessions, and what an administrator does to a colleague's account."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from cms.users.second_factor.resetting import reset_second_factor
from cms.users.sessions.browsers import name_of
from cms.users.sessions.ending import end_other_sessions, end_session, end_sessions_of, sessions_of
from cms.users.sessions.seeing import note_visit


class SessionsView(WagtailAdminTemplateMixin, TemplateView):
    """Lists one's own sessions; a POST ends one of them (`session`), or all others."""

    page_title = gettext_lazy("Where you are signed in")
    header_icon = "globe"
    template_name = "users/admin/sessions.html"

    def get_breadcrumbs_items(self):
        account = {"url": reverse("wagtailadmin_account"), "label": _("Account")}
        return [*self.breadcrumbs_items, account, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        note_visit(self.request, at_once=True)
        current = self.request.session.session_key
        rows = [(one, name_of(one.user_agent), one.session_key == current) for one in sessions_of(self.request.user)]
        # This one first.
        return super().get_context_data(rows=sorted(rows, key=lambda row: not row[2]), **kwargs)

    def post(self, request, *args, **kwargs):
        wanted = request.POST.get("session", "")
        if not wanted:
            say_ended(request, end_other_sessions(request))
        elif wanted.isascii() and wanted.isdigit() and len(wanted) < 19 and end_session(request.user, int(wanted)):
            say_ended(request, 1)
        else:
            messages.warning(request, _("This session has ended already."))
        return redirect("own_sessions")


class OfColleagueView(WagtailAdminTemplateMixin, TemplateView):
    """Asks once more, then does it; for those who may change users, not above their own rank."""

    template_name = "users/admin/confirm.html"
    header_icon = "user"

    @cached_property
    def person(self):
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("users.change_user"):
            raise PermissionDenied
        if self.person.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            asked=self.question % {"name": str(self.person)},
            consequence=self.consequence,
            address=self.address,
            **kwargs,
        )

    def get_breadcrumbs_items(self):
        people = {"url": reverse("wagtailusers_users:index"), "label": _("Users")}
        return [
            *self.breadcrumbs_items,
            people,
            {"url": self.address, "label": str(self.person)},
            {"url": "", "label": self.get_page_title()},
        ]

    @property
    def address(self) -> str:
        return reverse("wagtailusers_users:edit", args=[self.person.pk])


class EndSessionsView(OfColleagueView):
    page_title = gettext_lazy("Sign a colleague out")
    question = gettext_lazy("Sign %(name)s out everywhere?")
    consequence = gettext_lazy("What is not saved yet may be lost. The account itself stays as it is.")

    def post(self, request, *args, **kwargs):
        say_ended(request, end_sessions_of(self.person))
        log(self.person, "users.sessions.end", user=request.user)
        return redirect(self.address)


class ResetSecondFactorView(OfColleagueView):
    page_title = gettext_lazy("Reset a second factor")
    question = gettext_lazy("Take the second factor off the account of %(name)s?")
    consequence = gettext_lazy(
        "Do this only for a colleague whose telephone is lost, and after talking to them in person. All their sessions"
        " end, and their password alone opens the door until they set up a new one."
    )

    def post(self, request, *args, **kwargs):
        if reset_second_factor(self.person, by=request.user):
            messages.success(request, _("The second factor was taken off the account."))
        else:
            messages.warning(request, _("This account has no second factor."))
        return redirect(self.address)


def say_ended(request, count: int) -> None:
    messages.success(
        request, ngettext("%(count)d session was ended.", "%(count)d sessions were ended.", count) % {"count": count}
    )
