"""Where Wagtail calls this room: the home's panel, the list of what goes out, and publishing past the workflow."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.menu import MenuItem

from cms.moderation import broken_links, notices
from cms.moderation.panels import REPLACED, MyWorkPanel
from cms.moderation.views import scheduled
from cms.users.doors import works_on_pages


@hooks.register("construct_homepage_panels")
def my_work_first(request, panels):
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in REPLACED]
    panels.append(MyWorkPanel())


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("reports/scheduled/", scheduled, name="scheduled_work"),
        path("reports/broken-links/", broken_links.report, name="broken_links"),
    ]


class PageWorkMenuItem(MenuItem):
    """For those who work on pages."""

    def is_shown(self, request):
        return works_on_pages(request.user)


@hooks.register("register_reports_menu_item")
def scheduled_in_menu():
    return PageWorkMenuItem(_("What goes out next"), reverse("scheduled_work"), name="scheduled-work", icon_name="time")


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def no_publishing_past_the_workflow(menu_items, request, context):
    """What is being looked at is approved or taken out of moderation, not published beside it."""
    instance = context.get("page") or context.get("instance")
    if instance is not None and getattr(instance, "workflow_in_progress", False):
        menu_items[:] = [item for item in menu_items if item.name != "action-publish"]


@hooks.register("before_publish_page")
@hooks.register("before_publish")
def refuse_past_the_workflow(request, instance):
    """Say the same to who asks without the menu; what was written is saved as a draft by then."""
    if not getattr(instance, "workflow_in_progress", False):
        return None
    messages.error(
        request, gettext("Not published: this is in moderation. Approve it, or take it out of moderation first.")
    )
    return redirect(AdminURLFinder(request.user).get_edit_url(instance) or reverse("wagtailadmin_home"))


# Before wagtail-localize, which answers for translations.
@hooks.register("before_edit_page", order=-5)
@hooks.register("before_edit_snippet", order=-5)
def tell_where_it_stands(request, instance):
    notices.tell(request, instance)
