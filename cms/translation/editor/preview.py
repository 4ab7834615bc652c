"""The side panel that shows the translated page as it would be, while it is written."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel


class TranslationPreviewPanel(BaseSidePanel):
    """The page with the texts saved so far; loaded again whenever one is saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle preview")
        icon_name = "mobile-alt"
        has_counter = False

    name = "preview"
    title = _("Preview")
    template_name = "translation/admin/editor/preview.html"
    order = 400

    def __init__(self, target, request, translation):
        super().__init__(target, request)
        self.preview_url = reverse("wagtail_localize:preview_translation", args=[translation.pk])

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["preview_url"] = self.preview_url
        context["sizes"] = [(_("Phone"), 390), (_("Tablet"), 768), (_("Computer"), 1280)]
        return context
