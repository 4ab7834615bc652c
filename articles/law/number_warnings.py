"""What an editor should know of a law document: where its number says otherwise than its fields, and unread files.

Told in the form and after saving; nothing is refused for it.
"""

from django.contrib import messages
from django.utils.html import format_html
from wagtail.admin.panels import Panel

from articles.law.law_document_parts import with_readings
from articles.law.numbers.disagreements import find_disagreements


def warnings_of(document) -> list[str]:
    """Return sentences in the active language; [] where nothing disagrees and every file could be read."""
    names = [issuer.name for issuer in document.issuer_terms]
    disagreements = find_disagreements(document.number, document.document_type, document.issue_date, names)
    return [*disagreements, *_unread_files(document)]


def _unread_files(document) -> list[str]:
    return [f"{file.display_title}: {file.problem}" for file in with_readings(document.files) if file.problem]


def warn_editor(request, page) -> None:
    """Put the warnings about a saved law document among the editor's messages; says nothing of other pages."""
    from articles.models import LawDocumentPage

    if isinstance(page, LawDocumentPage):
        for warning in warnings_of(page.get_latest_revision_as_object()):
            messages.warning(request, format_html("{}", warning))


class NumberWarningsPanel(Panel):
    """The warnings about the document as it was saved last, beside its number; nothing where there are none."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one document."""

        template_name = "articles/admin/number_warnings.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance and self.instance.pk and self.warnings)

        @property
        def warnings(self) -> list[str]:
            return warnings_of(self.instance)

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "warnings": self.warnings}
