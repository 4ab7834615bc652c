"""This room in the admin: how the site is, for administrators."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem

from cms.operations.seeing.admin.view import StatusView


@hooks.register("register_admin_urls")
def add_address():
    return [path("status/", StatusView.as_view(), name="system_status")]


@hooks.register("register_settings_menu_item")
def add_to_menu():
    return AdminOnlyMenuItem(_("System status"), reverse("system_status"), name="status", icon_name="desktop", order=10)
