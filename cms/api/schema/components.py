"""What the API itself says beside the items: problems, the envelope of a list, the index."""

from rest_framework import serializers


class ProblemSerializer(serializers.Serializer):
    """Problem details (RFC 9457). `message` is Wagtail v2's key, always in English; a 410 has `restart` or `reason`.

    `restart` is where the feed begins again, `reason` why what was at an address is gone; `request_id` is what to
    name when asking us about it.
    """

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField(min_value=400, max_value=599)
    detail = serializers.CharField()
    parameter = serializers.CharField(required=False)
    restart = serializers.URLField(required=False)
    reason = serializers.CharField(required=False)
    message = serializers.CharField()
    request_id = serializers.CharField(required=False)


class ListMetaSerializer(serializers.Serializer):
    """What a list says of itself; `next` is the address of what follows, in a list paged by cursor."""

    total_count = serializers.IntegerField(min_value=0)
    next = serializers.URLField(required=False)


class IndexMetaSerializer(serializers.Serializer):
    """Where the contract is."""

    schema_url = serializers.URLField()
    documentation_url = serializers.URLField()


class IndexSerializer(serializers.Serializer):
    """The API's front door: name and address of each list."""

    meta = IndexMetaSerializer()
    endpoints = serializers.DictField(child=serializers.URLField())
