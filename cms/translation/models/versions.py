"""Which version of its source something was made from: for what is being translated, and for what was."""

from django.db import models


class SourceVersion(models.Model):
    """The revision whose text a TranslationSource holds; None where the text came from no revision."""

    source = models.OneToOneField(
        "wagtail_localize.TranslationSource", on_delete=models.CASCADE, related_name="version"
    )
    # The number outlives the revision: old ones may be purged.
    revision_number = models.PositiveBigIntegerField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.source_id} at {self.revision_number}"


class TranslatedVersion(models.Model):
    """The revision of the source that a revision of a translation was made from."""

    revision = models.OneToOneField("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    source_revision_number = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.revision_id} from {self.source_revision_number}"
