"""What somebody who is typing may mean: pages whose titles have these words, and one that begins like the last."""

from django.http import JsonResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.search.candidates import NEWEST_FIRST
from cms.search.facets import type_labels
from cms.search.matching import All, Matches, beginning
from cms.search.models import SearchEntry
from cms.search.query import MAX_WORDS, normalise_query
from cms.search.registry import named_exactly
from cms.search.results import shown
from cms.search.words import Word, folded_words, words_of

MAX_SUGGESTIONS = 8
# Of so many whose titles have the words, the newest, the best are chosen.
MAX_LOOKED_AT = 40
LEAST_LENGTH = 2


@csrf_exempt
@require_safe
def suggest(request):
    """Answer `?q=` with {"query", "items": [{"title", "url", "kind"}]} in the language of the address."""
    query = normalise_query(request.GET.get("q", ""))
    items = suggestions(query, translation.get_language()) if len(query) >= LEAST_LENGTH else []
    return JsonResponse({"query": query, "items": items}, json_dumps_params={"ensure_ascii": False})


def suggestions(query: str, language: str) -> list[dict]:
    """Return at most MAX_SUGGESTIONS items; three queries at most, and the site's roots."""
    words = words_of(query, language)[:MAX_WORDS]
    entries = SearchEntry.objects.filter(locale=language).only("type", "object_id", "title")
    chosen = _named(entries, query, language)
    if words:
        # What is not finished yet has no ending to be cut.
        last = words[-1].folded if words[-1].exact.isdigit() else folded_words(query[words[-1].start :], "vi")[0]
        terms = (*(f"t{word.folded}" for word in words[:-1]), beginning(f"t{last}"))
        found = entries.filter(Matches(All(terms))).order_by(*NEWEST_FIRST)[:MAX_LOOKED_AT]
        known = {entry.pk for entry in chosen}
        others = [entry for entry in found if entry.pk not in known]
        chosen += sorted(others, key=lambda entry: _nearness(entry, words, language))
    return _items(chosen[:MAX_SUGGESTIONS])


def _named(entries, query: str, language: str) -> list[SearchEntry]:
    keys = named_exactly(query, language)
    if not keys:
        return []
    wanted = entries.filter(type__in={label for label, _pk in keys}, object_id__in={pk for _label, pk in keys})
    by_key = {(entry.type, entry.object_id): entry for entry in wanted}
    return [by_key[key] for key in keys if key in by_key]


def _nearness(entry: SearchEntry, typed: list[Word], language: str) -> tuple[int, int]:
    """Return how near a title is to what is typed, the nearest lowest: words with other accents, then their place."""
    title = words_of(entry.title, language)
    exact = {word.exact for word in title}
    strange = sum(word.has_marks and word.exact not in exact for word in typed[:-1])
    first = typed[0].folded
    place = next((place for place, word in enumerate(title) if word.folded.startswith(first)), len(title))
    return strange, min(place, 3)


def _items(entries: list[SearchEntry]) -> list[dict]:
    pages = shown(Page.objects.all()).in_bulk([entry.object_id for entry in entries])
    labels = type_labels()
    items = []
    for entry in entries:
        url = pages[entry.object_id].get_url() if entry.object_id in pages else None
        if url:
            items.append({"title": entry.title, "url": url, "kind": labels.get(entry.type, "")})
    return items
