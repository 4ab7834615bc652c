"""Conditions on the words of an entry, as both databases ask them: FTS5 on SQLite, tsvector on PostgreSQL.

An entry's words are a set of terms, made by `terms_of`. A term is a letter that says where the word may stand, and the
word's key: `a` anywhere, folded; `e` anywhere, exact; `t` in the title, folded; `x` in the title, exact; `b` two words
one after the other, folded. Neither database analyses them further, so both find the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import BooleanField, Expression

from cms.search.words import Keys

WORDS_TABLE = "cms_search_words"
WORDS_COLUMN = "word_vector"


def terms_of(title: list[Keys], body: list[Keys]) -> set[str]:
    """Return the terms of a text."""
    terms = {f"t{word.folded}" for word in title} | {f"x{word.exact}" for word in title}
    # A text says most of its words again and again: each is looked at once.
    for exact, folded in {*title, *body}:
        terms.add(f"a{folded}")
        terms.add(f"e{exact}")
    # Title and body meet nowhere: their last and first words are no pair.
    pairs = {*pairwise([word.folded for word in title]), *pairwise([word.folded for word in body])}
    return terms.union(pair(first, second) for first, second in pairs)


def pair(first: str, second: str) -> str:
    return f"b{first}_{second}"


@dataclass(frozen=True)
class All:
    """Every one of these terms and conditions."""

    parts: tuple

    def as_text(self, conjunction: str, alternative: str, quote: str) -> str:
        return conjunction.join(_text(part, conjunction, alternative, quote) for part in self.parts)


@dataclass(frozen=True)
class AnyOf:
    """At least one of these terms and conditions."""

    parts: tuple

    def as_text(self, conjunction: str, alternative: str, quote: str) -> str:
        return alternative.join(_text(part, conjunction, alternative, quote) for part in self.parts)


def phrase(words: tuple[str, ...], *, in_title: bool = False) -> All:
    """Return the condition that these folded words stand one after another (in the title: that they stand there)."""
    if in_title:
        return All(tuple(f"t{word}" for word in words))
    if len(words) == 1:
        return All((f"a{words[0]}",))
    return All(tuple(pair(first, second) for first, second in pairwise(words)))


def beginning(term: str) -> str:
    """Return the condition that a term begins so."""
    return f"{term}*"


def _text(part, conjunction: str, alternative: str, quote: str) -> str:
    if not isinstance(part, str):
        return f"({part.as_text(conjunction, alternative, quote)})"
    # Terms are letters, figures and "_": nothing in them needs escaping.
    quoted = f"{quote}{part.rstrip('*')}{quote}"
    if not part.endswith("*"):
        return quoted
    return f"{quoted}{'*' if quote == DOUBLE else ':*'}"


DOUBLE, SINGLE = '"', "'"


class Matches(Expression):
    """The condition, for a queryset of entries, that their words are as a condition says."""

    conditional = True

    def __init__(self, condition: All | AnyOf):
        super().__init__(output_field=BooleanField())
        self.condition = condition

    def as_sql(self, compiler, connection):
        # Within another query the table has an alias, which Django writes without quotes.
        table = compiler.quote_name_unless_alias(compiler.query.get_initial_alias())
        if connection.vendor == "postgresql":
            text = self.condition.as_text(" & ", " | ", SINGLE)
            return f'{table}."{WORDS_COLUMN}" @@ %s::tsquery', [text]
        text = self.condition.as_text(" AND ", " OR ", DOUBLE)
        return f'{table}."id" IN (SELECT rowid FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH %s)', [text]


def in_all(conditions: Iterable) -> All:
    return All(tuple(conditions))
