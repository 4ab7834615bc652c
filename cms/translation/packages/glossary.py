"""The glossary of the admin, and what its words forbid."""

import re
from functools import cache
from pathlib import Path

import yaml

GLOSSARY = Path(__file__).parent.parent / "glossary.yaml"


@cache
def read_glossary() -> dict:
    """Return {"terms": [{"en", "vi", "note"?, "not"?}], "same": [texts that are alike in both languages]}."""
    return yaml.safe_load(GLOSSARY.read_text(encoding="utf-8"))


@cache
def forbidden_words() -> dict[str, str]:
    """Return each word that may stand in no translation, with the right one."""
    return {word: term["vi"] for term in read_glossary()["terms"] for word in term.get("not", ())}


@cache
def _pattern() -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forbidden_words()))})\b", re.IGNORECASE)


def wrong_words(text: str) -> list[str]:
    """Return a sentence for each word of the text that the glossary replaces by another."""
    return [f"“{word}” should be “{forbidden_words()[word.lower()]}”" for word in _pattern().findall(text)]
