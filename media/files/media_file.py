"""Video and sound files of our own."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from cms.core.models import NormalisedTextMixin


class MediaFile(NormalisedTextMixin, AbstractMedia):
    """An uploaded film or recording, in no language: captions and transcript belong to the page that shows it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    admin_form_fields = ("title", "file", "collection", "duration", "width", "height", "tags")

    class Meta:
        verbose_name = _("media file")
        verbose_name_plural = _("media files")
