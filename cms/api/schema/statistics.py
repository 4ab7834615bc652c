"""The numbers of visits in the contract."""

from rest_framework import serializers

from cms.api.endpoints.statistics import MINIMUM
from cms.delivery.shapes import LanguageField


def views() -> serializers.IntegerField:
    """Return the field of a number that is null where it is small."""
    return serializers.IntegerField(min_value=MINIMUM, allow_null=True)


class StatisticsMetaSerializer(serializers.Serializer):
    """The days, both included, and the language asked for; numbers under `minimum` are null."""

    until = serializers.DateField()
    locale = LanguageField(allow_null=True)
    minimum = serializers.IntegerField()

    def get_fields(self):
        # "from" is a word of Python's own, so it cannot be declared as an attribute.
        return {"from": serializers.DateField(), **super().get_fields()}


class StatisticsCounterSerializer(serializers.Serializer):
    """Views of the last five minutes, of today and this month (Vietnamese time), and of all time."""

    online = views()
    today = views()
    month = views()
    total = views()
    taken_at = serializers.DateTimeField()


class StatisticsDaySerializer(serializers.Serializer):
    """Views of one day."""

    day = serializers.DateField()
    views = views()


class StatisticsLanguageSerializer(serializers.Serializer):
    """Views of one language."""

    locale = LanguageField()
    views = views()


class StatisticsSectionSerializer(serializers.Serializer):
    """Views of a section of the site with everything in it."""

    uuid = serializers.UUIDField()
    locale = LanguageField()
    title = serializers.CharField()
    views = views()


class StatisticsPageSerializer(serializers.Serializer):
    """One of the pages read most."""

    uuid = serializers.UUIDField()
    locale = LanguageField()
    title = serializers.CharField()
    html_url = serializers.URLField()
    views = serializers.IntegerField(min_value=MINIMUM)


class StatisticsListSerializer(serializers.Serializer):
    """How often the website is read: sums, and nothing of anybody."""

    meta = StatisticsMetaSerializer()
    counter = StatisticsCounterSerializer()
    days = StatisticsDaySerializer(many=True)
    languages = StatisticsLanguageSerializer(many=True)
    sections = StatisticsSectionSerializer(many=True)
    pages = StatisticsPageSerializer(many=True)
