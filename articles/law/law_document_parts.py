"""What belongs to one law document and stands in an order: its issuers, its fields of law, its files."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.core.models import NormalisedTextMixin

LAW_DOCUMENT = "articles.LawDocumentPage"


class LawDocumentIssuer(Orderable):
    """One of the bodies that issued a document; joint circulars have several."""

    law_document = ParentalKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="issuers")
    issuer = models.ForeignKey(
        "articles.Issuer", verbose_name=_("issuing body"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("issuer")]

    class Meta(Orderable.Meta):
        verbose_name = _("issuing body")

    def __str__(self) -> str:
        return str(self.issuer)


class LawDocumentField(Orderable):
    """One of the fields of law a document is about."""

    law_document = ParentalKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="fields")
    field = models.ForeignKey(
        "articles.LegalField", verbose_name=_("field of law"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("field")]

    class Meta(Orderable.Meta):
        verbose_name = _("field of law")

    def __str__(self) -> str:
        return str(self.field)


class LawDocumentFile(NormalisedTextMixin, TranslatableMixin, Orderable):
    """A file of a document. Everything is the same in every language but its title."""

    class Kind(models.TextChoices):
        """What the file is, as Decree 42/2022/NĐ-CP asks documents to be offered."""

        SIGNED_COPY = "signed_copy", pgettext_lazy("file of a legal document", "Signed copy")
        WORD = "word", pgettext_lazy("file of a legal document", "Word file")
        ANNEX = "annex", pgettext_lazy("file of a legal document", "Annex")
        CONSOLIDATED = "consolidated", pgettext_lazy("file of a legal document", "Consolidated text")
        OTHER = "other", pgettext_lazy("file of a legal document", "Other file")

    class Language(models.TextChoices):
        """The language a file is written in."""

        VIETNAMESE = "vi", _("Vietnamese")
        ENGLISH = "en", _("English")

    law_document = ParentalKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "media.CustomDocument", verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("Empty: the title stored with the file.")
    )
    kind = models.CharField(_("kind of file"), max_length=16, choices=Kind, default=Kind.SIGNED_COPY)
    language = models.CharField(_("language of the file"), max_length=8, choices=Language, default=Language.VIETNAMESE)
    is_official = models.BooleanField(
        _("official text"),
        default=False,
        help_text=_("Only for the text as its issuing body published it; anything else is shown as “for reference”."),
    )
    pages = models.PositiveIntegerField(
        _("number of pages"), null=True, blank=True, help_text=_("Shown beside the size; empty: as counted in a PDF.")
    )

    panels = [
        FieldPanel("document"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("is_official"), FieldPanel("pages")]),
    ]
    override_translatable_fields = [
        SynchronizedField("document", overridable=False),
        TranslatableField("title"),
        SynchronizedField("kind", overridable=False),
        SynchronizedField("language", overridable=False),
        SynchronizedField("is_official", overridable=False),
        SynchronizedField("pages", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.display_title

    @property
    def display_title(self) -> str:
        return self.title or self.document.title

    @property
    def standing_label(self) -> str:
        return str(_("official text") if self.is_official else _("for reference"))

    @property
    def shown_pages(self) -> int | None:
        """How many pages the editor says it has, else how many were counted; None where nobody knows."""
        reading = getattr(self.document, "reading", None)
        return self.pages or (reading.pages if reading is not None else None)

    @property
    def problem(self) -> str:
        """A sentence for editors where the file's text could not be read, "" where it could, or was not yet."""
        reading = getattr(self.document, "reading", None)
        return str(reading.get_problem_display()) if reading is not None and reading.problem else ""

    def api_value(self) -> dict:
        """Return the file as partners get it: see CustomDocument.api_value, and what this document says of it."""
        return {
            **self.document.api_value(),
            "title": self.display_title,
            "kind": self.kind,
            "label": str(self.get_kind_display()),
            "language": self.language,
            "is_official": self.is_official,
            "pages": self.shown_pages,
        }


def with_readings(files):
    """Return a document's files with what is stored of each, and what was read in it but for the text itself."""
    return files.select_related("document__reading", "document__collection").defer("document__reading__text")
