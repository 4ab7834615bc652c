"""The report of visits in the admin: its addresses, its place in the menu, and who may see it."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.statistics.admin.views import PERMISSION, VisitsView


@hooks.register("register_admin_urls")
def add_address():
    return [path("reports/visits/", VisitsView.as_view(), name="visits_report")]


class VisitsMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def add_to_menu():
    return VisitsMenuItem(_("Visits"), reverse("visits_report"), name="visits", icon_name="view")


@hooks.register("register_permissions")
def grant_to_groups():
    app, _dot, codename = PERMISSION.partition(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
