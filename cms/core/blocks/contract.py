"""What blocks are in the API, as JSON Schema 2020-12: each block says it of its own value, in `api_schema`.

What another room describes is named by its component (see cms.api.schema); whatever stands here is whole: `fields=`
does not reach into a body.
"""

from wagtail import blocks

TEXT = {"type": "string"}
# Clean HTML, see cms.core.text.html.
HTML = {"type": "string", "contentMediaType": "text/html"}
NUMBER = {"type": "integer", "minimum": 0}
FLAG = {"type": "boolean"}
LANGUAGE = {"type": "string", "enum": ["vi", "en"]}
UUID = {"type": "string", "format": "uuid"}
ADDRESS = {"type": "string", "format": "uri"}


def record(**properties: dict) -> dict:
    """Return the schema of an object that has exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def nullable(schema: dict) -> dict:
    return {"oneOf": [schema, {"type": "null"}]}


def component(name: str) -> dict:
    """Return a reference to a component of the contract."""
    return {"$ref": f"#/components/schemas/{name}"}


# What BasePage.reference() returns.
REFERENCE = record(type=TEXT, id=NUMBER, uuid=UUID, locale=LANGUAGE, title=TEXT, html_url=ADDRESS)


def components_of(stream: type[blocks.StreamBlock]) -> dict[str, dict]:
    """Return the components of a stream block: one for each of its blocks, and the one that is any of them.

    `stream.api_name` names the latter ("Block"), and ends the names of the former ("ParagraphBlock"). Raises
    AttributeError for a block that does not say what it is.
    """
    named = {}
    for name, block in stream.base_blocks.items():
        words = "".join(word.title() for word in name.split("_"))
        kind = {"type": "string", "const": name}
        described = record(id=UUID, type=kind, value=block.api_schema)
        named[name] = f"{words}{stream.api_name}", {"title": str(block.label), **described}
    union = {
        "oneOf": [component(title) for title, _schema in named.values()],
        "discriminator": {
            "propertyName": "type",
            "mapping": {name: component(title)["$ref"] for name, (title, _schema) in named.items()},
        },
    }
    return {**dict(named.values()), stream.api_name: union}
