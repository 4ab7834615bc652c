"""The search in the contract."""

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field, inline_serializer
from rest_framework import serializers

from cms.delivery.registry import all_types

PLACES = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
}


@extend_schema_field(PLACES)
class PlacesField(serializers.Field):
    """Where in a text what was found stands: [from, to), in code points."""


@extend_schema_field({"anyOf": [{"type": "string"}, {"type": "integer"}]})
class FacetValueField(serializers.Field):
    """What the parameter of a facet's name takes."""


class MarkedTextSerializer(serializers.Serializer):
    """Plain text with the places of what was found."""

    text = serializers.CharField()
    marks = PlacesField()


class SearchFacetSerializer(serializers.Serializer):
    """A value that the results can be narrowed to, and how many there would be."""

    value = FacetValueField()
    label = serializers.CharField()
    count = serializers.IntegerField(min_value=0)


class SearchFacetsSerializer(serializers.Serializer):
    """By parameter; `locale` names the other languages that have matches, and how many, counted up to 2,000."""

    type = SearchFacetSerializer(many=True)
    topic = SearchFacetSerializer(many=True)
    year = SearchFacetSerializer(many=True)
    locale = SearchFacetSerializer(many=True)


class SearchMetaSerializer(serializers.Serializer):
    """What a search says of its results."""

    total_count = serializers.IntegerField(min_value=0)
    facets = SearchFacetsSerializer()


def search_serializer() -> serializers.Serializer:
    """Return the envelope's serializer; asked for when every type is registered."""
    made = list(dict.fromkeys(found.serializer for found in all_types() if found.is_page))

    @extend_schema_field(PolymorphicProxySerializer("AnyPage", made, resource_type_field_name=None))
    class FoundPageField(serializers.Field):
        """What the type's own list gives of it."""

    class SearchResultSerializer(serializers.Serializer):
        """What was found, where in it, and the item itself."""

        title = MarkedTextSerializer()
        text = MarkedTextSerializer()
        item = FoundPageField()

    return inline_serializer("SearchList", {"meta": SearchMetaSerializer(), "items": SearchResultSerializer(many=True)})
