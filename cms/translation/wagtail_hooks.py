"""Where Wagtail calls this room."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.permissions import page_permission_policy

from cms.translation.doing_together import move_too, unpublish_too
from cms.translation.editor.adopting import adopt_page, header_buttons
from cms.translation.editor.saving_texts import save_text
from cms.translation.facts.guarding import LOG_ACTION
from cms.translation.facts.views import fact_check
from cms.translation.fallback import serve_source
from cms.translation.handing_in import hand_in
from cms.translation.overview import row_actions
from cms.translation.overview.progress_panel import ProgressPanel
from cms.translation.overview.views import OverviewView

# After Wagtail's own check of view restrictions, so inside it.
hooks.register("on_serve_page", serve_source, order=100)
hooks.register("after_unpublish_page", unpublish_too)
hooks.register("after_move_page", move_too)
hooks.register("register_page_header_buttons", header_buttons)
row_actions.put_in_place()


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("translation/<int:translation_id>/facts/", fact_check, name="translation_facts"),
        path("translation/<int:translation_id>/hand-in/", hand_in, name="translation_hand_in"),
        path(
            "translation/<int:translation_id>/texts/<int:context_id>/<int:string_id>/",
            save_text,
            name="translated_text",
        ),
        path("translation/adopt/<int:page_id>/", adopt_page, name="adopt_translation"),
        path("translations/", OverviewView.as_view(), name="translation_overview"),
        path("translations/results/", OverviewView.as_view(results_only=True), name="translation_overview_results"),
    ]


def _works_on_texts(user) -> bool:
    """Whether somebody writes or publishes pages anywhere."""
    return page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"})


class OverviewMenuItem(MenuItem):
    """Shown to those who work on texts."""

    def is_shown(self, request):
        return _works_on_texts(request.user)


@hooks.register("construct_homepage_panels")
def add_progress_to_home(request, panels):
    if _works_on_texts(request.user):
        panels.append(ProgressPanel())


@hooks.register("register_admin_menu_item")
def add_overview_to_menu():
    return OverviewMenuItem(
        _("Translations"),
        reverse("translation_overview"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=150,
    )


@hooks.register("insert_global_admin_css")
def add_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/translation.css"))


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action(LOG_ACTION)
    class WaiverFormatter(LogFormatter):
        """Says which text stands as it is, and why."""

        label = _("Translation facts waived")

        def format_message(self, log_entry):
            values = {"place": log_entry.data.get("place", ""), "reason": log_entry.data.get("reason", "")}
            return gettext("Differing facts accepted in “%(place)s”: %(reason)s") % values
