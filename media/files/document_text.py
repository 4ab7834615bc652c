"""What a document's file says: its text and pages as a program could read them, or why it could not."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReadingProblem(models.TextChoices):
    """Why there is no text, in a sentence for whoever uploaded the file."""

    DAMAGED = "damaged", _("The file is damaged, or is not what its name says. Save it again and replace it here.")
    LOCKED = "locked", _("The file is protected by a password. Replace it by one that opens without.")
    TOO_LARGE = "too_large", _("Unpacked, the file is too large to be read. Split it, or reduce its pictures.")
    TOO_SLOW = "too_slow", _("The file takes too long to be read. Split it, or save it again in a simpler form.")
    NO_TEXT = "no_text", _("The pages are pictures without text. Readers will not find its words; add a Word file.")


class DocumentText(models.Model):
    """The text of one document's file; `sha256` is the file's that was read, `pages` None where a format has none."""

    document = models.OneToOneField("media.CustomDocument", on_delete=models.CASCADE, related_name="reading")
    sha256 = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    pages = models.PositiveIntegerField(null=True)
    problem = models.CharField(max_length=16, choices=ReadingProblem, blank=True)
    read_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = pgettext_lazy("file", "text of a document")
        verbose_name_plural = pgettext_lazy("file", "texts of documents")

    def __str__(self) -> str:
        return self.problem or f"{len(self.text)} characters"
