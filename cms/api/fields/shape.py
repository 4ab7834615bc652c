"""The fields a document has, read from the static serializer that makes it."""

from functools import cache

from drf_spectacular.drainage import get_override
from rest_framework import serializers

# name -> the fields of that value, None for a value that has none of its own (texts, numbers, bodies).
Shape = dict[str, "Shape | None"]


@cache
def shape_of(serializer_class: type[serializers.Serializer]) -> Shape:
    """Return the fields of a serializer's documents, in their order."""
    return _fields_of(serializer_class())


def _fields_of(serializer: serializers.Serializer) -> Shape:
    return {name: _shape_of_field(serializer, name, field) for name, field in serializer.fields.items()}


def _shape_of_field(parent: serializers.Serializer, name: str, field: serializers.Field) -> Shape | None:
    if isinstance(field, serializers.BaseSerializer):
        return _shape_of_value(field)
    if isinstance(field, serializers.SerializerMethodField):
        return _shape_of_value(get_override(getattr(parent, field.method_name), "field"))
    return _shape_of_value(get_override(field, "field"))


def _shape_of_value(declared) -> Shape | None:
    """Return the shape of what `@extend_schema_field` declares, or of a nested serializer."""
    if isinstance(declared, type) and issubclass(declared, serializers.BaseSerializer):
        declared = declared()
    if isinstance(declared, serializers.ListSerializer):
        declared = declared.child
    return _fields_of(declared) if isinstance(declared, serializers.Serializer) else None
