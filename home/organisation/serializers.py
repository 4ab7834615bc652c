"""The organisation as JSON."""

from django.conf import settings
from rest_framework import serializers

from cms.delivery.snippet_serializers import SnippetSerializer
from home.organisation.organisation import Organisation
from home.organisation.organisation_texts import filled_fields


class OrganisationSerializer(SnippetSerializer):
    """The organisation's document: what a language leaves empty is in Vietnamese, as on the pages."""

    name = serializers.CharField()
    slogan = serializers.CharField()
    responsible_unit = serializers.CharField()
    responsible_person = serializers.CharField()
    licence_number = serializers.CharField()
    address = serializers.CharField()
    telephone = serializers.CharField()
    email = serializers.CharField()
    footer_text = serializers.CharField()

    def to_representation(self, organisation):
        data = super().to_representation(organisation)
        fallback = Organisation.objects.filter(live=True, locale__language_code=settings.LANGUAGE_CODE).first()
        return {**data, **filled_fields(organisation, fallback)}
