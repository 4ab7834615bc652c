"""An election: a block that lives through before, during, after and archive."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.models import BaseSnippet
from cms.core.publishing import MISSING_ALTERNATIVE
from cms.core.search_fields import FoldedAutocompleteField
from home.elections.clock import ElectionClock
from home.elections.election_form import ElectionForm
from home.elections.levels import LevelsField
from home.elections.schedule import find_phase_errors, find_schedule_errors
from home.elections.shown_election import ShownElection


class Election(ElectionClock, BaseSnippet, ClusterableModel):
    """Thông tin bầu cử. Its phases and links are translated with it; its times are the same in every language."""

    title = models.CharField(_("title"), max_length=255)
    levels = LevelsField(_("elected bodies"), blank=True)
    term = models.CharField(
        _("term of office"), max_length=255, blank=True, help_text=_("For example “2026–2031 term”.")
    )
    election_day = models.DateField(_("election day"))
    polling_opens = models.TimeField(_("polling opens"), null=True, blank=True)
    polling_closes = models.TimeField(_("polling closes"), null=True, blank=True)
    banner = models.ForeignKey(
        "media.CustomImage",
        verbose_name=_("banner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    banner_alt_text = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    banner_is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture adds nothing to the text: screen readers skip it.")
    )
    shown_from = models.DateTimeField(
        _("shown from"), null=True, blank=True, help_text=_("Vietnamese time. Empty: as soon as it is published.")
    )
    shown_until = models.DateTimeField(
        _("shown until"), null=True, blank=True, help_text=_("Vietnamese time. It vanishes at this minute by itself.")
    )
    text_after = RichTextField(
        _("text afterwards"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Shown when voting is over and no phase holds any more."),
    )

    label_field = "title"
    base_form_class = ElectionForm
    panels = [
        FieldPanel("title"),
        FieldPanel("term"),
        FieldPanel("levels"),
        FieldRowPanel([FieldPanel("election_day"), FieldPanel("polling_opens"), FieldPanel("polling_closes")]),
        MultiFieldPanel([FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")])], heading=_("Shown")),
        InlinePanel(
            "phases",
            heading=_("Phases"),
            label=_("Phase"),
            help_text=_("Each phase has its own words; they change at their minute by themselves."),
        ),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
        FieldPanel("text_after"),
        MultiFieldPanel(
            [
                FieldPanel("banner"),
                FieldRowPanel([FieldPanel("banner_alt_text"), FieldPanel("banner_is_decorative")]),
            ],
            heading=_("Banner"),
        ),
    ]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("title"), index.AutocompleteField("title")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in (
            "levels",
            "election_day",
            "polling_opens",
            "polling_closes",
            "banner",
            "banner_is_decorative",
            "shown_from",
            "shown_until",
        )
    ]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ["-election_day", "pk"]

    def clean(self):
        super().clean()
        errors = find_schedule_errors(self)
        if self.banner_id and not self.banner_alt_text.strip() and not self.banner_is_decorative:
            errors["banner_alt_text"] = ValidationError(MISSING_ALTERNATIVE, code="missing_alternative")
        phases = [(phase.label, phase.begins_at, phase.ends_at) for phase in self.phases.all()]
        in_phases = [error for _index, _name, error in find_phase_errors(phases)]
        if in_phases:
            errors["__all__"] = in_phases
        if errors:
            raise ValidationError(errors)

    @property
    def picture(self):
        """Return the banner as a Picture (see media.files.picture), or None."""
        if self.banner is None:
            return None
        return self.banner.picture(self.banner_alt_text, is_decorative=self.banner_is_decorative)

    def at_this_moment(self, now: datetime | None = None) -> ShownElection | None:
        """Return this election as templates show it at `now` (an aware moment), None outside its time."""
        now = now or timezone.now()
        return ShownElection(self, now) if self.is_shown(now) else None

    def api_value(self, now: datetime | None = None) -> dict | None:
        """Return what partners get of this election within another document at `now`, None outside its time."""
        from home.elections.serializers import ElectionSerializer

        now = now or timezone.now()
        if not self.is_shown(now):
            return None
        data = ElectionSerializer(self, context={"now": now}).data
        return {name: value for name, value in data.items() if name != "id"}
