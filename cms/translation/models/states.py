"""How each page and snippet stands in each language: derived, and rebuilt with whatever changes it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TranslationState(models.Model):
    """One row per item and language; see cms.translation.states for how it is derived.

    `words` counts the source's text as it is now, `words_left` what of it has no translation yet. `object_id` is the
    page or snippet in this language, None where there is none; `source_id` its original.
    """

    class State(models.TextChoices):
        ORIGINAL = "original", pgettext_lazy("translation state", "Original")
        MISSING = "missing", pgettext_lazy("translation state", "Missing")
        DRAFT = "draft", pgettext_lazy("translation state", "Draft")
        MACHINE = "machine", pgettext_lazy("translation state", "Machine text")
        CURRENT = "current", pgettext_lazy("translation state", "Current")
        OUTDATED = "outdated", pgettext_lazy("translation state", "Outdated")

    type = models.CharField(max_length=64, verbose_name=_("type"))
    translation_key = models.UUIDField()
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True)
    source_id = models.PositiveBigIntegerField()
    source_revision_number = models.PositiveBigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State, verbose_name=_("translation state"))
    title = models.CharField(max_length=400, verbose_name=_("title"))
    folded_title = models.CharField(max_length=400, default="")
    sort_key = models.CharField(max_length=400, default="", db_index=True)
    words = models.PositiveIntegerField(default=0, verbose_name=_("words"))
    words_left = models.PositiveIntegerField(default=0, verbose_name=_("words left"))
    has_machine_text = models.BooleanField(default=False, verbose_name=_("has machine text"))
    outdated_since = models.DateTimeField(null=True, verbose_name=_("outdated since"))

    class Meta:
        # Derived: nobody adds or changes a row by hand.
        default_permissions = ()
        verbose_name = _("translation state")
        verbose_name_plural = _("translation states")
        constraints = (models.UniqueConstraint(fields=["translation_key", "locale"], name="one_state_a_language"),)
        indexes = (
            models.Index(fields=["state", "sort_key"], name="states_in_order"),
            models.Index(fields=["type", "source_id"], name="states_of_source"),
        )

    def __str__(self):
        return f"{self.title} ({self.locale_id}): {self.state}"

    @property
    def percent(self) -> int:
        """How much of the source's text is translated: 100 only where all of it is."""
        return percent_done(self.words, self.words_left)


def percent_done(words: int, left: int) -> int:
    """Return how many per cent of the words are done, rounded down."""
    return (words - min(left, words)) * 100 // words if words else 100
