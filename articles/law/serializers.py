"""The law library and its documents as JSON."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.citations.serializers import CitationsField
from articles.law.law_document_parts import with_readings
from articles.law.relation_serializers import LawEventSerializer, LawRelationSerializer, OtherDocumentSerializer
from articles.law.status_serializer import LawStatusSerializer
from cms.delivery.serializers import BodyField, PageSerializer, TaxonomyField
from cms.delivery.shapes import TaxonomySerializer


class LawLibrarySerializer(PageSerializer):
    """A library's document."""

    introduction = serializers.CharField()


@extend_schema_field(TaxonomySerializer(many=True))
class TaxonomyListField(serializers.ListField):
    """Several terms, in their order."""

    child = TaxonomyField()


class DocumentTypeSerializer(serializers.Serializer):
    """A type of legal document: its code is the same in every language."""

    code = serializers.CharField(source="document_type")
    label = serializers.CharField(source="get_document_type_display")


class LawFileSerializer(serializers.Serializer):
    """A file of a document; `size` in bytes, `language` of the file itself."""

    kind = serializers.CharField()
    label = serializers.CharField()
    language = serializers.CharField()
    is_official = serializers.BooleanField()
    pages = serializers.IntegerField(allow_null=True)
    uuid = serializers.UUIDField()
    title = serializers.CharField()
    filename = serializers.CharField()
    content_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    url = serializers.URLField()


class LawDocumentSerializer(PageSerializer):
    """A law document's document."""

    number = serializers.CharField()
    number_folded = serializers.CharField()
    number_system = serializers.CharField()
    document_type = DocumentTypeSerializer(source="*")
    issuers = TaxonomyListField(source="issuer_terms")
    signatory = serializers.CharField()
    signatory_title = serializers.CharField()
    issue_date = serializers.DateField(allow_null=True)
    effective_date = serializers.DateField(allow_null=True)
    expiry_date = serializers.DateField(allow_null=True)
    gazette = serializers.CharField()
    abstract = serializers.CharField()
    status = LawStatusSerializer(source="status_on")
    status_note = serializers.CharField()
    status_periods = serializers.SerializerMethodField()
    events = serializers.SerializerMethodField()
    relations = serializers.SerializerMethodField()
    files = serializers.SerializerMethodField()
    source_url = serializers.CharField()
    body = BodyField()
    citations = CitationsField()

    def get_fields(self):
        # A serializer has an attribute of this name already, so this one cannot be declared like the others.
        return {**super().get_fields(), "fields": TaxonomyListField(source="field_terms")}

    @extend_schema_field(LawFileSerializer(many=True))
    def get_files(self, document):
        files = with_readings(document.files)
        return [file.api_value() for file in files if file.document.is_public]

    @extend_schema_field(LawStatusSerializer(many=True))
    def get_status_periods(self, document):
        """Return its status on all days, in order."""
        return LawStatusSerializer([period.as_status for period in document.periods], many=True).data

    @extend_schema_field(LawEventSerializer(many=True))
    def get_events(self, document):
        others = document.mentions
        made = OtherDocumentSerializer()
        return [
            {
                "date": entry.date.isoformat(),
                "code": entry.code,
                "label": entry.label,
                "affected_part": entry.affected_part,
                "note": entry.note,
                "source": made.to_representation(others.pages[entry.source_key])
                if entry.source_key in others.pages
                else None,
            }
            for entry in others.history
        ]

    @extend_schema_field(LawRelationSerializer(many=True))
    def get_relations(self, document):
        made = OtherDocumentSerializer()
        return [
            {
                "type": relation.type,
                "direction": relation.direction,
                "label": relation.label,
                **made.to_representation(document.mentions.pages[relation.other]),
            }
            for relation in document.mentions.relations
            if relation.other in document.mentions.pages
        ]
