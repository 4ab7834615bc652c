"""The change feed in the contract."""

from django.conf import settings
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field, inline_serializer
from rest_framework import serializers

from cms.delivery.models import Reason
from cms.delivery.registry import all_types


@extend_schema_field({"type": "string", "const": "upsert"})
class UpsertField(serializers.CharField):
    """`op` of what is there."""


@extend_schema_field({"type": "string", "const": "delete"})
class DeleteField(serializers.CharField):
    """`op` of what is gone."""


@extend_schema_field({"type": "string", "enum": list(Reason.values)})
class ReasonField(serializers.CharField):
    """Why it is gone."""


@extend_schema_field({"type": ["string", "null"], "enum": [*dict(settings.LANGUAGES), None]})
class LanguageOrNoneField(serializers.CharField):
    """A language's code; null for what has none."""


class ChangesMetaSerializer(serializers.Serializer):
    """`next` is the address to ask from now on: at once while `has_more`, later otherwise. `token` is in it."""

    next = serializers.URLField()
    token = serializers.CharField()
    has_more = serializers.BooleanField()


class ChangeSerializer(serializers.Serializer):
    """What is the same in every change. `locale` is null for images and documents; `sequence` only grows."""

    type = serializers.CharField()
    uuid = serializers.UUIDField()
    locale = LanguageOrNoneField()
    id = serializers.IntegerField()
    sequence = serializers.IntegerField(min_value=1)
    changed_at = serializers.DateTimeField()


class DeletionSerializer(ChangeSerializer):
    """An item that may no longer be shown, and why."""

    op = DeleteField()
    reason = ReasonField()


def changes_serializer() -> serializers.Serializer:
    """Return the envelope's serializer; asked for when every type is registered."""
    made = list(dict.fromkeys(delivered_type.serializer for delivered_type in all_types()))
    document = PolymorphicProxySerializer("AnyDocument", made, resource_type_field_name=None)

    @extend_schema_field(document)
    class DocumentField(serializers.Field):
        pass

    class UpsertSerializer(ChangeSerializer):
        """An item that is new or has changed; `document` is there with include=document."""

        op = UpsertField()
        document = DocumentField(required=False)

    kinds = {"upsert": UpsertSerializer, "delete": DeletionSerializer}
    items = PolymorphicProxySerializer("Change", kinds, resource_type_field_name="op", many=True)
    return inline_serializer("ChangesList", {"meta": ChangesMetaSerializer(), "items": items})
