"""What the answers of every operation have in common: header fields, refusals, and where a reader goes on from them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cms.api.problems import CONTENT_TYPE, TITLES

DATE = {"type": "string"}
TEXT = {"type": "string"}

# Field name -> (schema, description).
HEADERS = {
    "ETag": (TEXT, gettext_noop("the answer's validator; send it as If-None-Match to ask whether it has changed")),
    "Last-Modified": (DATE, gettext_noop("when what is answered last changed, as an HTTP date")),
    "Cache-Control": (TEXT, gettext_noop("who may keep the answer, and for how long")),
    "Content-Language": (TEXT, gettext_noop("the language of the answer")),
    "Link": (TEXT, gettext_noop("rel=next: the address of what follows (RFC 8288)")),
    "Location": (TEXT, gettext_noop("the address to ask instead")),
    "Allow": (TEXT, gettext_noop("the methods that are understood")),
    "Retry-After": (
        {"type": "integer", "minimum": 0},
        gettext_noop("after how many seconds it is worth asking again"),
    ),
    "WWW-Authenticate": (TEXT, gettext_noop("how a key is sent, and what is wrong with the one that was")),
    "RateLimit": (TEXT, gettext_noop("with a key: how many requests remain, and for how many seconds")),
    "RateLimit-Policy": (TEXT, gettext_noop("with a key: its quotas, and their windows in seconds")),
    "Deprecation": (TEXT, gettext_noop("since when this should not be used any more (RFC 9745)")),
    "Sunset": (DATE, gettext_noop("when this will be gone, as an HTTP date (RFC 8594)")),
}
OF_SUCCESS = ("ETag", "Last-Modified", "Cache-Control", "Content-Language")
WITH_KEY = ("RateLimit", "RateLimit-Policy")
OF_DEPRECATED = ("Deprecation", "Sunset", "Link")
# Status -> (name of the component, kind of problem, fields of its own).
REFUSALS = {
    400: ("BadRequest", "invalid-parameter", ()),
    401: ("Unauthorised", "unauthorised", ("WWW-Authenticate",)),
    405: ("MethodNotAllowed", "method-not-allowed", ("Allow",)),
    412: ("PreconditionFailed", "precondition-failed", ()),
    413: ("ContentTooLarge", "content-too-large", ()),
    414: ("AddressTooLong", "address-too-long", ()),
    429: ("TooManyRequests", "too-many-requests", ("Retry-After",)),
    500: ("InternalError", "internal-error", ()),
    503: ("Unavailable", "unavailable", ("Retry-After",)),
}
KEY = "partnerKey"
CONDITIONS = {
    "If-None-Match": gettext_noop("the ETag of the answer one has: 304 and no body where it is still the same"),
    "If-Modified-Since": gettext_noop("the Last-Modified of the answer one has; not looked at beside If-None-Match"),
}


def complete_operation(operation: dict, *, is_list: bool) -> None:
    """Add to an operation what all have: conditions, header fields, refusals, the optional key."""
    operation["security"] = [{}, {KEY: []}]
    operation["parameters"] += [
        {"$ref": f"#/components/parameters/{name}"} for name in CONDITIONS if "find" not in operation["operationId"]
    ]
    responses = operation["responses"]
    fields = [*OF_SUCCESS, *WITH_KEY, *(["Link"] if is_list else ())]
    if operation.get("deprecated"):
        fields = list(dict.fromkeys([*fields, *OF_DEPRECATED]))
    for status, response in responses.items():
        if status == "200":
            response["headers"] = _headers(fields)
        elif status.startswith("3"):
            response["headers"] = _headers(["Location", "Cache-Control", *WITH_KEY])
        else:
            response["headers"] = _headers(["Cache-Control", "Content-Language", *WITH_KEY])
    if "200" in responses:
        responses["304"] = {"$ref": "#/components/responses/NotModified"}
    for status, (name, _kind, _fields) in REFUSALS.items():
        responses[str(status)] = {"$ref": f"#/components/responses/{name}"}
    operation["responses"] = dict(sorted(responses.items()))


def common_components() -> dict[str, dict]:
    """Return the components that `complete_operation` refers to, described in the active language."""
    return {
        "headers": {
            name: {"description": _(description), "schema": schema} for name, (schema, description) in HEADERS.items()
        },
        "parameters": {
            name: {"name": name, "in": "header", "description": _(description), "schema": TEXT}
            for name, description in CONDITIONS.items()
        },
        "responses": {
            "NotModified": {
                "description": _("Nothing has changed since the ETag or date in the request."),
                "headers": _headers(["ETag", "Last-Modified", "Cache-Control", *WITH_KEY]),
            },
            **{name: _refusal(kind, fields) for name, kind, fields in REFUSALS.values()},
        },
        "securitySchemes": {
            KEY: {
                "type": "http",
                "scheme": "bearer",
                "description": _("A partner's key. Without one everything public can be read, at a lower rate."),
            }
        },
    }


def _refusal(kind: str, fields: tuple[str, ...]) -> dict:
    return {
        "description": _(TITLES[kind]),
        "headers": _headers([*fields, "Cache-Control", "Content-Language", *WITH_KEY]),
        "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _headers(names) -> dict[str, dict]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
