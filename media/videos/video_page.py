"""A video: a film of our own or of a provider, with captions and a transcript."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField
from wagtailmedia.edit_handlers import MediaChooserPanel

from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.models import BasePage
from cms.core.restrictions import is_restricted
from cms.core.search_fields import FoldedSearchField
from cms.core.text.formats import duration as format_duration
from cms.core.text.html import clean_html
from media.videos.player import Player, player_of
from media.videos.providers import validate_provider_address
from media.videos.video_queryset import VideoPageQuerySet

RELATED_COUNT = 4


class VideoPage(BasePage):
    """Video: exactly one of a file of our own and an address at a provider."""

    summary = models.TextField(_("summary"), blank=True, help_text=_("What one sees, in two or three sentences."))
    file = models.ForeignKey(
        "media.MediaFile",
        verbose_name=_("video file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A film of our own. Leave the provider’s address empty then."),
    )
    provider_url = models.URLField(
        _("address at a provider"),
        blank=True,
        validators=[validate_provider_address],
        help_text=_("YouTube, Vimeo or Dailymotion. Nothing is loaded from there before a reader presses play."),
    )
    poster = models.ForeignKey(
        "media.CustomImage",
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture shown before the video plays."),
    )
    poster_alt_text = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    poster_is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture adds nothing to the text: screen readers skip it.")
    )
    duration = models.PositiveIntegerField(_("duration"), null=True, blank=True, help_text=_("In seconds."))
    recorded_on = models.DateField(_("recorded on"), default=timezone.localdate)
    captions_vi = models.ForeignKey(
        "media.CaptionFile",
        verbose_name=_("Vietnamese captions"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"language": "vi"},
    )
    captions_en = models.ForeignKey(
        "media.CaptionFile",
        verbose_name=_("English captions"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"language": "en"},
    )
    transcript = RichTextField(
        _("transcript"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is said and what happens, for those who cannot hear or see it, and for search."),
    )
    series = models.ForeignKey(
        "media.VideoSeries",
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PageManager.from_queryset(VideoPageQuerySet)()

    card_kind = "video"
    parent_page_types = ["media.VideoIndexPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [MediaChooserPanel("file", media_type="video"), FieldPanel("provider_url")],
            heading=_("Video"),
            help_text=_("Either a file or the address at a provider."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("poster"),
                FieldRowPanel([FieldPanel("poster_alt_text"), FieldPanel("poster_is_decorative")]),
            ],
            heading=_("Poster"),
        ),
        FieldRowPanel([FieldPanel("recorded_on"), FieldPanel("duration"), FieldPanel("series")]),
        MultiFieldPanel(
            [FieldPanel("captions_vi"), FieldPanel("captions_en")],
            heading=_("Captions"),
            help_text=_("Only for files of our own; providers keep captions themselves."),
        ),
        FieldPanel("transcript"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        FoldedSearchField("summary"),
        index.SearchField("transcript"),
        FoldedSearchField("transcript"),
        index.FilterField("recorded_on"),
        index.FilterField("series"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("file"),
        SynchronizedField("provider_url"),
        SynchronizedField("poster"),
        SynchronizedField("poster_is_decorative", overridable=False),
        SynchronizedField("duration"),
        SynchronizedField("recorded_on", overridable=False),
        SynchronizedField("captions_vi", overridable=False),
        SynchronizedField("captions_en", overridable=False),
        # Compared and shown by translation key: the video keeps the source's series in every language.
        SynchronizedField("series", overridable=False),
    ]

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def clean(self):
        super().clean()
        if self.file_id and self.provider_url:
            raise ValidationError({"provider_url": _("Choose a file or an address at a provider, not both.")})

    def publishing_errors(self) -> dict[str, list[ValidationError]]:
        errors = super().publishing_errors()
        if not self.file_id and not self.provider_url:
            message = _("Choose a file, or give the address at a provider.")
            errors["file"] = [ValidationError(message, code="no_video")]
        return errors

    @property
    def library(self):
        """The video library this video is in."""
        return self.tree_page.section

    @property
    def poster_picture(self):
        """Return the poster as a Picture (see media.files.picture), or None."""
        if self.poster is None:
            return None
        return self.poster.picture(self.poster_alt_text, is_decorative=self.poster_is_decorative)

    @property
    def player(self) -> Player | None:
        """Return what plays the video, None where its file is gone."""
        return player_of(self)

    @property
    def running_time(self) -> int | None:
        """Return the duration in seconds, from the file where the page does not say it."""
        return self.duration or (round(self.file.duration) if self.file_id and self.file.duration else None)

    def related(self):
        """Return the newest other videos of the library, those of the same series first."""
        siblings = (
            type(self).objects.live().exclude(is_restricted()).sibling_of(self.tree_page, inclusive=False).with_cards()
        )
        ordered = siblings.same_series_first(self) if self.series_id else siblings.newest_first()
        return ordered[:RELATED_COUNT]

    def series_context(self) -> dict | None:
        """Return the series' title, the address of its videos, and its language where it is not the reader's."""
        if self.series is None:
            return None
        series = self.series.localized
        library_url = self.library.get_url()
        language = series.locale.language_code
        return {
            "title": series.name,
            "url": f"{library_url}?series={series.translation_key}" if library_url else "",
            "lang": "" if language == get_language() else language,
        }

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        language = self.locale.language_code
        context["video"] = self.player
        context["series"] = self.series_context()
        context["transcript"] = mark_safe(clean_html(self.transcript))
        context["transcript_lang"] = "" if language == get_language() else language
        context["related_cards"] = cards_of(self.related())
        return context

    def card(self) -> Card:
        seconds = self.running_time
        return Card(
            kind=self.card_kind,
            title=self.title,
            url=self.get_url() or "",
            summary=self.summary,
            date=self.recorded_on,
            label=str(self.series.localized) if self.series else "",
            picture=self.poster_picture,
            facts=[format_duration(seconds)] if seconds else [],
        )
