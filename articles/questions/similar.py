"""Published answers like what somebody is about to ask, by the search both doors use; nothing asked is written down."""

import re

from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.restrictions import is_restricted
from cms.search.engine import Narrowing, Search
from cms.search.query import normalise_query

MOST = 3
_sentence = re.compile(r"[^.?!\n]+[.?!\n]?")


def find_similar(text: str, language: str) -> list[Card]:
    """Return the cards of at most three questions, the likest first. What is asked of a text is its questions."""
    from articles.questions.legal_question_page import LegalQuestionPage

    sentences = [sentence.strip() for sentence in _sentence.findall(text)]
    asked = " ".join(sentence for sentence in sentences if sentence.endswith("?"))
    query = normalise_query(asked or text)
    if not query:
        return []
    entries = Search(query, language, Narrowing(type=LegalQuestionPage._meta.label)).page(0, MOST)
    pages = (
        LegalQuestionPage.objects.live()
        .exclude(is_restricted())
        .with_cards()
        .in_bulk([entry.object_id for entry in entries])
    )
    return cards_of([pages[entry.object_id] for entry in entries if entry.object_id in pages])
