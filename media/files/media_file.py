"""Video and sound files of our own."""

import mimetypes
import shutil
import uuid
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile

from django.conf import settings
from django.core.files import File
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.text import get_valid_filename
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from cms.core.models import NormalisedTextMixin
from cms.core.search_fields import FoldedAutocompleteField
from cms.core.text.slugs import slugify_vietnamese
from media.files.digest import sha256_of
from media.files.media_queryset import MediaFileQuerySet
from media.files.mp4 import duration_of, remove_words


def public_media_path(_instance, filename: str) -> str:
    """Return where a film is stored: public, so a folder that cannot be guessed stands before its name."""
    path = PurePosixPath(get_valid_filename(filename))
    return f"videos/{get_random_string(20).lower()}/{slugify_vietnamese(path.stem, 40)}{path.suffix.lower()}"


class MediaFile(NormalisedTextMixin, AbstractMedia):
    """An uploaded film or recording, in no language: captions and transcript belong to the page that shows it."""

    file = models.FileField(_("file"), upload_to=public_media_path, max_length=120)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_size = models.PositiveBigIntegerField(null=True, editable=False, help_text="In bytes.")
    sha256 = models.CharField(max_length=64, blank=True, editable=False, help_text="Of the stored file.")

    objects = MediaFileQuerySet.as_manager()
    search_fields = [*AbstractMedia.search_fields, FoldedAutocompleteField("title")]

    admin_form_fields = ("title", "file", "collection", "duration", "width", "height", "tags")

    class Meta:
        verbose_name = _("video or sound file")
        verbose_name_plural = _("video and sound files")

    def save(self, *args, **kwargs):
        if not self.file or self.file._committed:
            # A film from before there were digests.
            if self.file and not self.sha256 and self.file.storage.exists(self.file.name):
                with self.file.open() as file:
                    self.sha256 = sha256_of(file)
            super().save(*args, **kwargs)
            return
        # A copy, spilling to disk: what was uploaded may not be open for writing.
        with SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE) as copy:
            self._take_in(copy)
            super().save(*args, **kwargs)

    def _take_in(self, copy) -> None:
        """Before a new file is stored: learn its size, running time and digest, take place and device out of it."""
        if self.filename.lower().endswith(".mp4"):
            self.file.seek(0)
            shutil.copyfileobj(self.file.file, copy)
            self.duration = self.duration or duration_of(copy) or 0
            if remove_words(copy):
                self.file = File(copy, name=self.file.name)
        self.file_size = self.file.size
        self.sha256 = sha256_of(self.file.file)

    @property
    def content_type(self) -> str:
        return mimetypes.guess_type(self.filename)[0] or "application/octet-stream"
