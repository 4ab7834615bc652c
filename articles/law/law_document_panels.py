"""The form in which an editor enters a law document."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

from articles.law.number_warnings import NumberWarningsPanel

LAW_DOCUMENT_PANELS = [
    MultiFieldPanel(
        [
            # The number and not the title makes the address: it is what people type and cite.
            FieldRowPanel(
                [
                    TitleFieldPanel("number", targets=["slug"], classname=None, placeholder=_("Number, as printed")),
                    FieldPanel("document_type"),
                ]
            ),
            NumberWarningsPanel(),
            FieldPanel("title", classname="title", help_text=_("The name of the act, without its number.")),
            FieldPanel("abstract"),
        ],
        heading=_("The document"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("issue_date"), FieldPanel("effective_date"), FieldPanel("expiry_date")]),
            FieldRowPanel([FieldPanel("status"), FieldPanel("status_since")]),
            FieldPanel("status_note"),
        ],
        heading=_("Dates and status"),
        help_text=_("The printed dates are enough for most documents. Enter events for what happened afterwards."),
    ),
    InlinePanel(
        "events",
        heading=pgettext_lazy("legal document", "History"),
        label=pgettext_lazy("legal document", "Event"),
        help_text=_(
            "Amendments, suspensions and the end, with the document that brought them. Status follows by itself on "
            "the day of each event. An event counts before the printed date of its kind."
        ),
    ),
    InlinePanel(
        "relations",
        heading=_("Related documents"),
        label=pgettext_lazy("legal document", "Relation"),
        help_text=_(
            "What this document does to others; it is shown on both. A relation ends nothing: enter the end of the "
            "other document among that document’s events, and its relation to this one is there by itself."
        ),
    ),
    InlinePanel(
        "issuers",
        heading=_("Issued by"),
        label=_("Issuing body"),
        help_text=_("Several for a joint document, in the order in which it names them."),
    ),
    InlinePanel("fields", heading=_("Fields of law"), label=_("Field of law"), help_text=_("Readers choose by them.")),
    InlinePanel("files", heading=_("Files"), label=_("File"), help_text=_("The official text first, if there is one.")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("signatory"), FieldPanel("signatory_title")]),
            FieldRowPanel([FieldPanel("gazette"), FieldPanel("source_url")]),
        ],
        heading=_("Signature and source"),
    ),
    FieldPanel("body"),
]
