"""The operations as drf-spectacular reads them: views that only describe. The endpoints' plain views answer."""

from django.urls import URLPattern, path
from django.utils.text import slugify
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer, extend_schema, inline_serializer
from rest_framework.views import APIView

from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.endpoints.locales import LocaleSerializer
from cms.api.endpoints.puller import CONTENT_TYPES
from cms.api.endpoints.resolve import MovedSerializer
from cms.api.problems import CONTENT_TYPE, TITLES
from cms.api.schema import parameters
from cms.api.schema.changes import changes_serializer
from cms.api.schema.components import IndexSerializer, ListMetaSerializer, ProblemSerializer
from cms.api.schema.search import search_serializer
from cms.api.schema.statistics import StatisticsListSerializer
from cms.delivery.shapes import ReferenceSerializer

PREFIX = "api/v2/"
# Refusals of some operations only; those of all are in cms.api.schema.responses.
PROBLEMS = {404: "not-found", 410: "token-expired"}


def patterns_of(endpoints: list[DeliveredEndpoint]) -> list[URLPattern]:
    """Return URL patterns for drf-spectacular's generator, in the active language."""
    patterns = [path(PREFIX, _view("index", "read", _("The API's lists"), parameters.of_common(), IndexSerializer))]
    for endpoint in endpoints:
        if endpoint.types:
            patterns += _patterns(endpoint)
    own = [*_locale_patterns(), _changes_pattern(), _resolve_pattern(), _search_pattern(), _statistics_pattern()]
    return [*patterns, *own, *_documentation_patterns()]


def _patterns(endpoint: DeliveredEndpoint) -> list[URLPattern]:
    name = endpoint.name
    document = _document(endpoint)
    address = f"{PREFIX}{name}/"
    find = OpenApiResponse(description=_("The item's own address is in the Location header."))
    old = endpoint.deprecation is not None
    listed = _view(name, "list", _("List"), parameters.of_list(endpoint), _envelope(name, document), is_deprecated=old)
    one = _view(name, "detail", _("One item"), parameters.of_detail(endpoint), document, 404, is_deprecated=old)
    of_find = parameters.of_find(endpoint)
    found = _view(name, "find", _("Find"), of_find, find, 404, success=302, is_deprecated=old)
    return [path(address, listed), path(address + "<int:id>/", one), path(address + "find/", found)]


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
    elsewhere = {301: moved, 302: moved}
    view = _view("resolve", "read", summary, parameters.of_resolve(), ReferenceSerializer, 404, 410, more=elsewhere)
    return path(f"{PREFIX}resolve/", view)


def _documentation_patterns() -> list[URLPattern]:
    common, downloads = parameters.of_common(), {}
    for name, content_type in CONTENT_TYPES.items():
        downloads[f"docs/{name}"] = _("A program that keeps a copy: %(name)s") % {"name": name}, content_type
    pages = {
        "openapi.json": (_("This contract"), "application/json"),
        "docs/": (_("The contract for people"), "text/html"),
        **downloads,
    }
    patterns = []
    for address, (summary, content_type) in pages.items():
        kind = OpenApiTypes.OBJECT if content_type == "application/json" else OpenApiTypes.STR
        view = _view("docs", slugify(address.replace(".", "-")), summary, common, {content_type: kind})
        patterns.append(path(PREFIX + address, view))
    return patterns


def _search_pattern() -> URLPattern:
    summary = _("Search in everything that has a page, the best first")
    return path(f"{PREFIX}search/", _view("search", "list", summary, parameters.of_search(), search_serializer()))


def _statistics_pattern() -> URLPattern:
    summary = _("How often the website is read")
    view = _view("statistics", "read", summary, parameters.of_statistics(), StatisticsListSerializer)
    return path(f"{PREFIX}statistics/", view)


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


def _view(
    tag: str,
    action: str,
    summary: str,
    of_query: list,
    answer,
    *problems: int,
    success: int = 200,
    more=None,
    is_deprecated: bool = False,
):
    """Return a view that only describes; `answer` is a serializer, a response, or {content type: kind}."""
    if isinstance(answer, dict):
        answers = {(success, content_type): kind for content_type, kind in answer.items()}
    else:
        answers = {success: answer}
    responses = {
        **answers,
        **(more or {}),
        **{
            (status, CONTENT_TYPE): OpenApiResponse(ProblemSerializer, description=_(TITLES[kind]))
            for status, kind in PROBLEMS.items()
            if status in problems
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
            deprecated=is_deprecated,
        )
        def get(self, request):
            raise NotImplementedError

    return Operation.as_view()
