"""What results can be narrowed to, in the page's address: `?type=`, `?topic=`, `?year=`; and the other language's."""

from dataclasses import dataclass

from django.apps import apps
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from cms.core.text.nfc import to_nfc
from cms.delivery.registry import all_types
from cms.search.engine import FacetValue, Narrowing, Search

# More topics than these are not shown: the page is for reading.
MAX_CHOICES = 12
PARAMETERS = ("type", "topic", "year")


@dataclass(frozen=True)
class Choice:
    """One choice of a facet: an address that makes it, or takes it back where it is made."""

    label: str
    count: int
    url: str
    is_chosen: bool = False
    hreflang: str = ""


@dataclass(frozen=True)
class Facet:
    """What results can be narrowed by."""

    name: str
    label: str
    choices: list[Choice]


def type_labels() -> dict[str, str]:
    """Return what readers call the types of pages that can be found."""
    pages = [delivered_type for delivered_type in all_types() if delivered_type.is_page]
    return {found.name: capfirst(str(apps.get_model(found.name)._meta.verbose_name_plural)) for found in pages}


def narrowing_of(parameters: QueryDict) -> Narrowing:
    """Return what the address narrows to; what no link of ours says is not understood, and narrows to nothing."""
    kind, topic, year = (parameters.get(name, "") for name in PARAMETERS)
    known = {delivered_type.name for delivered_type in all_types() if delivered_type.is_page}
    return Narrowing(
        type=kind if kind in known else "",
        topic=topic if topic.isascii() and topic.replace("-", "").isalnum() and len(topic) <= 40 else "",
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
    )


def facets_of(search: Search, request: HttpRequest) -> list[Facet]:
    """Return the facets that have something to choose, with the addresses of their choices."""
    labels = {"type": _("Kind"), "topic": _("Subject"), "year": _("Year")}
    names = type_labels()
    facets = []
    for name, values in search.facets().items():
        chosen = getattr(search.narrowing, name)
        choices = [
            Choice(
                label=names.get(value.value, value.label) if name == "type" else value.label,
                count=value.count,
                url=_address(request, name, "" if value.value == chosen else str(value.value)),
                is_chosen=value.value == chosen,
            )
            for value in _shown(values, chosen)
        ]
        if len(choices) > 1 or any(choice.is_chosen for choice in choices):
            facets.append(Facet(name, labels[name], choices))
    others = search.elsewhere()
    if others:
        choices = [
            Choice(
                capfirst(to_nfc(get_language_info(language)["name_local"])),
                count,
                f"{reverse(f'search_{language}')}?{_query(request, {'q': search.query.text})}",
                hreflang=language,
            )
            for language, count in others.items()
        ]
        facets.append(Facet("language", _("Language"), choices))
    return facets


def _shown(values: list[FacetValue], chosen) -> list[FacetValue]:
    shown = values[:MAX_CHOICES]
    return shown + [value for value in values[MAX_CHOICES:] if value.value == chosen]


def _address(request: HttpRequest, name: str, value: str) -> str:
    kept = {key: request.GET[key] for key in ("q", *PARAMETERS) if request.GET.get(key) and key != name}
    return f"{request.path}?{_query(request, {**kept, **({name: value} if value else {})})}"


def _query(_request: HttpRequest, parameters: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update(parameters)
    return query.urlencode()
