"""Where Wagtail calls this room."""

from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from cms.translation.facts.guarding import LOG_ACTION
from cms.translation.facts.views import fact_check
from cms.translation.fallback import serve_source

# After Wagtail's own check of view restrictions, so inside it.
hooks.register("on_serve_page", serve_source, order=100)


@hooks.register("register_admin_urls")
def admin_urls():
    return [path("translation/<int:translation_id>/facts/", fact_check, name="translation_facts")]


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action(LOG_ACTION)
    class WaiverFormatter(LogFormatter):
        """Says which text stands as it is, and why."""

        label = _("Translation facts waived")

        def format_message(self, log_entry):
            values = {"place": log_entry.data.get("place", ""), "reason": log_entry.data.get("reason", "")}
            return gettext("Differing facts accepted in “%(place)s”: %(reason)s") % values
