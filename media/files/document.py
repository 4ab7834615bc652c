"""The document model: identity, digest, and how a document is described to others."""

import hashlib
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.search import index

from cms.core.addresses import absolute_url
from cms.core.models import NormalisedTextMixin
from cms.core.search_fields import FoldedAutocompleteField, FoldedSearchField


class CustomDocument(NormalisedTextMixin, AbstractDocument):
    """An uploaded document, served through Wagtail's serve view and its permissions."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    admin_form_fields = WagtailDocument.admin_form_fields
    search_fields = [
        *AbstractDocument.search_fields,
        FoldedSearchField("title", boost=2),
        FoldedAutocompleteField("title"),
        index.SearchField("file_text"),
        FoldedSearchField("file_text"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args, **kwargs):
        # Forms take the file's size and digests themselves; code that makes a document must not forget them.
        if self.file and (not self.file._committed or (not self.sha256 and self.file.storage.exists(self.file.name))):
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def _set_file_hash(self):
        # Called by Wagtail whenever the file is new: the public digest is taken in the same reading.
        super()._set_file_hash()
        with self.open_file() as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()

    @property
    def file_text(self) -> str:
        """What the file says, as far as a program could read it: see media.files.reading."""
        reading = getattr(self, "reading", None)
        return reading.text if reading is not None else ""

    @property
    def is_public(self) -> bool:
        """Whether any reader may have it: its collection is not private."""
        return not self.collection.get_view_restrictions().exists()

    def api_value(self) -> dict:
        """Return the document as partners get it; `size` in bytes."""
        return {
            "uuid": str(self.uuid),
            "title": self.title,
            "filename": self.filename,
            "content_type": self.content_type,
            "size": self.file_size,
            "sha256": self.sha256,
            "url": absolute_url(self.url),
        }
