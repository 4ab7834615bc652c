"""Articles and streams as JSON."""

from rest_framework import serializers

from articles.citations.serializers import CitationsField
from cms.delivery.serializers import (
    BodyField,
    LocalDateTimeField,
    PageSerializer,
    PictureField,
    ReferenceField,
    ReferenceListField,
    TaxonomyField,
)


class ArticleStreamSerializer(PageSerializer):
    """A stream's document."""

    introduction = serializers.CharField()


class ArticleSerializer(PageSerializer):
    """An article's document."""

    lead = serializers.CharField()
    date = LocalDateTimeField(source="display_date")
    place = serializers.CharField()
    author = serializers.CharField()
    source_name = serializers.CharField()
    source_url = serializers.CharField()
    is_featured = serializers.BooleanField()
    reading_minutes = serializers.IntegerField(min_value=1)
    stream = ReferenceField()
    category = TaxonomyField()
    cover = PictureField(source="cover_picture")
    cover_caption = serializers.CharField()
    cover_credit = serializers.CharField(source="cover_credit_text")
    body = BodyField()
    related = ReferenceListField()
    citations = CitationsField()
