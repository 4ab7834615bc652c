"""The panel of a page's editor that says what in its text may tell who asked, and whether it is signed off."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.cases.models import Publication
from cms.cases.redaction.publishing import digest_of_text, findings_in


class PersonalDataPanel(Panel):
    """Shown above the text of a page that exists already."""

    def __init__(self, **kwargs):
        super().__init__(**{"heading": _("Personal data"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "cases/admin/personal_data_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            publication = Publication.objects.filter(page=page.pk).first()
            context["findings"] = findings_in(page)
            context["publication"] = publication
            if publication is not None:
                context["is_signed"] = publication.signed_digest == digest_of_text(page)
                context["comparison_url"] = reverse("cases:comparison", args=[publication.case_id])
            return context
