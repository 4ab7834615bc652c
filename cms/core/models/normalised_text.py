"""Text is stored in NFC, whichever keyboard, clipboard or script it came from."""

import json

from django.db import models
from wagtail.fields import RichTextField, StreamField

from cms.core.list_items import with_item_ids
from cms.core.text.nfc import clean_text, normalise_value
from cms.core.text.rich_text import tidy_value, without_empty_paragraphs


class NormalisedTextMixin(models.Model):
    """Normalises every text and StreamField of a model before it is validated and before it is written.

    Both moments are needed: a form validates (and Wagtail makes the revision's JSON) before anything is saved, and a
    script may save without validating.
    """

    class Meta:
        abstract = True

    def normalise_text(self) -> None:
        """Bring this instance's own text fields to NFC, in place."""
        deferred = self.get_deferred_fields()
        for field in self._meta.concrete_fields:
            if field.attname in deferred:
                continue
            if isinstance(field, StreamField):
                self._normalise_stream(field)
            elif isinstance(field, models.CharField | models.TextField):
                value = getattr(self, field.attname)
                if isinstance(value, str) and value:
                    clean = clean_text(value)
                    if isinstance(field, RichTextField):
                        clean = without_empty_paragraphs(clean)
                    if clean != value:
                        setattr(self, field.attname, clean)

    def _normalise_stream(self, field: StreamField) -> None:
        stream = getattr(self, field.attname)
        if not stream:
            return
        raw = stream.get_prep_value()
        clean = with_item_ids(field.stream_block, tidy_value(normalise_value(raw)))
        if clean != raw:
            setattr(self, field.attname, field.to_python(json.dumps(clean)))

    def full_clean(self, *args, **kwargs):
        self.normalise_text()
        super().full_clean(*args, **kwargs)

    def save(self, *args, **kwargs):
        self.normalise_text()
        super().save(*args, **kwargs)
