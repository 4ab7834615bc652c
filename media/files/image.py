"""The image model: identity, credit, licence, focal point, and the renditions that are ready."""

import uuid
from functools import partial
from pathlib import PurePosixPath

from django.db import DatabaseError, models, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError, get_upload_to
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

from cms.core.errors.unwritable import is_unwritable
from cms.core.models import Licence, NormalisedTextMixin
from cms.core.search_fields import FoldedAutocompleteField, FoldedSearchField
from cms.core.storages.away import StorageAwayError
from media.files.original_field import OriginalImageField
from media.files.picture import Picture
from media.files.picture_words import clean_words


class CustomImage(NormalisedTextMixin, AbstractImage):
    """An uploaded picture. It has no language: what it means is said where it is used, or taken over from its words."""

    file = OriginalImageField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown wherever the picture is, unless a page names another."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=32,
        blank=True,
        choices=Licence,
        help_text=_("Terms under which others may use this picture. Empty: not known."),
    )
    words = models.JSONField(
        default=dict,
        editable=False,
        help_text='language -> {"title", "alt", "caption", "credit"}, see media.files.picture_words',
    )
    ready_renditions = models.JSONField(
        default=dict,
        editable=False,
        help_text="shape -> list of [width, height, {format: storage name}], written by media.files.renditions",
    )

    # The file first, which names the picture if nobody does. No description: what a picture means is said at each use,
    # for which its form asks in each language, see media.files.picture_words_form.
    admin_form_fields = (
        "file",
        "title",
        "credit",
        "licence",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *WagtailImage.search_fields,
        FoldedSearchField("title", boost=2),
        FoldedAutocompleteField("title"),
        index.SearchField("credit"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    # Set by the file field when it has stored another original, until the row is saved.
    has_new_file = False

    def normalise_text(self) -> None:
        super().normalise_text()
        if "words" not in self.get_deferred_fields():
            self.words = clean_words(self.words)

    def words_in(self, language: str) -> dict[str, str]:
        """Return what is stored to be said of it in a language: some of "title", "alt", "caption", "credit"."""
        return self.words.get(language, {})

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            # Stored before the row is written, so that the row has the size and dimensions of what was stored.
            self.file.save(self.file.name, self.file.file, save=False)
        if not self.has_new_file:
            super().save(*args, **kwargs)
            return
        # What was made from another file must not be shown again, whatever becomes of the new one.
        self.ready_renditions = {}
        with transaction.atomic():
            replaced = list(type(self).objects.filter(pk=self.pk).values_list("file", flat=True)) if self.pk else []
            super().save(*args, **kwargs)
            for rendition in self.renditions.all():
                rendition.delete()
            for name in set(replaced) - {self.file.name}:
                transaction.on_commit(partial(self.file.storage.delete, name))
        self.has_new_file = False

    def create_rendition(self, filter):
        """Make one of Wagtail's own.

        Raises SourceImageIOError where nothing can be written, or files cannot be reached: its pages do without.
        """
        try:
            return super().create_rendition(filter)
        except StorageAwayError as error:
            raise SourceImageIOError(str(error)) from error
        except (OSError, DatabaseError) as error:
            if not is_unwritable(error):
                raise
            raise SourceImageIOError(str(error)) from error

    def picture(self, alt_text: str, *, is_decorative: bool = False) -> Picture:
        """Return this image as it is shown in one place, with that place's alternative text."""
        return Picture(image=self, alt="" if is_decorative else alt_text)


class CustomRendition(AbstractRendition):
    """A size of an image in one format. Public, so its name cannot be guessed.

    Those of media.files.renditions have a digest and a size (in bytes); the admin's previews have none.
    """

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    file_size = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"),
        ]

    def get_upload_to(self, filename: str) -> str:
        extension = PurePosixPath(filename).suffix
        return f"images/{self.image.uuid.hex[:8]}/{get_random_string(20).lower()}{extension}"
