"""How one law document stands to another, as its editor says."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from articles.law.law_document_parts import LAW_DOCUMENT
from articles.law.timeline import EventKind


class RelationType(models.TextChoices):
    """Lược đồ: what a document does to another; `inverse_label` says the same from the other's side."""

    REPLACES = "replaces", pgettext_lazy("relation of legal documents", "Replaces")
    AMENDS = "amends", pgettext_lazy("relation of legal documents", "Amends")
    REPEALS = "repeals", pgettext_lazy("relation of legal documents", "Repeals")
    CORRECTS = "corrects", pgettext_lazy("relation of legal documents", "Corrects")
    IMPLEMENTS = "implements", pgettext_lazy("relation of legal documents", "Implements")
    LEGAL_BASIS = "legal_basis", pgettext_lazy("relation of legal documents", "Legal basis")
    CONSOLIDATES = "consolidates", pgettext_lazy("relation of legal documents", "Consolidates")
    SUSPENDS = "suspends", pgettext_lazy("relation of legal documents", "Suspends")
    CITES = "cites", pgettext_lazy("relation of legal documents", "Cites")

    @property
    def inverse_label(self) -> str:
        return str(INVERSE_LABELS[self])


INVERSE_LABELS = {
    RelationType.REPLACES: pgettext_lazy("relation of legal documents", "Replaced by"),
    RelationType.AMENDS: pgettext_lazy("relation of legal documents", "Amended by"),
    RelationType.REPEALS: pgettext_lazy("relation of legal documents", "Repealed by"),
    RelationType.CORRECTS: pgettext_lazy("relation of legal documents", "Corrected by"),
    RelationType.IMPLEMENTS: pgettext_lazy("relation of legal documents", "Implemented by"),
    RelationType.LEGAL_BASIS: pgettext_lazy("relation of legal documents", "Legal basis of"),
    RelationType.CONSOLIDATES: pgettext_lazy("relation of legal documents", "Consolidated by"),
    RelationType.SUSPENDS: pgettext_lazy("relation of legal documents", "Suspended by"),
    RelationType.CITES: pgettext_lazy("relation of legal documents", "Cited by"),
}

# What the source of an event thereby does to the document it belongs to. It is said there and nowhere else.
RELATION_OF_EVENT = {
    EventKind.REPLACED.value: RelationType.REPLACES.value,
    EventKind.REPEALED.value: RelationType.REPEALS.value,
    EventKind.AMENDED.value: RelationType.AMENDS.value,
    EventKind.SUSPENDED.value: RelationType.SUSPENDS.value,
}


class LawRelation(Orderable):
    """One relation. It says nothing of when: what ends or changes the other document is an event of that document."""

    law_document = ParentalKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="relations")
    relation = models.CharField(
        pgettext_lazy("legal document", "relation"),
        max_length=16,
        choices=RelationType,
        help_text=_("What this document does to the other."),
    )
    target = models.ForeignKey(
        LAW_DOCUMENT, verbose_name=_("other document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldRowPanel([FieldPanel("relation"), FieldPanel("target")])]

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("legal document", "relation")
        verbose_name_plural = pgettext_lazy("legal document", "relations")

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.target}"
