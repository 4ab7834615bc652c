"""English endings: "wages" and "wage", "signed" and "signing" are one word to whoever searches.

Deliberately little: plurals, -ed and -ing. What is cut too far is cut alike in the text and in the query.
"""

import re

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([b-df-hj-kmnp-rtv-xz])\1$")
_SHORTEST = 3


def stem(word: str) -> str:
    """Return a folded English word without its ending."""
    if len(word) <= _SHORTEST or not word.isalpha():
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and _VOWEL.search(rest):
            word = _DOUBLED.sub(r"\1", rest)
            break
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")
