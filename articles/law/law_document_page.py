"""A law document."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField, TranslatableField

from articles.citations.cited_by import pages_citing
from articles.law.as_of import asked_as_of, day_in, refusal_of, refuse_day
from articles.law.document_type import DocumentType
from articles.law.law_document_form import LawDocumentForm
from articles.law.law_document_panels import LAW_DOCUMENT_PANELS
from articles.law.law_document_queryset import LawDocumentQuerySet
from articles.law.law_document_rules import child_problems, field_problems
from articles.law.law_facts import LawFactsMixin
from articles.law.law_record import LawRecord
from articles.law.law_search_fields import LAW_SEARCH_FIELDS
from articles.law.numbers.reading import is_without_number, normalise, system_of
from articles.law.numbers.systems import NumberSystem
from articles.law.status import LawStatus, StatusOnDay
from articles.lookup_text import LookupTextMixin
from cms.core.blocks import BodyStreamBlock
from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.models import BasePage, Licence, Syndication
from cms.core.restrictions import is_restricted
from cms.core.text.folding import fold_number
from cms.core.text.slugs import slugify_vietnamese


class LawDocumentPage(LawFactsMixin, LookupTextMixin, BasePage):
    """Văn bản pháp luật. The page's title is the name of the act, without its number."""

    number = models.CharField(
        _("number"),
        max_length=80,
        blank=True,
        help_text=_(
            "As printed on the document: 45/2019/QH14, 1563/CTr-TLĐ, 02-NQ/TW. Empty or “Không số” if it has none."
        ),
    )
    number_folded = models.CharField(max_length=80, editable=False, default="", db_index=True)
    number_system = models.CharField(
        max_length=20, choices=NumberSystem, editable=False, default="", db_index=True, help_text="As the number says."
    )
    document_type = models.CharField(
        _("type of document"),
        max_length=24,
        choices=DocumentType,
        help_text=_("As the head of the text names it."),
    )
    signatory = models.CharField(
        _("signed by"), max_length=120, blank=True, help_text=_("The name, without the office.")
    )
    signatory_title = models.CharField(
        _("office of the signatory"), max_length=160, blank=True, help_text=_("For example “Thủ tướng Chính phủ”.")
    )
    issue_date = models.DateField(
        _("date of issue"), null=True, blank=True, db_index=True, help_text=_("The date at the head of the document.")
    )
    effective_date = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("The first day on which it holds. Empty if the document does not say."),
    )
    expiry_date = models.DateField(
        _("without effect from"),
        null=True,
        blank=True,
        help_text=_("The first day on which it no longer holds, for example the day its successor takes effect."),
    )
    gazette = models.CharField(
        _("official gazette"),
        max_length=120,
        blank=True,
        help_text=_("Number and date of the gazette."),
    )
    abstract = models.TextField(
        _("abstract"), help_text=_("What the document is about, in a sentence or two, for someone who is not a lawyer.")
    )
    body = StreamField(
        BodyStreamBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("An introduction or the text itself, if wanted."),
    )
    source_url = models.URLField(
        _("address of the source"), blank=True, help_text=_("Where the issuing body publishes the official text.")
    )
    status = models.CharField(
        _("status set by hand"),
        max_length=16,
        choices=LawStatus,
        blank=True,
        help_text=_(
            "Empty: it follows from the dates and events. Set it only for what they cannot say, with a note; "
            "the next event ends it. Choose “unknown” rather than guess."
        ),
    )
    status_since = models.DateField(
        _("status set by hand since"), null=True, blank=True, help_text=_("Empty: since it took effect.")
    )
    status_note = models.CharField(
        _("note on the status set by hand"), max_length=255, blank=True, help_text=_("Why; readers see it.")
    )

    objects = PageManager.from_queryset(LawDocumentQuerySet)()

    card_kind = "law_document"
    parent_page_types = ["articles.LawLibraryPage"]
    subpage_types = []
    # Each names others that share a field: the cache tags of its page say so.
    lists_own_type = True
    content_panels = LAW_DOCUMENT_PANELS
    base_form_class = LawDocumentForm
    search_fields = [*BasePage.search_fields, *LAW_SEARCH_FIELDS]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        TranslatableField("abstract"),
        TranslatableField("signatory_title"),
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                *(
                    "number",
                    "number_system",
                    "document_type",
                    "signatory",
                    "issue_date",
                    "effective_date",
                    "expiry_date",
                    "gazette",
                ),
                *("source_url", "status", "status_since", "issuers", "fields", "relations"),
            )
        ),
        # A child with a language of its own: its rows are kept the same, its titles are translated.
        TranslatableField("files"),
        TranslatableField("events"),
        TranslatableField("status_note"),
    ]

    class Meta:
        verbose_name = _("law document")
        verbose_name_plural = _("law documents")
        indexes = [
            models.Index(fields=["document_type", "issue_date"], name="law_type_and_date"),
            # The few that the published sequence says nothing of: see articles.law.catalogue.shelf.
            models.Index(
                fields=["syndication"], condition=models.Q(syndication=Syndication.NONE), name="law_website_alone"
            ),
        ]

    def _set_core_field_defaults(self):
        if not self.slug and self.display_number and (self.path or getattr(self, "_cached_parent_obj", None)):
            self.slug = self._get_autogenerated_slug(slugify_vietnamese(self.display_number))
        super()._set_core_field_defaults()

    def clean(self):
        super().clean()
        errors = field_problems(self)
        if errors:
            raise ValidationError(errors)

    def publishing_errors(self):
        # What an editor's form says at each row (see law_document_form) is said here of whatever else saves a page.
        return super().publishing_errors() | child_problems(self)

    def normalise_text(self):
        super().normalise_text()
        self.number = normalise(self.number)

    def save(self, *args, **kwargs):
        self.normalise_text()
        self.number_folded = fold_number(self.number)
        self.number_system = system_of(self.number)
        super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            self.write_facts()

    def lookup_parts(self):
        # The words people put around a number: "nghị định 145 năm 2020".
        year = f"năm {self.issue_date.year}" if self.issue_date else ""
        type_name = self.document_type.replace("_", " ")
        return [type_name, str(self.get_document_type_display()), self.number, year, self.title, self.abstract]

    @property
    def display_number(self) -> str:
        """The number as printed, "" for a document that has none."""
        return "" if is_without_number(self.number) else self.number

    @property
    def summary_text(self) -> str:
        return self.abstract

    @property
    def effective_licence(self) -> str:
        # Law 50/2005/QH11 on intellectual property, article 15: legal documents are not protected by copyright.
        return self.effective_right("licence") or Licence.OFFICIAL

    @property
    def issuer_terms(self) -> list:
        """The issuers in order, as snippets of the source's language: `localized` of each is what is shown."""
        return _chosen(self.issuers.all(), "issuer")

    @property
    def field_terms(self) -> list:
        return _chosen(self.fields.all(), "field")

    def in_same_field(self):
        """Return other documents of the library that share a field of law with this one, newest first."""
        keys = [field.translation_key for field in self.field_terms]
        siblings = type(self).objects.live().exclude(is_restricted()).sibling_of(self.tree_page, inclusive=False)
        return siblings.in_field(*keys).newest_first().with_cards()

    def serve(self, request, *args, **kwargs):
        return refuse_day(super().serve(request, *args, **kwargs))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(law=LawRecord(self, request), as_of_refusal=refusal_of(request.GET))
        context["cited_by"] = pages_citing(self)
        with asked_as_of(day_in(request.GET)):
            context["related_cards"] = cards_of(self.in_same_field()[:5])
        return context

    def card(self) -> Card:
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.abstract,
            date=self.issue_date,
            label=str(self.get_document_type_display()),
            facts=[str(self.get_document_type_display()), *(str(issuer.localized) for issuer in self.issuer_terms)],
            number=self.display_number,
            # A list has looked it up with its items.
            status=StatusOnDay(self.card_status, None, None) if hasattr(self, "card_status") else self.status_on(),
        )


def _chosen(rows, name: str) -> list:
    """Return what each row names; one query for all rows, none where a list has fetched them."""
    rows = list(rows)
    prefetch_related_objects(rows, name)
    return [getattr(row, name) for row in rows]
