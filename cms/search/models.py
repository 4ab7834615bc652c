"""What the search engine keeps: the entries of its index, the groups of synonyms, and counts of fruitless searches."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.models import NormalisedTextMixin
from cms.core.models.rights import Syndication

MAX_GROUP_LENGTH = 1000
# What stands between the texts of a body. No stored text has this character (see clean_text).
NEXT_TEXT = "\f"


class SearchEntry(models.Model):
    """What can be found of a published page: its words, and by what it can be narrowed. Written by `indexing`.

    `body` is the page's own text and, after NEXT_TEXT each, those of its files, which may be in the other language.
    `sequence` are the exact keys of its words in order, title and body apart; `words` the terms the databases look up
    (see matching). `syndication` is who beside readers of the website may have it.
    """

    type = models.CharField(max_length=64)
    object_id = models.PositiveBigIntegerField()
    uuid = models.UUIDField()
    locale = models.CharField(max_length=20)
    title = models.TextField()
    body = models.TextField(blank=True)
    sequence = models.TextField(blank=True)
    words = models.TextField(blank=True)
    date = models.DateTimeField()
    year = models.PositiveSmallIntegerField()
    topic = models.CharField(max_length=40, blank=True, help_text="Key of its stream, field of law or subject.")
    topic_label = models.CharField(max_length=255, blank=True)
    syndication = models.CharField(max_length=10, choices=Syndication)
    digest = models.CharField(max_length=64, help_text="SHA-256 of everything above, in hexadecimal.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["type", "object_id"], name="unique_search_entry")]
        indexes = [models.Index(fields=["locale", "-date", "-id"], name="search_newest")]

    def __str__(self) -> str:
        return self.title


class SynonymGroup(NormalisedTextMixin, models.Model):
    """Words that mean the same to whoever searches: an abbreviation, what it stands for, how English says it."""

    phrases = models.TextField(
        _("words and phrases"),
        max_length=MAX_GROUP_LENGTH,
        help_text=_("One a line. Whoever types one of them also finds the others."),
    )

    panels = [FieldPanel("phrases")]

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["phrases"]

    def __str__(self) -> str:
        return " = ".join(self.lines())

    def lines(self) -> list[str]:
        return [line.strip() for line in self.phrases.splitlines() if line.strip()]

    def clean(self):
        super().clean()
        if len(set(self.lines())) < 2:
            raise ValidationError({"phrases": _("A group needs at least two different lines.")})


class PromotedResult(NormalisedTextMixin, models.Model):
    """A page that editors put above the results of certain searches, in the page's own language."""

    searches = models.TextField(
        _("searches"),
        max_length=MAX_GROUP_LENGTH,
        help_text=_("One a line: the words of the search, in any order. Accents and capitals do not matter."),
    )
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("A sentence under the title.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("The lowest first."))

    panels = [FieldPanel("searches"), FieldPanel("page"), FieldPanel("description"), FieldPanel("order")]

    class Meta:
        verbose_name = _("promoted search result")
        verbose_name_plural = _("promoted search results")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.page.title

    def lines(self) -> list[str]:
        return [line.strip() for line in self.searches.splitlines() if line.strip()]


class FruitlessSearch(models.Model):
    """How often words were searched for on a day and nothing was found. Nothing tells who did."""

    query = models.CharField(_("searched for"), max_length=80)
    locale = models.CharField(_("language"), max_length=20)
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["query", "locale", "day"], name="unique_fruitless_search")]
        indexes = [models.Index(fields=["day"], name="fruitless_day")]

    def __str__(self) -> str:
        return f"{self.query} ({self.day}): {self.count}"
