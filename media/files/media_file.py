"""Video and sound files of our own."""

import mimetypes
import uuid
from pathlib import PurePosixPath

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from cms.core.models import NormalisedTextMixin
from cms.core.text.slugs import slugify_vietnamese


def public_media_path(_instance, filename: str) -> str:
    """Return where a film is stored: public, so a folder that cannot be guessed stands before its name."""
    path = PurePosixPath(get_valid_filename(filename))
    return f"videos/{get_random_string(20).lower()}/{slugify_vietnamese(path.stem, 40)}{path.suffix.lower()}"


class MediaFile(NormalisedTextMixin, AbstractMedia):
    """An uploaded film or recording, in no language: captions and transcript belong to the page that shows it."""

    file = models.FileField(_("file"), upload_to=public_media_path, max_length=120)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_size = models.PositiveBigIntegerField(null=True, editable=False, help_text="In bytes.")

    admin_form_fields = ("title", "file", "collection", "duration", "width", "height", "tags")

    class Meta:
        verbose_name = _("video or sound file")
        verbose_name_plural = _("video and sound files")

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    @property
    def content_type(self) -> str:
        return mimetypes.guess_type(self.filename)[0] or "application/octet-stream"
