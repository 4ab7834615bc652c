"""The OpenAPI 3.1 document, generated once per language and process."""

from functools import cache

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.schema.operations import patterns_of
from cms.delivery.store import to_json

# Always complete: every other object has what `?fields=` leaves of it.
COMPLETE = frozenset(
    {
        *("Problem", "ListMeta", "Index", "IndexMeta", "Locale", "LocaleMeta"),
        *("Upsert", "Deletion", "ChangesMeta", "Change"),
    }
)


def openapi_document(endpoints: tuple[DeliveredEndpoint, ...], language: str) -> dict:
    """Return the contract, its descriptions in `language`."""
    with translation.override(language):
        generator = SchemaGenerator(patterns=patterns_of(list(endpoints)))
        document = generator.get_schema(request=None, public=True)
    document["servers"] = [{"url": "/"}]
    for name, component in document["components"]["schemas"].items():
        if name not in COMPLETE and not name.endswith("List"):
            component.pop("required", None)
        if name in ("AnyPage", "AnyDocument"):
            # With nothing required, one document may fit several types.
            component["anyOf"] = component.pop("oneOf")
    return document


@cache
def openapi_json(endpoints: tuple[DeliveredEndpoint, ...], language: str) -> bytes:
    """Return the contract as JSON."""
    return to_json(openapi_document(endpoints, language)).encode()
