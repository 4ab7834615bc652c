"""Holds the second factor whichever door a session came by, and has those set one up who must.

A session of somebody who has a second factor and has not shown it ends. Whoever must have one and has none sees the
pages to set it up, and nothing else of the admin.
"""

from django.conf import settings
from django.contrib.auth import logout
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.users.second_factor.beginning import DUE
from cms.users.second_factor.need import has_one, has_shown_it, must_have_one
from cms.users.sessions.seeing import note_visit

# What setting one up needs, and leaving.
OPEN = {
    *("mfa_activate_totp", "mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
    *("mfa_download_recovery_codes", "account_reauthenticate", "mfa_reauthenticate"),
    *("wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "account_login"),
    "wagtailadmin_login",
}


class SecondFactorMiddleware:
    """Knows all it must from the session; who must have a second factor is asked where the setting says so."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.needs_second_factor = False
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self._look_at(request)
        return self.get_response(request)

    def _look_at(self, request) -> None:
        has_shown = has_shown_it(request, request.user)
        # A session that says nothing began before there was a second factor.
        if not has_shown and (request.session[DUE] if DUE in request.session else has_one(request.user)):
            logout(request)
            return
        request.needs_second_factor = not has_shown and must_have_one(request.user)
        note_visit(request)

    def process_view(self, request, view, args, kwargs):
        is_asked = request.needs_second_factor and request.path_info.startswith("/admin/")
        if not is_asked or request.resolver_match.view_name in OPEN:
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"detail": _("Set up your second factor first.")}, status=403)
        messages.warning(request, _("Your account may publish: set up a second factor before you go on."))
        return redirect(reverse("mfa_activate_totp"))
