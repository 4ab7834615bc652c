"""The static serializers every delivered snippet has in common; types add their own fields in their own rooms."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.delivery.serializers import LocalDateTimeField, detail_url
from cms.delivery.shapes import LanguageField
from cms.delivery.translation_states import STATES, states_of


class SnippetTranslationSerializer(serializers.Serializer):
    """The same snippet in another language."""

    locale = LanguageField()
    id = serializers.IntegerField()
    title = serializers.CharField()
    detail_url = serializers.URLField()
    state = serializers.ChoiceField(STATES)


class SnippetMetaSerializer(serializers.Serializer):
    """What the API says of a snippet itself."""

    type = serializers.CharField(source="_meta.label")
    detail_url = serializers.SerializerMethodField()
    uuid = serializers.UUIDField(source="translation_key")
    locale = LanguageField(source="locale.language_code")
    first_published_at = LocalDateTimeField()
    last_published_at = LocalDateTimeField()
    translations = serializers.SerializerMethodField()

    @extend_schema_field(OpenApiTypes.URI)
    def get_detail_url(self, snippet) -> str:
        return detail_url(snippet)

    @extend_schema_field(SnippetTranslationSerializer(many=True))
    def get_translations(self, snippet):
        siblings = list(snippet.get_translations().filter(live=True).select_related("locale"))
        states = states_of([snippet, *siblings])
        return [
            SnippetTranslationSerializer(
                {
                    "locale": sibling.locale.language_code,
                    "id": sibling.pk,
                    "title": str(sibling),
                    "detail_url": detail_url(sibling),
                    "state": states[sibling.pk],
                }
            ).data
            for sibling in siblings
        ]


class SnippetSerializer(serializers.Serializer):
    """What every snippet's document has."""

    id = serializers.IntegerField()
    meta = SnippetMetaSerializer(source="*")
