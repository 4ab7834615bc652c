"""The search page, one address a language."""

from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination
from cms.search.engine import normalise_query, search_pages, specific_in_order

RESULTS_PER_PAGE = 15


# Nothing is changed by it: whoever sends data is told that it takes none, not that a token is missing.
@csrf_exempt
@require_safe
def search(request):
    """Show the form, and the results of `?q=` in the language of the address."""
    query = normalise_query(request.GET.get("q", ""))
    matches = search_pages(query, translation.get_language()) if query else []
    pagination = Pagination(matches, request, RESULTS_PER_PAGE)
    cards = cards_of(specific_in_order(pagination.items))
    context = {
        "search_query": query,
        "cards": cards,
        "pagination": pagination,
        "total": pagination.total,
        "is_empty": not cards,
    }
    return render(request, "search/search.html", context)
