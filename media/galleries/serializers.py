"""Galleries and their library as JSON."""

from rest_framework import serializers

from cms.delivery.serializers import PageSerializer, PictureField, ReferenceField


class GalleryIndexSerializer(PageSerializer):
    """An image library's document."""

    introduction = serializers.CharField()


class GalleryItemSerializer(serializers.Serializer):
    """A picture with its words, in its place in the gallery."""

    image = PictureField(source="picture")
    caption = serializers.CharField()
    credit = serializers.CharField(source="credit_text")


class GallerySerializer(PageSerializer):
    """A gallery's document."""

    event_date = serializers.DateField()
    place = serializers.CharField()
    library = ReferenceField()
    cover = PictureField(source="cover_picture")
    count = serializers.IntegerField(source="items.count")
    pictures = GalleryItemSerializer(source="shown_items", many=True)
