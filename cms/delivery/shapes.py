"""Shapes of values that several types' documents have: the contract is made from them, and `?fields=` reads them."""

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cms.delivery.translation_states import STATES


@extend_schema_field({"type": "string", "enum": [code for code, _name in settings.LANGUAGES]})
class LanguageField(serializers.CharField):
    """The code of one of the site's languages."""


class ReferenceMetaSerializer(serializers.Serializer):
    """Identity and addresses of the item referred to."""

    type = serializers.CharField()
    detail_url = serializers.URLField()
    html_url = serializers.URLField()
    uuid = serializers.UUIDField()
    locale = LanguageField()


class ReferenceSerializer(serializers.Serializer):
    """Another item, as far as this document speaks of it: as Wagtail's API v2 nests related objects."""

    id = serializers.IntegerField()
    meta = ReferenceMetaSerializer()
    title = serializers.CharField()


class TranslationSerializer(serializers.Serializer):
    """The same item in another language: its source, or a translation that is current or outdated.

    A language that is not here has no text of its own.
    """

    locale = LanguageField()
    id = serializers.IntegerField()
    title = serializers.CharField()
    html_url = serializers.URLField()
    detail_url = serializers.URLField()
    state = serializers.ChoiceField(STATES)


class TaxonomySerializer(serializers.Serializer):
    """A category, topic or field: one uuid in all languages, the name in the document's language."""

    uuid = serializers.UUIDField()
    name = serializers.CharField()


class RenditionSerializer(serializers.Serializer):
    """One size of a picture, in pixels, with its address in each format."""

    width = serializers.IntegerField()
    height = serializers.IntegerField()
    avif = serializers.URLField(required=False)
    webp = serializers.URLField(required=False)
    jpeg = serializers.URLField(required=False)


class RenditionsSerializer(serializers.Serializer):
    """The sizes that are ready: `wide` 16:9, `thumb` 4:3, `full` uncropped; narrowest first."""

    wide = RenditionSerializer(many=True, required=False)
    thumb = RenditionSerializer(many=True, required=False)
    full = RenditionSerializer(many=True, required=False)


class SrcsetSerializer(serializers.Serializer):
    """The sizes of one shape as HTML's `srcset` has them ("address 400w, address 800w"), one text a format."""

    avif = serializers.CharField(required=False)
    webp = serializers.CharField(required=False)
    jpeg = serializers.CharField(required=False)


class SrcsetsSerializer(serializers.Serializer):
    """What belongs into the `srcset` of an <img> or <source>, by shape and format."""

    wide = SrcsetSerializer(required=False)
    thumb = SrcsetSerializer(required=False)
    full = SrcsetSerializer(required=False)


class PictureSerializer(serializers.Serializer):
    """A picture in one place, with that place's alternative text ("" exactly when it is decorative)."""

    uuid = serializers.UUIDField()
    alt = serializers.CharField(allow_blank=True)
    is_decorative = serializers.BooleanField()
    credit = serializers.CharField(allow_blank=True)
    licence = serializers.CharField(allow_blank=True)
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    renditions = RenditionsSerializer()
    srcset = SrcsetsSerializer()
