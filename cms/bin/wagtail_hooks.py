"""Where Wagtail calls this room: instead of deleting, in choosers, and in the menu."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cms.bin import views
from cms.bin.models import DAYS
from cms.bin.places import is_in_bin
from cms.bin.throwing import throw_away
from cms.core.models.base_page import HOME_DEPTH
from cms.core.other_languages import chosen
from cms.users.doors import works_on_pages


@hooks.register("before_delete_page")
def bin_instead_of_deleting(request, page):
    """Ask with our own form, then throw away; Wagtail has asked for the right to delete already."""
    if is_in_bin(page):
        return redirect("bin")
    if page.depth == HOME_DEPTH:
        return _refuse_home(request)
    below = page.get_descendants()
    if request.method != "POST":
        context = {"page": page, "below": below.count(), "days": DAYS, "next": get_valid_next_url_from_request(request)}
        return TemplateResponse(request, "bin/admin/confirm.html", context)
    parent = page.get_parent()
    pages = [page, *chosen(request, page, "delete")]
    for one in pages:
        throw_away(one, request.user)
    _tell(request, len(pages), page)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_explore", args=[parent.pk]))


@hooks.register("before_bulk_action")
def bin_instead_of_deleting_many(request, action_type, objects, action_class_instance):
    if action_type != "delete" or not objects or not isinstance(objects[0], Page):
        return None
    if any(one.depth == HOME_DEPTH for one in objects):
        return _refuse_home(request)
    # Below one that is chosen, others may be chosen too: they go with it.
    tops = [one for one in objects if not any(one.is_descendant_of(other) for other in objects)]
    for page in tops:
        throw_away(page.specific, request.user)
    _tell(request, len(objects), objects[0])
    return redirect(action_class_instance.next_url)


def _refuse_home(request):
    messages.error(request, gettext("A language's home page cannot be deleted."))
    return redirect("wagtailadmin_explore_root")


def _tell(request, number: int, page: Page) -> None:
    text = ngettext("“%(title)s” is in the bin.", "%(number)d pages are in the bin.", number)
    values = {"title": page.get_admin_display_title(), "number": number}
    messages.success(request, text % values, buttons=[messages.button(reverse("bin"), gettext("Bin"))])


@hooks.register("before_edit_page")
def nothing_is_edited_in_the_bin(request, page):
    if not is_in_bin(page):
        return None
    messages.error(request, gettext("This page is in the bin. Put it back to edit it."))
    return redirect("bin")


@hooks.register("construct_page_chooser_queryset")
def nothing_is_chosen_from_the_bin(pages, request):
    return pages.filter(path__startswith=Page.get_first_root_node().path)


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("bin/", views.index, name="bin"),
        path("bin/<int:pk>/restore/", views.restore, name="bin_restore"),
        path("bin/<int:pk>/delete/", views.delete, name="bin_delete"),
    ]


class BinMenuItem(MenuItem):
    """For those who work on pages."""

    def is_shown(self, request):
        return works_on_pages(request.user)


@hooks.register("register_admin_menu_item")
def bin_in_menu():
    return BinMenuItem(_("Bin"), reverse("bin"), name="bin", icon_name="bin", order=950)
