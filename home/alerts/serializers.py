"""Alerts as JSON."""

from rest_framework import serializers

from cms.delivery.serializers import LocalDateTimeField
from cms.delivery.snippet_serializers import SnippetSerializer
from home.alerts.alert import Level


class AlertSerializer(SnippetSerializer):
    """An alert's document: show it until `shown_until`, then no more. `url` is "" where there is no more to read."""

    level = serializers.ChoiceField(Level.values)
    heading = serializers.CharField()
    text = serializers.CharField()
    url = serializers.CharField()
    link_label = serializers.CharField()
    shown_from = LocalDateTimeField()
    shown_until = LocalDateTimeField()
