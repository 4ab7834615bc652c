"""Captions of a video in one language.

A model of its own and not a file field of the page: a page's draft would not keep a file that was never saved live.
"""

import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.models import NormalisedTextMixin
from cms.core.search_fields import FoldedAutocompleteField
from cms.core.text.slugs import slugify_vietnamese
from media.files.digest import sha256_of
from media.files.validation import validate_captions

# Each in its own language, as players list them.
LANGUAGE_LABELS = {"vi": "Tiếng Việt", "en": "English"}


def captions_path(instance, filename: str) -> str:
    """Return where captions are stored: public, so a folder that cannot be guessed stands before their name."""
    stem = slugify_vietnamese(PurePosixPath(filename).stem, 40)
    return f"captions/{get_random_string(20).lower()}/{stem}.vtt"


class CaptionFile(NormalisedTextMixin, index.Indexed, models.Model):
    """Phụ đề: a WebVTT file."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=255, help_text=_("For editors: which video, which language."))
    language = models.CharField(_("language"), max_length=20, choices=settings.LANGUAGES)
    file = models.FileField(
        _("file"),
        upload_to=captions_path,
        validators=[validate_captions],
        help_text=_("A WebVTT file (.vtt), UTF-8."),
    )
    file_size = models.PositiveIntegerField(null=True, editable=False, help_text="In bytes.")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    panels = [FieldPanel("title"), FieldPanel("language"), FieldPanel("file")]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        FoldedAutocompleteField("title"),
        index.FilterField("language"),
    ]

    class Meta:
        verbose_name = _("captions")
        verbose_name_plural = _("captions")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        # Each time, because they are small, and a file may be replaced behind the form's back.
        if self.file and not self.file._committed:
            self.file_size, self.sha256 = self.file.size, sha256_of(self.file.file)
        elif self.file and self.file.storage.exists(self.file.name):
            with self.file.open() as file:
                self.file_size, self.sha256 = file.size, sha256_of(file)
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        return LANGUAGE_LABELS.get(self.language, self.language)
