"""What Wagtail asks this room: whom it shows which pages, and the pages about accounts."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.users.second_factor import views as second_factor
from cms.users.second_factor.need import has_one
from cms.users.sessions import views as sessions


@hooks.register("construct_page_chooser_queryset")
def only_pages_one_may_know(pages, request):
    """Choosers offer what is published, and drafts of the trees one works in."""
    if request.user.is_superuser:
        return pages
    explorable = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return pages.filter(Q(live=True) | Q(pk__in=explorable.order_by().values("pk")))


@hooks.register("before_move_page")
def refuse_before_asking(request, page, destination):
    """Wagtail asks for the right to move only after showing both titles."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("account/second-factor/", second_factor.IndexView.as_view(), name="mfa_index"),
        path("account/second-factor/set-up/", second_factor.ActivateView.as_view(), name="mfa_activate_totp"),
        path("account/second-factor/turn-off/", second_factor.DeactivateView.as_view(), name="mfa_deactivate_totp"),
        path("account/recovery-codes/", second_factor.RecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
        path(
            "account/recovery-codes/new/",
            second_factor.NewRecoveryCodesView.as_view(),
            name="mfa_generate_recovery_codes",
        ),
        path(
            "account/recovery-codes/text/",
            second_factor.DownloadRecoveryCodesView.as_view(),
            name="mfa_download_recovery_codes",
        ),
        path("account/confirm/", second_factor.ConfirmPasswordView.as_view(), name="account_reauthenticate"),
        path("account/confirm/code/", second_factor.ConfirmCodeView.as_view(), name="mfa_reauthenticate"),
        path("account/sessions/", sessions.SessionsView.as_view(), name="own_sessions"),
        path("users/<int:pk>/sign-out/", sessions.EndSessionsView.as_view(), name="end_sessions"),
        path("users/<int:pk>/second-factor/", sessions.ResetSecondFactorView.as_view(), name="reset_second_factor"),
    ]


@hooks.register("register_account_menu_item")
def second_factor_of_account(request):
    text = _("It is on.") if has_one(request.user) else _("A code of your telephone, beside your password.")
    return {"url": reverse("mfa_index"), "label": _("Second factor"), "help_text": text}


@hooks.register("register_account_menu_item")
def sessions_of_account(request):
    return {
        "url": reverse("own_sessions"),
        "label": _("Where you are signed in"),
        "help_text": _("See your sessions, and end those that are not yours."),
    }


@hooks.register("register_user_listing_buttons")
def what_administrators_do(user, request_user):
    if user.is_superuser and not request_user.is_superuser:
        return
    yield Button(_("Sign out everywhere"), url=reverse("end_sessions", args=[user.pk]), icon_name="logout", priority=60)
    yield Button(
        _("Reset the second factor"), url=reverse("reset_second_factor", args=[user.pk]), icon_name="lock", priority=70
    )


@hooks.register("register_log_actions")
def what_was_done(actions):
    for name, label in (
        ("users.second_factor.set_up", _("Second factor set up")),
        ("users.second_factor.turn_off", _("Second factor turned off")),
        ("users.second_factor.reset", _("Second factor reset")),
        ("users.sessions.end", _("Signed out everywhere")),
    ):
        actions.register_action(name, label, label)
