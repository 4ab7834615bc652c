"""Makes the components exact: no object has more than is written, and each document says of which type it is.

What `fields=` can leave out is not required. What `rich_text=text` puts in the place of rich text is there beside it.
"""

from collections.abc import Iterable, Iterator

from cms.delivery.registry import DeliveredType, all_types

# Always complete: of every other object `?fields=` may leave a part.
WHOLE = frozenset(
    {"Problem", "ListMeta", "Index", "IndexMeta", "Locale", "LocaleMeta", "Upsert", "Deletion", "ChangesMeta"}
)
# `meta` of what stands in for a translation that is not there, see `fallback=`.
STANDS_IN = {"type": "boolean", "const": True}


def make_exact(components: dict[str, dict], *, is_complete: bool = False) -> None:
    """Change the schemas of a contract's components in place.

    With `is_complete` they say what a document is that nothing was left out of.
    """
    for name, component in components.items():
        is_whole = is_complete or name in WHOLE or name.endswith(("List", "Block", "Section"))
        for schema in _objects_in(component):
            _close(schema, is_whole=is_whole)
    for name in ("PageMeta", "SnippetMeta"):
        components[name]["properties"]["is_fallback"] = STANDS_IN
    for name, types in _types_of_components().items():
        _say_type(components[name], types)
    if is_complete:
        # Within a body an election has no key.
        components["Election"]["required"].remove("id")
    for name in ("AnyPage", "AnyDocument"):
        # With nothing required, one document may fit several types.
        components[name]["anyOf"] = components[name].pop("oneOf")


def _objects_in(schema) -> Iterator[dict]:
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for inner in schema.values():
            yield from _objects_in(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _objects_in(inner)


def _close(schema: dict, *, is_whole: bool) -> None:
    schema["additionalProperties"] = False
    properties, required = schema["properties"], schema.get("required", [])
    for described in properties.values():
        described.pop("readOnly", None)
    if not is_whole:
        schema.pop("required", None)
    for name in [name for name in properties if name == "html" or name.endswith("_html")]:
        called = name.removesuffix("html") + "text"
        if called not in properties:
            properties[called] = {"type": "string"}
        if is_whole and name in required:
            required.remove(name)
            if called not in required:
                schema.setdefault("allOf", []).append({"oneOf": [{"required": [name]}, {"required": [called]}]})


def _types_of_components() -> dict[str, list[DeliveredType]]:
    named: dict[str, list[DeliveredType]] = {}
    for made in all_types():
        named.setdefault(made.serializer.__name__.removesuffix("Serializer"), []).append(made)
    return named


def _say_type(component: dict, types: Iterable[DeliveredType]) -> None:
    """Say what `meta.type` is, and which fields are on their way out."""
    types = list(types)
    said = {"type": "object", "properties": {"type": {"enum": [made.name for made in types]}}}
    component["properties"]["meta"] = {"allOf": [component["properties"]["meta"], said]}
    for made in types:
        for name, deprecation in made.deprecated_fields.items():
            component["properties"][name] |= {"deprecated": True, "x-sunset": str(deprecation.sunset or "")}
