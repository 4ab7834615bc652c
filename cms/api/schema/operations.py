"""The operations as drf-spectacular reads them: views that only describe. The endpoints' plain views answer."""

from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.views import APIView

from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.endpoints.locales import LocaleSerializer
from cms.api.endpoints.resolve import MovedSerializer
from cms.api.problems import CONTENT_TYPE, TITLES
from cms.api.schema import parameters
from cms.api.schema.changes import changes_serializer
from cms.delivery.shapes import ReferenceSerializer

PREFIX = "api/v2/"
PROBLEMS = {400: "invalid-parameter", 404: "not-found", 410: "token-expired", 414: "address-too-long"}
ALWAYS = (400, 414)


class ProblemSerializer(serializers.Serializer):
    """Problem details (RFC 9457). `message` is Wagtail v2's key, always in English; a 410 has `restart` or `reason`.

    `restart` is where the feed begins again, `reason` why what was at an address is gone.
    """

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    parameter = serializers.CharField(required=False)
    restart = serializers.CharField(required=False)
    reason = serializers.CharField(required=False)
    message = serializers.CharField()


class ListMetaSerializer(serializers.Serializer):
    """What a list says of itself; `next` is the address of what follows, in a list paged by cursor."""

    total_count = serializers.IntegerField(min_value=0)
    next = serializers.CharField(required=False)


class IndexMetaSerializer(serializers.Serializer):
    """Where the contract is."""

    schema_url = serializers.CharField()
    documentation_url = serializers.CharField()


class IndexSerializer(serializers.Serializer):
    """The API's front door: name and address of each list."""

    meta = IndexMetaSerializer()
    endpoints = serializers.DictField(child=serializers.CharField())


def patterns_of(endpoints: list[DeliveredEndpoint]) -> list[URLPattern]:
    """Return URL patterns for drf-spectacular's generator, in the active language."""
    patterns = [path(PREFIX, _view("index", "read", _("The API's lists"), parameters.of_common(), IndexSerializer))]
    for endpoint in endpoints:
        if endpoint.types:
            patterns += _patterns(endpoint)
    return [*patterns, *_locale_patterns(), _changes_pattern(), _resolve_pattern()]


def _patterns(endpoint: DeliveredEndpoint) -> list[URLPattern]:
    name = endpoint.name
    document = _document(endpoint)
    address = f"{PREFIX}{name}/"
    find = OpenApiResponse(description=_("The item's own address is in the Location header."))
    return [
        path(address, _view(name, "list", _("List"), parameters.of_list(endpoint), _envelope(name, document))),
        path(
            address + "<int:id>/", _view(name, "detail", _("One item"), parameters.of_detail(endpoint), document, 404)
        ),
        path(address + "find/", _view(name, "find", _("Find"), parameters.of_find(endpoint), find, 404, success=302)),
    ]


def _locale_patterns() -> list[URLPattern]:
    address = f"{PREFIX}locales/"
    common = parameters.of_common()
    return [
        path(address, _view("locales", "list", _("List"), common, _envelope("locales", LocaleSerializer))),
        path(address + "<int:id>/", _view("locales", "detail", _("One item"), common, LocaleSerializer, 404)),
    ]


def _changes_pattern() -> URLPattern:
    summary = _("What was published, changed and withdrawn, in order")
    return path(
        f"{PREFIX}changes/", _view("changes", "list", summary, parameters.of_changes(), changes_serializer(), 410)
    )


def _resolve_pattern() -> URLPattern:
    summary = _("What is at an address of the website")
    moved = OpenApiResponse(MovedSerializer, description=_("What resolves the new address is in the Location header."))
    view = _view("resolve", "read", summary, parameters.of_resolve(), ReferenceSerializer, 404, 410, more={301: moved})
    return path(f"{PREFIX}resolve/", view)


def _document(endpoint: DeliveredEndpoint):
    made = [delivered_type.serializer for delivered_type in endpoint.types]
    if len(made) == 1:
        return made[0]
    return PolymorphicProxySerializer("AnyPage", list(dict.fromkeys(made)), resource_type_field_name=None, many=False)


def _envelope(name: str, document):
    items = document(many=True) if isinstance(document, type) else _many(document)
    words = "".join(word.title() for word in name.split("-"))
    return inline_serializer(f"{words}List", {"meta": ListMetaSerializer(), "items": items})


def _many(document: PolymorphicProxySerializer) -> PolymorphicProxySerializer:
    return PolymorphicProxySerializer(
        document.component_name, document.serializers, resource_type_field_name=None, many=True
    )


def _view(tag: str, action: str, summary: str, of_query: list, answer, *problems: int, success: int = 200, more=None):
    responses = {
        success: answer,
        **(more or {}),
        304: OpenApiResponse(description=_("Nothing has changed since the ETag or date in the request.")),
        **{
            (status, CONTENT_TYPE): OpenApiResponse(ProblemSerializer, description=_(TITLES[kind]))
            for status, kind in PROBLEMS.items()
            if status in (*ALWAYS, *problems)
        },
    }

    class Operation(APIView):
        @extend_schema(
            operation_id=f"{tag}_{action}",
            tags=[tag],
            summary=summary,
            parameters=of_query,
            responses=responses,
            auth=[],
        )
        def get(self, request):
            raise NotImplementedError

    return Operation.as_view()
