"""The field originals are stored through: cleaned on their way in, shown only to those who may see them."""

import hashlib

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from media.files.original import clean_original


class OriginalFile(WagtailImageFieldFile):
    """Every door ends here (forms, several at once, choosers, scripts), so this is where originals are cleaned."""

    def save(self, name, content, save=True):
        """Store `content` without its metadata. Raises OSError for what is not a picture."""
        content.seek(0)
        data = clean_original(content.read())
        # Named, because Django reads the dimensions from the content it is given, and skips one without a name.
        super().save(name, ContentFile(data, name=name), save=False)
        # After the cleaning, so that Wagtail finds the same picture again when it is uploaded twice.
        self.instance.file_size = len(data)
        self.instance.file_hash = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        self.instance.has_new_file = True
        if save:
            self.instance.save()

    save.alters_data = True

    @property
    def url(self) -> str:
        """Return the address at which editors get the original; readers only ever get renditions."""
        return reverse("media_original", args=(self.instance.pk,)) if self.instance.pk else ""


class OriginalImageField(WagtailImageField):
    """Wagtail's field with our file class."""

    attr_class = OriginalFile
