"""The OpenAPI 3.1 document, generated once per language and process."""

import copy
from functools import cache

from django.utils import translation
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator

from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.schema.blocks import block_components
from cms.api.schema.exactness import make_exact
from cms.api.schema.links import add_links
from cms.api.schema.operations import patterns_of
from cms.api.schema.responses import common_components, complete_operation
from cms.delivery.documents import to_json

# What components and their fields are described in: the serializers' docstrings and help texts of the models.
DOCSTRINGS = "en"


def openapi_document(endpoints: tuple[DeliveredEndpoint, ...], language: str, *, is_complete: bool = False) -> dict:
    """Return the contract, its descriptions in `language`.

    With `is_complete` it requires of every document all its fields: what the API answers without `fields=`.
    """
    with translation.override(language):
        generator = SchemaGenerator(patterns=patterns_of(list(endpoints)))
        document = generator.get_schema(request=None, public=True)
        document["info"]["description"] = _(
            "Everything this website publishes, as JSON, in Vietnamese and English: read it, show it on your own site, "
            "and name the source. No key is needed."
        )
        document["servers"] = [{"url": "/"}]
        for operations in document["paths"].values():
            operation = operations["get"]
            is_list = operation["operationId"].endswith("_list")
            complete_operation(operation, is_list=is_list)
        add_links(document["paths"])
        components = document["components"]
        if language != DOCSTRINGS:
            for component in components["schemas"].values():
                for described in (component, *component.get("properties", {}).values()):
                    described.pop("description", None)
        components["schemas"] |= copy.deepcopy(block_components())
        components |= common_components()
    make_exact(components["schemas"], is_complete=is_complete)
    components["schemas"] = dict(sorted(components["schemas"].items()))
    return document


@cache
def openapi_json(endpoints: tuple[DeliveredEndpoint, ...], language: str) -> bytes:
    """Return the contract as JSON."""
    return to_json(openapi_document(endpoints, language)).encode()
