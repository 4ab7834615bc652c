"""My work: the first thing on the admin's home."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from cms.moderation import work
from cms.moderation.held_back import held_back
from cms.moderation.scheduled import what_goes_out

# In place of these of Wagtail's, which ask the database again for every text that waits.
REPLACED = {"workflow_objects_to_moderate", "user_objects_in_workflow_moderation"}
NEXT_SHOWN = 5


class MyWorkPanel(Component):
    """What waits for whoever looks, and what goes out next."""

    name = "my_work"
    template_name = "moderation/admin/my_work.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        user = parent_context["request"].user
        return {
            "csrf_token": parent_context["csrf_token"],
            "held_back": held_back(user),
            "to_review": work.to_review(user),
            "sent_back": work.sent_back(user),
            "handed_in": work.handed_in(user),
            "to_translate": work.to_translate(user),
            "further": work.further(user),
            "going": what_goes_out(user, NEXT_SHOWN),
        }
