"""A file that came with a case: private, under a name that says nothing, only ever downloaded by staff."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.models.case import Case
from cms.cases.storage import private_storage


def random_path(_attachment, _filename: str) -> str:
    """Return a new name without an extension: whatever is done with the folder, nothing in it runs or opens."""
    return f"cases/{secrets.token_hex(16)}"


class Attachment(models.Model):
    """`content_type` is what the content is, not what the sender said; `name` is the sender's, for people."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(_("file"), storage=private_storage, upload_to=random_path)
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(_("kind"), max_length=100)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(_("received"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        default_permissions = ()
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name
