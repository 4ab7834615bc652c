"""Where Wagtail calls this room: the addresses in the admin, and the button of a page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from cms.previews import views


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("pages/<int:page_id>/preview-links/", views.links, name="preview_links"),
        path("pages/<int:page_id>/preview-links/<int:pk>/revoke/", views.revoke, name="preview_links_revoke"),
    ]


@hooks.register("register_page_header_buttons")
def preview_links(page, user, view_name, next_url=None):
    # In lists the rights of every page would be asked for once more.
    if view_name == "edit" and page.permissions_for_user(user).can_edit():
        address = reverse("preview_links", args=[page.pk])
        yield Button(_("Links to the draft"), url=address, icon_name="link", priority=62)
