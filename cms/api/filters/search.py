"""`search=`: accents typed or not, everything is found; what holds the words as they were typed comes first.

The index holds every text twice, as written and folded (see cms.core.search_fields): the folded query decides what
matches. Ranking alone would not put exact accents first (length dominates), so there are two tiers above it.
"""

from django.db.models import Case, IntegerField, Model, Q, QuerySet, Value, When
from django.utils.translation import gettext_noop as _
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from cms.api.problems import invalid
from cms.api.query import Query
from cms.core.text.folding import fold
from cms.core.text.nfc import clean_text

MAX_LENGTH = 200
SEARCH_PARAMETERS = ("search", "search_operator")
# Search engines read these as operators.
_NOT_WORDS = str.maketrans(dict.fromkeys("\"'*^():&|!<>\\", " "))


def is_searchable(model: type[Model]) -> bool:
    return issubclass(model, index.Indexed) and bool(model.get_searchable_search_fields())


def operator_of(query: Query) -> str | None:
    """Return whether all words must occur ("and") or one ("or"); None leaves it to the backend: all."""
    return query.choice("search_operator", ("and", "or"), _("search_operator must be 'and' or 'or'")) or None


def searched(queryset: QuerySet, text: str, operator: str | None) -> tuple[QuerySet, tuple]:
    """Return `queryset` narrowed to what matches, and its order by relevance (arguments for `order_by`)."""
    text = " ".join(clean_text(text).translate(_NOT_WORDS).split())
    if len(text) > MAX_LENGTH:
        raise invalid("search", _("search cannot be longer than %(maximum)d characters"), maximum=MAX_LENGTH)
    folded = fold(text)
    if not any(character.isalnum() for character in folded):
        return queryset.none(), ("pk",)
    model = queryset.model
    matches = _matches(model, folded, operator)
    as_typed = _matches(model, text, operator).order_by().values("pk")
    label = "title" if "title" in {field.name for field in model._meta.fields} else model.label_field
    tier = Case(
        When(Q(**{f"{label}__icontains": text}), then=Value(0)),
        When(pk__in=as_typed, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    narrowed = matches.filter(pk__in=queryset.order_by().values("pk"))
    return narrowed, (tier, *matches.query.order_by)


def _matches(model: type[Model], text: str, operator: str | None) -> QuerySet:
    """Return the search backend's own queryset, annotated and ordered by its score."""
    return get_search_backend().search(text, model._default_manager.all(), operator=operator).get_queryset()
