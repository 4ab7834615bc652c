"""The citations of a document in the API."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.citations.page_citations import PageCitations
from articles.law.status_serializer import LawStatusSerializer
from cms.delivery.serializers import detail_url


class CitedRecordSerializer(serializers.Serializer):
    """A law document that is cited, in the language of the document where it is translated; its status as of today."""

    uuid = serializers.UUIDField(source="translation_key")
    locale = serializers.CharField(source="locale.language_code")
    title = serializers.CharField()
    detail_url = serializers.SerializerMethodField()
    html_url = serializers.CharField(source="full_url")
    status = LawStatusSerializer(source="status_on")

    def get_detail_url(self, record) -> str:
        return detail_url(record)


class CitationSerializer(serializers.Serializer):
    """A law document that a text names: its number as printed (or title and year), null where there is no record."""

    number = serializers.CharField()
    record = CitedRecordSerializer(allow_null=True)


@extend_schema_field(CitationSerializer(many=True))
class CitationsField(serializers.Field):
    """What the texts of a page cite, in their order; each document once."""

    def __init__(self, **kwargs):
        super().__init__(**{"source": "*", "read_only": True, **kwargs})

    def to_representation(self, page):
        return CitationSerializer(PageCitations.of(page).all(), many=True).data
