"""Elections as JSON, as they stand at one moment."""

from datetime import datetime

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.core.text.html import clean_html
from cms.delivery.serializers import LocalDateTimeField, PictureField
from cms.delivery.snippet_serializers import SnippetSerializer
from home.elections.election_link import ElectionLinkGroup
from home.elections.levels import Level


class RichTextHtmlField(serializers.CharField):
    """Stored rich text as clean HTML, see cms.core.text.html."""

    def to_representation(self, value):
        return clean_html(value)


class ElectionPhaseSerializer(serializers.Serializer):
    """A phase: it holds from `from`, inclusive, until `until`, exclusive."""

    label = serializers.CharField()
    html = RichTextHtmlField(source="text")

    def get_fields(self):
        # "from" is a word of Python's own, so these two cannot be declared as attributes.
        return {
            **super().get_fields(),
            "from": LocalDateTimeField(source="begins_at"),
            "until": LocalDateTimeField(source="ends_at"),
        }


class NamedCodeSerializer(serializers.Serializer):
    """A code for programs and its name in the document's language."""

    code = serializers.CharField()
    label = serializers.CharField()


class ElectionLinkSerializer(serializers.Serializer):
    """A link; `group` says what one finds there."""

    group = serializers.SerializerMethodField()
    title = serializers.CharField()
    url = serializers.URLField()
    is_official = serializers.BooleanField()

    @extend_schema_field(NamedCodeSerializer)
    def get_group(self, link) -> dict:
        return named_code(ElectionLinkGroup(link.group))


class ElectionSerializer(SnippetSerializer):
    """An election's document. Context: `now`, an aware moment; the present one when left out."""

    title = serializers.CharField()
    term = serializers.CharField()
    levels = serializers.SerializerMethodField()
    election_day = serializers.DateField()
    polling_opens_at = LocalDateTimeField()
    polling_closes_at = LocalDateTimeField()
    shown_from = LocalDateTimeField()
    shown_until = LocalDateTimeField()
    stage = serializers.SerializerMethodField()
    is_polling_open = serializers.SerializerMethodField()
    current_phase = serializers.SerializerMethodField()
    phases = serializers.SerializerMethodField()
    links = serializers.SerializerMethodField()
    text_after_html = RichTextHtmlField(source="text_after")
    banner = PictureField(source="picture")

    @extend_schema_field(NamedCodeSerializer(many=True))
    def get_levels(self, election) -> list[dict]:
        return [named_code(level) for level in Level if level.value in election.levels]

    @extend_schema_field(NamedCodeSerializer)
    def get_stage(self, election) -> dict:
        """Return where the election stands: before, day or after."""
        return named_code(election.stage(self._now))

    def get_is_polling_open(self, election) -> bool:
        return election.is_polling_open(self._now)

    @extend_schema_field(ElectionPhaseSerializer(allow_null=True))
    def get_current_phase(self, election) -> dict | None:
        """Return the phase that holds now, null between and after the phases."""
        phase = election.current_phase(self._now)
        return ElectionPhaseSerializer(phase).data if phase is not None else None

    @extend_schema_field(ElectionPhaseSerializer(many=True))
    def get_phases(self, election) -> list[dict]:
        return ElectionPhaseSerializer(election.phases.all(), many=True).data

    @extend_schema_field(ElectionLinkSerializer(many=True))
    def get_links(self, election) -> list[dict]:
        return ElectionLinkSerializer(election.links.all(), many=True).data

    @property
    def _now(self) -> datetime:
        return self.context.setdefault("now", timezone.now())


def named_code(choice) -> dict:
    """Return a member of a TextChoices as NamedCodeSerializer describes it."""
    return {"code": choice.value, "label": str(choice.label)}
