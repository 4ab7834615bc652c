"""What a law document says of others, as JSON: its history and its relations."""

from rest_framework import serializers

from cms.delivery.serializers import detail_url


class OtherStatusSerializer(serializers.Serializer):
    """Another document's status as of today in Vietnam, whatever `as_of` names."""

    code = serializers.CharField()
    label = serializers.CharField()


class OtherDocumentSerializer(serializers.Serializer):
    """Another law document: in this one's language where it is there, else in Vietnamese."""

    uuid = serializers.UUIDField(source="translation_key")
    locale = serializers.CharField(source="locale.language_code")
    number = serializers.CharField(source="display_number")
    title = serializers.CharField()
    detail_url = serializers.SerializerMethodField()
    html_url = serializers.CharField(source="full_url")
    status = OtherStatusSerializer(source="status_on")

    def get_detail_url(self, document) -> str:
        return detail_url(document)


class LawEventSerializer(serializers.Serializer):
    """One event of a document's history; `source` is the document that brought it, null where none is public."""

    date = serializers.DateField()
    code = serializers.CharField()
    label = serializers.CharField()
    affected_part = serializers.CharField()
    note = serializers.CharField()
    source = OtherDocumentSerializer(allow_null=True)


class LawRelationSerializer(OtherDocumentSerializer):
    """Another document and what this one has to do with it.

    `direction` is "outgoing" where this document does it to the other, "incoming" where the other does it to this one.
    """

    type = serializers.CharField()
    direction = serializers.CharField()
    label = serializers.CharField()
