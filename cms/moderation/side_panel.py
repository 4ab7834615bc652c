"""The checklist beside the page editor.

Wagtail 8.0 has no hook for side panels: the editor's method is wrapped. Can go when there is one.
"""

from functools import wraps

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView

from cms.moderation.checklist import Point, points_of


class ChecklistSidePanel(BaseSidePanel):
    """The points of a page; its button counts those that are open."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle checklist")
        icon_name = "list-ul"

        def get_context_data(self, parent_context):
            context = super().get_context_data(parent_context)
            context["count"] = self.panel.open_points
            return context

    name = "checklist"
    title = _("Checklist")
    template_name = "moderation/admin/checklist.html"
    order = 340

    class Media:
        js = ["admin/checklist.js"]

    @cached_property
    def points(self) -> list[Point]:
        return points_of(self.object)

    @property
    def open_points(self) -> int:
        return sum(not point.is_done for point in self.points)

    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "points": self.points}


def put_in_place() -> None:
    """Have the page editor show it. Doing it twice changes nothing."""
    if not getattr(EditView.get_side_panels, "has_checklist", False):
        EditView.get_side_panels = _with_checklist(EditView.get_side_panels)


def _with_checklist(original):
    @wraps(original)
    def get_side_panels(self):
        panels = original(self)
        if not self.expects_json_response and not self.hydrate_create_view:
            panels.append(ChecklistSidePanel(self.page, self.request))
        return panels

    get_side_panels.has_checklist = True
    return get_side_panels
