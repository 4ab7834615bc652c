"""The column of Wagtail's page lists that says how each page stands in the other languages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView

from cms.translation.models import TranslationState
from cms.translation.overview.row_actions import prepare, prepared


class StateColumn(BaseColumn):
    """Of an original how it stands in each other language, of a translation how it stands itself."""

    cell_template_name = "translation/admin/state_cell.html"

    def get_header_context_data(self, parent_context):
        # Headers are drawn before the rows, whose menus want to know of translations too.
        prepare(parent_context["table"].data)
        return super().get_header_context_data(parent_context)

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["states"] = _states_of(instance)
        return context


def _states_of(page) -> list[TranslationState]:
    rows = prepared(page).states
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
