"""A snippet is a part of one text: what a page says does not run on into what its files say."""

import pytest

from cms.search.highlighting import SNIPPET_WORDS, Highlighter
from cms.search.models import NEXT_TEXT
from cms.search.query import parse

OWN, FILE = "Handbook on labour law for unions.", "BẢN MINH HỌA. Bộ luật Lao động, labour code. Chương một."


@pytest.fixture
def snippet():
    """Return a function that gives the snippet of a body of these texts, what is marked in brackets."""

    def snippet(query: str, *texts: str) -> str:
        pieces = Highlighter(parse(query, "en")).snippet(NEXT_TEXT.join(texts))
        return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)

    return snippet


def test_the_page_itself_speaks_where_it_says_as_much(snippet):
    assert snippet("labour", OWN, FILE) == "Handbook on [labour] law for unions."
    assert snippet("handbook", OWN, FILE) == "[Handbook] on labour law for unions."
    assert snippet("nowhere", OWN, FILE) == OWN


def test_a_file_speaks_where_it_alone_says_it_or_says_more(snippet):
    assert snippet("code", OWN, FILE) == "BẢN MINH HỌA. Bộ luật Lao động, labour [code]. Chương một."
    assert "[labour code]" in snippet("labour code", OWN, FILE)
    assert snippet("labour", "", FILE) == "BẢN MINH HỌA. Bộ luật Lao động, [labour] code. Chương một."


def test_what_is_exactly_so_in_one_text_is_marked_there_alone(snippet):
    assert snippet("luật", "On luat, they say.", FILE) == FILE.replace("luật", "[luật]")


def test_a_text_is_cut_at_its_own_ends_alone(snippet):
    long = " ".join(["word"] * SNIPPET_WORDS)
    assert snippet("code", "One.", f"{long} code {long}", "Two.").startswith("… word")
    assert snippet("code", "One.", f"{long} code {long}", "Two.").endswith("word …")
    assert snippet("code", "One.", f"code {long}", "Two.").startswith("[code] word")


def test_there_is_nothing_to_show_of_no_words(snippet):
    assert snippet("labour", "", "…") == ""
