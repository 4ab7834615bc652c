"""The query parameters of each operation, as the contract names them."""

from collections.abc import Collection

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter

from cms.api.feed_token import MAX_NUMBER
from cms.api.fields.rich_text import CHOICES
from cms.api.language import LANGUAGES
from cms.api.lists.cursor import MAX_LENGTH
from cms.api.query import MAX_OFFSET
from cms.delivery.filters import ANY_TEXT, MAX_INTEGER

TEXT = {"type": "string", "pattern": ANY_TEXT}
INTEGER = {"type": "integer", "minimum": 0, "maximum": MAX_INTEGER}
KEY_OR_ROOT = {"anyOf": [INTEGER, {"type": "string", "const": "root"}]}
KEY_OR_UUID = {"anyOf": [INTEGER, {"type": "string", "format": "uuid"}]}
# Names, marks before them, and what is nested in them; which names there are is each endpoint's own affair.
FIELD_NAMES = {"type": "string", "pattern": r"^[a-z0-9_,()*-]*$"}

COMMON = {
    "lang": (
        {"type": "string", "enum": list(LANGUAGES), "default": settings.LANGUAGE_CODE},
        _("language of error messages"),
    ),
    "format": ({"type": "string", "enum": ["json"]}, _("json is all there is")),
    "_": (TEXT, _("means nothing: makes an address another one, as jQuery does to get past caches")),
}
FIELDS = {
    "fields": (
        FIELD_NAMES,
        _(
            "which fields: names are added to the default ones, “-name” takes one away, a leading “*” gives all, "
            "a leading “_” none but those named; “name(…)” does the same inside a value"
        ),
    ),
}
PAGING = {
    "limit": (
        {**INTEGER, "maximum": settings.WAGTAILAPI_LIMIT_MAX, "default": 20},
        _("how many items at most"),
    ),
    "offset": ({**INTEGER, "maximum": MAX_OFFSET, "default": 0}, _("how many items to pass over")),
    "cursor": (
        {"type": "string", "maxLength": MAX_LENGTH, "pattern": "^[A-Za-z0-9_-]*$"},
        _("where the page begins, as meta.next has it: stable while items come and go; empty for the first page"),
    ),
}
RICH_TEXT = {
    "rich_text": (
        {"type": "string", "enum": list(CHOICES), "default": "html"},
        _("“text” gives rich text without its marks, under “text” instead of “html”"),
    ),
}
NAMED = {
    "order": (TEXT, _("fields to order by, separated by commas, “-” before a name for descending; or “random”")),
    "search": ({**TEXT, "maxLength": 200}, _("words that must occur; without accents everything is found")),
    "search_operator": ({"type": "string", "enum": ["and", "or"]}, _("whether all words must occur or one")),
    "locale": ({"type": "string", "enum": list(LANGUAGES)}, _("language of the items")),
    "fallback": (
        {"type": "string", "enum": ["vi", "none"], "default": "none"},
        _("with a locale: “vi” also gives, in Vietnamese and marked is_fallback, what that language does not have"),
    ),
    "translation_of": (KEY_OR_UUID, _("other languages of the item with this id; all languages of this uuid")),
    "child_of": (KEY_OR_ROOT, _("directly below the page with this id, or below the home page (“root”)")),
    "ancestor_of": (INTEGER, _("above the page with this id")),
    "descendant_of": (KEY_OR_ROOT, _("anywhere below the page with this id, or below the home page (“root”)")),
    "site": (TEXT, _("pages of the site with this host name (and port)")),
    "type": (TEXT, _("page types, separated by commas, such as articles.ArticlePage")),
}
# The number has no zeros before it, and fits a database's integer.
TOKEN = {"type": "string", "pattern": r"^[0-9a-z]{1,16}\.(0|[1-9][0-9]{0,17})$"}
CHANGES = {
    "token": (TOKEN, _("where the reader stands, as meta.next has it; without it the feed begins with all there is")),
    "snapshot": (
        {**INTEGER, "maximum": MAX_NUMBER},
        _("belongs to the token while all there is is read, as meta.next has it"),
    ),
    "type": (TEXT, _("types, separated by commas, such as articles.ArticlePage,media.CustomImage")),
    "locale": (
        {"type": "string", "enum": list(LANGUAGES)},
        _("items in this language, and images and documents, which have none"),
    ),
    "stream": ({"type": "string", "format": "uuid"}, _("the article stream with this uuid and its articles")),
    "include": ({"type": "string", "enum": ["document"]}, _("“document” sends each item's whole document with it")),
    "limit": ({"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}, _("how many items at most")),
}
FIND = {
    "id": (INTEGER, _("the item's id")),
    "html_path": (TEXT, _("the page's path on the website, such as /en/news/")),
}

RESOLVE = {
    "url": (
        {**TEXT, "minLength": 1, "maxLength": 2000},
        _("an address of the website, such as https://…/en/news/, or its path alone"),
    ),
}
SEARCH = {
    "q": (
        {**TEXT, "minLength": 1, "maxLength": 200},
        _("what to search for, with or without accents"),
    ),
    "locale": (
        {"type": "string", "enum": list(LANGUAGES), "default": settings.LANGUAGE_CODE},
        _("language of the items"),
    ),
    "type": (TEXT, _("one page type, such as articles.ArticlePage")),
    "topic": (TEXT, _("a stream, subject or type of legal document, by the key that meta.facets names")),
    "year": ({"type": "integer", "minimum": 1000, "maximum": 9999}, _("year of the item's date")),
    "limit": PAGING["limit"],
    "offset": PAGING["offset"],
}

DAY = {"type": "string", "format": "date", "pattern": r"^2\d{3}-\d\d-\d\d$"}
STATISTICS = {
    "from": (DAY, _("the first day; by default the thirtieth up to “until”; at most 366 days at once")),
    "until": (DAY, _("the last day; by default today")),
    "locale": ({"type": "string", "enum": list(LANGUAGES)}, _("language of the pages; by default all")),
}


def of_list(endpoint) -> list[OpenApiParameter]:
    """Return the parameters of an endpoint's list."""
    own = {name: (made.schema, made.label) for name, made in endpoint.filters.items()}
    known = {name: described for name, described in NAMED.items() if name in endpoint.list_parameters}
    known["order"] = (_order_schema(endpoint), NAMED["order"][1])
    described = {**PAGING, **FIELDS, **RICH_TEXT, **known, **own, **COMMON}
    return _parameters(described, old=own.keys() & endpoint.deprecated_fields.keys())


def of_detail(endpoint) -> list[OpenApiParameter]:
    own = {name: (endpoint.filters[name].schema, endpoint.filters[name].label) for name in endpoint.restated_by}
    return _parameters({**FIELDS, **RICH_TEXT, **own, **COMMON})


def of_find(endpoint) -> list[OpenApiParameter]:
    names = endpoint.find_view.find_parameters
    return _parameters({**{name: FIND[name] for name in FIND if name in names}, **FIELDS, **COMMON})


def of_changes() -> list[OpenApiParameter]:
    return _parameters({**CHANGES, **COMMON})


def of_resolve() -> list[OpenApiParameter]:
    return _parameters({**RESOLVE, **COMMON}, required=RESOLVE.keys())


def of_search() -> list[OpenApiParameter]:
    return _parameters({**SEARCH, **COMMON}, required={"q"})


def of_statistics() -> list[OpenApiParameter]:
    return _parameters({**STATISTICS, **COMMON})


def of_common() -> list[OpenApiParameter]:
    return _parameters(COMMON)


def _order_schema(endpoint) -> dict:
    names = "|".join(endpoint.order_columns)
    return {"type": "string", "pattern": f"^(random|-?({names})(,-?({names}))*)?$"}


def _parameters(described: dict, old: Collection[str] = (), required: Collection[str] = ()) -> list[OpenApiParameter]:
    return [
        OpenApiParameter(
            name,
            type=schema,
            location=OpenApiParameter.QUERY,
            description=str(text),
            required=name in required,
            deprecated=name in old,
        )
        for name, (schema, text) in described.items()
    ]
