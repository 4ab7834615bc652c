"""The form in which an editor enters a law document."""

from django.utils.translation import gettext_lazy as _
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
            FieldPanel("status"),
        ],
        heading=_("Dates and status"),
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
