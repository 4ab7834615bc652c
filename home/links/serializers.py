"""Links and their directory as JSON."""

from rest_framework import serializers

from cms.delivery.serializers import PageSerializer, PictureField, TaxonomyField
from cms.delivery.snippet_serializers import SnippetSerializer


class LinkSerializer(SnippetSerializer):
    """A link's document. When it was last checked is the office's affair and not part of it."""

    name = serializers.CharField()
    url = serializers.URLField()
    group = TaxonomyField()
    order = serializers.IntegerField()
    logo = PictureField(source="logo_picture")


class LinkIndexPageSerializer(PageSerializer):
    """The link directory's document; the links themselves are at their own endpoint."""

    introduction = serializers.CharField()
