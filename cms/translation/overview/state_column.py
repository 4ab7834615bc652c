"""The column of Wagtail's page lists that says how each page stands in the other languages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView

from cms.translation.models import TranslationState

_STATES = "_translation_states"


class StateColumn(BaseColumn):
    """Of an original how it stands in each other language, of a translation how it stands itself. One query a list."""

    cell_template_name = "translation/admin/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["states"] = self._states_of(instance, parent_context)
        return context

    def _states_of(self, page, parent_context) -> list[TranslationState]:
        request = parent_context["request"]
        if not hasattr(request, _STATES):
            keys = [one.translation_key for one in parent_context["table"].data]
            found: dict = {}
            rows = TranslationState.objects.filter(translation_key__in=keys).select_related("locale").order_by("locale")
            for row in rows:
                found.setdefault(row.translation_key, []).append(row)
            setattr(request, _STATES, found)
        rows = getattr(request, _STATES).get(page.translation_key, [])
        own = [row for row in rows if row.locale_id == page.locale_id and row.state != TranslationState.State.ORIGINAL]
        return own or [row for row in rows if row.locale_id != page.locale_id]


def put_in_place() -> None:
    """Add the column before the one of the page's own status. Doing it twice changes nothing."""
    for view in (IndexView, ExplorableIndexView):
        columns = view.base_columns
        if not any(isinstance(column, StateColumn) for column in columns):
            view.base_columns = [
                *columns[:-1],
                StateColumn("translation", label=_("Translation"), width="12%"),
                columns[-1],
            ]
