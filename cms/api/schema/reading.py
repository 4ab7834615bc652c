"""What the documentation page shows, taken from the contract itself: the two cannot differ."""

import json
from functools import cache

from django.utils.translation import gettext as _

from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.problems import TITLES
from cms.api.schema.document import openapi_json

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
                "parameters": [_parameter(parameter) for parameter in operation["parameters"] if "name" in parameter],
            }
        )
        if "{id}" in address:
            section["fields"] = _fields(document, operation)
    return {
        "language": language,
        "other_language": "en" if language == "vi" else "vi",
        "sections": [sections[name] for name in _in_router_order(endpoints, sections)],
        "problems": [{"kind": kind, "title": _(title)} for kind, title in TITLES.items()],
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
        "maximum": maximum if maximum <= LARGEST_MAXIMUM_SHOWN else 0,
    }


def _fields(document: dict, operation: dict) -> list[dict]:
    """Return [{"name", "kind"}] of the documents an operation gives."""
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    component = _component(document, schema)
    if "anyOf" in component:
        component = _component(document, component["anyOf"][0])
    return [{"name": name, "kind": _kind(field)} for name, field in component.get("properties", {}).items()]


def _component(document: dict, schema: dict) -> dict:
    name = schema.get("$ref", "").rpartition("/")[2]
    return document["components"]["schemas"][name] if name else schema


def _kind(schema: dict) -> str:
    """Return a value's kind in a word or two, as the page shows it."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " | ".join(dict.fromkeys(_kind(one) for one in schema[several]))
    kind = schema.get("type", "")
    if isinstance(kind, list):
        kind = " | ".join(kind)
    if kind == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("const") or schema.get("format") or kind)
