"""What the documentation page shows, taken from the contract itself: the two cannot differ."""

import json
from functools import cache

from cms.api.docs.refusals import refusals
from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.schema.document import openapi_json
from cms.delivery.registry import all_types

# Larger bounds are the databases' own and tell a reader nothing.
LARGEST_MAXIMUM_SHOWN = 10_000


@cache
def documentation_of(endpoints: tuple[DeliveredEndpoint, ...], language: str) -> dict:
    """Return what templates/api/docs.html shows; the active language is `language`."""
    document = json.loads(openapi_json(endpoints, language))
    sections: dict[str, dict] = {}
    for address, operations in document["paths"].items():
        operation = operations["get"]
        tag = operation["tags"][0]
        section = sections.setdefault(tag, {"name": tag, "operations": [], "fields": []})
        section["operations"].append(
            {
                "address": address,
                "summary": operation["summary"],
                "statuses": list(operation["responses"]),
                "is_deprecated": operation.get("deprecated", False),
                "parameters": [_parameter(parameter) for parameter in operation["parameters"] if "name" in parameter],
            }
        )
        if "{id}" in address:
            section["fields"] = _fields(document, operation)
    return {
        "language": language,
        "other_language": "en" if language == "vi" else "vi",
        "sections": [sections[name] for name in _in_router_order(endpoints, sections)],
        "problems": refusals(),
        "values": _values(document),
        "deprecations": _deprecations(endpoints),
    }


def _in_router_order(endpoints: tuple[DeliveredEndpoint, ...], names) -> list[str]:
    order = [endpoint.name for endpoint in endpoints]
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _parameter(parameter: dict) -> dict:
    schema = parameter["schema"]
    maximum = schema.get("maximum", 0)
    return {
        "name": parameter["name"],
        "text": parameter.get("description", ""),
        "kind": _kind(schema),
        "choices": schema.get("enum", []),
        "default": schema.get("default", ""),
        "is_deprecated": parameter.get("deprecated", False),
        "maximum": maximum if maximum <= LARGEST_MAXIMUM_SHOWN else 0,
    }


def _fields(document: dict, operation: dict) -> list[dict]:
    """Return [{"name", "kind"}] of the documents an operation gives."""
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    component = _component(document, schema)
    if "anyOf" in component:
        component = _component(document, component["anyOf"][0])
    return _fields_of(component)


def _values(document: dict) -> list[dict]:
    """Return [{"name", "fields"}] of what documents hold that is no document itself: pictures, references, blocks."""
    components = document["components"]["schemas"]
    own = {made.serializer.__name__.removesuffix("Serializer") for made in all_types()}
    return [
        {"name": name, "fields": _fields_of(component)}
        for name, component in components.items()
        if "properties" in component and name not in own and not name.endswith("List")
    ]


def _fields_of(component: dict) -> list[dict]:
    return [
        {"name": name, "kind": _kind(field), "is_deprecated": field.get("deprecated", False)}
        for name, field in component.get("properties", {}).items()
    ]


def _deprecations(endpoints: tuple[DeliveredEndpoint, ...]) -> list[dict]:
    """Return [{"name", "since", "sunset", "instead"}] of what is on its way out."""
    declared = [(endpoint.name, endpoint.deprecation) for endpoint in endpoints if endpoint.deprecation]
    for made in all_types():
        declared += [(f"{made.endpoint}: {name}", gone) for name, gone in made.deprecated_fields.items()]
    return [
        {"name": name, "since": gone.since, "sunset": gone.sunset, "instead": str(gone.instead)}
        for name, gone in declared
    ]


def _component(document: dict, schema: dict) -> dict:
    name = schema.get("$ref", "").rpartition("/")[2]
    return document["components"]["schemas"][name] if name else schema


def _kind(schema: dict) -> str:
    """Return a value's kind in a word or two, as the page shows it."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "allOf" in schema:
        return _kind(schema["allOf"][0])
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(_kind(one) for one in schema[several]))
    kind = schema.get("type", "")
    if isinstance(kind, list):
        kind = " | ".join(kind)
    if kind == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("const") or schema.get("format") or kind)
