"""The pages of the second factor: allauth's views in the admin's look, with our throttle and our words."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import ReauthenticateView as AccountReauthenticateView
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp import views as totp
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from cms.users.second_factor.need import METHOD, must_have_one
from cms.users.sessions.ending import end_other_sessions
from cms.users.sign_in import throttle


class ThrottledMixin:
    """Wrong codes and passwords count as those at the door do; who has tried too often is told so."""

    def person(self):
        return self.request.user

    def dispatch(self, request, *args, **kwargs):
        self.request = request
        self.is_refused = request.method == "POST" and not throttle.may_try(request, self.person().get_username())
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.is_refused:
            return throttle.refuse(self.refusal())
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form):
        may_go_on = throttle.count_failure(self.request, self.person().get_username())
        return super().form_invalid(form) if may_go_on else throttle.refuse(self.refusal())

    def refusal(self):
        """Return the page without its form."""
        return self.render_to_response(self.get_context_data(refusal=throttle.message()))


# allauth's own decorator, before what is asked here of who is on the way in.
@method_decorator(login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login"), name="dispatch")
class AuthenticateView(ThrottledMixin, base.AuthenticateView):
    """Asks for a code between the password and the admin, in the language its owner reads the admin in."""

    template_name = "users/admin/authenticate.html"

    def dispatch(self, request, *args, **kwargs):
        language = UserProfile.get_for_user(request._login_stage.login.user).get_preferred_language()
        with translation.override(language):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def person(self):
        return self.request._login_stage.login.user

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | kwargs


class OwnPageMixin(WagtailAdminTemplateMixin):
    """A page about one's own account."""

    header_icon = "lock"

    def get_breadcrumbs_items(self):
        account = {"url": reverse("wagtailadmin_account"), "label": _("Account")}
        return [*self.breadcrumbs_items, account, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(must_have_one=must_have_one(self.request.user), **kwargs)


class ConfirmPasswordView(ThrottledMixin, OwnPageMixin, AccountReauthenticateView):
    page_title = gettext_lazy("Is it you?")
    template_name = "users/admin/confirm_password.html"


class ConfirmCodeView(ThrottledMixin, OwnPageMixin, base.ReauthenticateView):
    page_title = gettext_lazy("Is it you?")
    template_name = "users/admin/confirm_code.html"


class IndexView(OwnPageMixin, base.IndexView):
    page_title = gettext_lazy("Second factor")
    template_name = "users/admin/second_factor.html"


class ActivateView(OwnPageMixin, totp.ActivateTOTPView):
    """Other sessions of the account, which began without it, end."""

    page_title = gettext_lazy("Set up a second factor")
    template_name = "users/admin/activate.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        # Who has just set it up has shown it.
        record_authentication(self.request, self.request.user, METHOD)
        end_other_sessions(self.request)
        log(self.request.user, "users.second_factor.set_up", user=self.request.user)
        messages.success(self.request, _("From now on you sign in with your password and a code."))
        return response


class DeactivateView(OwnPageMixin, totp.DeactivateTOTPView):
    page_title = gettext_lazy("Turn off the second factor")
    template_name = "users/admin/deactivate.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        log(self.request.user, "users.second_factor.turn_off", user=self.request.user)
        messages.success(self.request, _("Your password alone is enough again."))
        return response


class RecoveryCodesView(OwnPageMixin, recovery_codes.ViewRecoveryCodesView):
    page_title = gettext_lazy("Recovery codes")
    template_name = "users/admin/recovery_codes.html"


class NewRecoveryCodesView(OwnPageMixin, recovery_codes.GenerateRecoveryCodesView):
    page_title = gettext_lazy("New recovery codes")
    template_name = "users/admin/new_recovery_codes.html"

    def form_invalid(self, form):
        return redirect("mfa_index")


class DownloadRecoveryCodesView(recovery_codes.DownloadRecoveryCodesView):
    template_name = "users/admin/recovery_codes.txt"
