"""The status of a law document as JSON."""

from rest_framework import serializers


class LawStatusSerializer(serializers.Serializer):
    """The status as of today in Vietnam, or of the day `as_of` names. The document is written anew when it changes.

    `since`: the day from which it has held; `until`: the first day on which it will be another; null where not known.
    """

    code = serializers.CharField()
    label = serializers.CharField()
    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True)
