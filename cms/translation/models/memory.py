"""What became of a sentence: which one it replaced when its source changed."""

from django.db import models


class FormerString(models.Model):
    """That a string of a source took the place of another, whose translation is still worth reading.

    Strings and contexts are wagtail-localize's: a context is a place in one page or snippet, shared by its languages.
    """

    context = models.ForeignKey("wagtail_localize.TranslationContext", on_delete=models.CASCADE, related_name="+")
    string = models.ForeignKey("wagtail_localize.String", on_delete=models.CASCADE, related_name="+")
    former_context = models.ForeignKey(
        "wagtail_localize.TranslationContext", on_delete=models.CASCADE, related_name="+"
    )
    former_string = models.ForeignKey("wagtail_localize.String", on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=["context", "string"], name="one_former_string"),)

    def __str__(self):
        return f"{self.string_id} was {self.former_string_id}"
