"""The one door: name and password, then the second factor of those who have one."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.http import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.views.account import LoginView

from cms.core.text.nfc import to_nfc
from cms.users.sign_in import throttle
from cms.users.sign_in.remembering import remember


@method_decorator([never_cache, sensitive_post_parameters("password")], name="dispatch")
class SignInView(LoginView):
    """Wagtail's page and form in Vietnamese, or as `?lang=` says; what comes after the password is allauth's."""

    template_name = "users/admin/sign_in.html"

    def dispatch(self, request, *args, **kwargs):
        asked = request.POST.get("lang") or request.GET.get("lang", "")
        self.language = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(self.language):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if isinstance(response, TemplateResponse) else response

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        # Wagtail's form names it by its variable.
        form.fields["password"].label = _("Password")
        return form

    def form_valid(self, form):
        user = form.get_user()
        remember(self.request, bool(form.cleaned_data.get("remember")))
        login = Login(user=user, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"username": user.get_username()}, login)

    def form_invalid(self, form):
        if getattr(self.request, "axes_locked_out", False):
            # Nothing about whether the name or the password were right.
            form.errors.clear()
            form.add_error(None, throttle.message())
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        other = next(code for code, _name in settings.LANGUAGES if code != self.language)
        query = QueryDict(mutable=True)
        query["lang"] = other
        if following := self.get_redirect_url():
            query["next"] = following
        return super().get_context_data(
            language=self.language,
            other_language=other,
            other_language_name=to_nfc(translation.get_language_info(other)["name_local"]),
            other_language_address=f"?{query.urlencode()}",
            **kwargs,
        )


def from_the_website(request):
    """Lead from Wagtail's sign-in page for readers, which knows no second factor, to the one door."""
    query = QueryDict(mutable=True)
    if following := request.GET.get("next", ""):
        query["next"] = following
    return redirect(f"{reverse('wagtailadmin_login')}?{query.urlencode()}" if query else "wagtailadmin_login")
