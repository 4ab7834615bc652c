"""How far the translation is, on the admin's home."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from cms.translation.overview.progress import progress_by_language


class ProgressPanel(Component):
    """The figures of each language, as above the overview."""

    name = "translation_progress"
    template_name = "translation/admin/progress_panel.html"
    order = 150

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"progress": progress_by_language()}
