"""The whole text of law documents, that of their files too, as a look-up finds it: the website's own index of words."""

from django.conf import settings
from django.db.models import Q

from cms.search.matching import All, Matches, phrase
from cms.search.models import SearchEntry
from cms.search.query import parse
from cms.search.words import folded_words

LAW_DOCUMENT = "articles.LawDocumentPage"
NOTHING = Q(pk__in=[])


def found_in_texts(text: str) -> Q:
    """Return the condition that a document's text has every word of `text` in one of its languages.

    What is written without a space ("145/2020") stands for its words one after another. Documents are compared by what
    all languages share: the file that has the words may be written in the other one.
    """
    found = NOTHING
    for language, _name in settings.LANGUAGES:
        query = parse(text, language)
        if query.units:
            parts = [words for part in query.text.split() if len(words := folded_words(part, language)) > 1]
            asked = Matches(All((query.all_of("anywhere"), *map(phrase, parts))))
            entries = SearchEntry.objects.filter(type=LAW_DOCUMENT, locale=language)
            found |= Q(translation_key__in=entries.filter(asked).values("uuid"))
    return found
