"""That a page cites a law document: kept with the page's publication, so that a record knows who cites it."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _


class CitationQuerySet(models.QuerySet):
    """Sentences about citations."""

    def by_live_pages(self):
        return self.filter(page__live=True)

    def unresolved(self):
        """Return the citations of numbers that no published record has."""
        from articles.law.law_document_page import LawDocumentPage

        records = LawDocumentPage.objects.live().filter(translation_key=OuterRef("record"))
        return self.by_live_pages().exclude(key__startswith="=").exclude(Exists(records))

    def of(self, record_uuid):
        """Return the citations of a law document, in any of its languages."""
        return self.filter(record=record_uuid)


class Citation(models.Model):
    """One document that the live text of a page cites.

    `key`: see articles.citations.keys. `record`: the translation key of the law document it names, None if there is
    none; a record that is not published yet (or no more) counts.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    key = models.CharField(max_length=255, db_index=True)
    printed = models.CharField(_("number"), max_length=255)
    record = models.UUIDField(null=True, db_index=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="citation_once_a_page")]

    def __str__(self) -> str:
        return self.printed
