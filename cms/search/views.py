"""The search page, one address a language."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.pagination import Pagination
from cms.search.engine import Search
from cms.search.facets import PARAMETERS, facets_of, narrowing_of
from cms.search.fruitless import count
from cms.search.highlighting import Highlighter
from cms.search.promotions import promoted_for
from cms.search.query import normalise_query
from cms.search.results import cards_of_entries
from cms.search.sections import sections_of

RESULTS_PER_PAGE = 15


class Results:
    """A search as something a paginator can count and slice."""

    def __init__(self, search: Search):
        self.search = search

    def count(self) -> int:
        return self.search.total

    def __len__(self) -> int:
        return self.search.total

    def __getitem__(self, part: slice) -> list:
        return self.search.page(part.start, part.stop - part.start)


# Nothing is changed by it: whoever sends data is told that it takes none, not that a token is missing.
@csrf_exempt
@require_safe
def search(request):
    """Show the form, and the results of `?q=` in the language of the address."""
    language = translation.get_language()
    query = normalise_query(request.GET.get("q", ""))
    found = Search(query, language, narrowing_of(request.GET))
    pagination = Pagination(Results(found), request, RESULTS_PER_PAGE)
    cards = cards_of_entries(pagination.items, Highlighter(found.query)) if pagination.items else []
    chosen = {name: request.GET[name] for name in PARAMETERS if request.GET.get(name)}
    promoted = promoted_for(found.query) if query and pagination.page == 1 and not chosen else []
    context = {
        "search_query": query,
        "suggestions_url": reverse(f"suggestions_{language}"),
        "hidden": list(chosen.items()),
        "reset_url": f"{request.path}?{urlencode({'q': query})}" if chosen else "",
        "sections": sections_of(language) if query and not cards else [],
        "cards": cards,
        "promoted": promoted,
        "pagination": pagination,
        "total": pagination.total,
        "is_empty": not cards,
        "facets": facets_of(found, request) if query else [],
    }
    response = render(request, "search/search.html", context)
    if query and not pagination.total and not chosen:
        count(query, language)
        # Kept, it would be counted once for all who ask.
        response["Cache-Control"] = "no-store"
    return response
