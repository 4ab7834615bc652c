"""The home page, standing pages and the support page as JSON."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.citations.serializers import CitationsField
from cms.delivery.serializers import BodyField, PageSerializer, PictureField, blocks_of
from home.pages.sections import HomeSectionsBlock


@extend_schema_field(blocks_of(HomeSectionsBlock))
class SectionsField(BodyField):
    """The sections of a home page, see home.pages.sections."""

    stream = HomeSectionsBlock


class HomePageSerializer(PageSerializer):
    """The home page's document: how its sections are set up. What they list is at those types' endpoints."""

    sections = SectionsField()


class StandardPageSerializer(PageSerializer):
    """A standing page's document."""

    cover = PictureField(source="cover_picture")
    cover_caption = serializers.CharField()
    cover_credit = serializers.CharField(source="cover_credit_text")
    body = BodyField()
    citations = CitationsField()


class SupportPageSerializer(PageSerializer):
    """The support page's document; the contacts are at the endpoint `site`."""

    introduction = serializers.CharField()
    body = BodyField()
