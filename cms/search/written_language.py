"""In which of the two languages a part of a text is written: files found with a page are often in the other one."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# Letters that Vietnamese has and English has not.
_MARKED = re.compile(r"[À-Ỹà-ỹĐđ]")
# In Vietnamese three words of four bear marks; in English a few names do.
LEAST_SHARE = 1 / 3
# Of fewer words without a mark nothing is said: abbreviations and "Video" are of both.
LEAST_WORDS = 8


def other_language(text: str, language: str) -> str:
    """Return the language of a text where it is another one than `language` ("vi" or "en"), "" where it is not."""
    words = _WORD.findall(text)
    marked = sum(bool(_MARKED.search(word)) for word in words)
    if language != "vi":
        return "vi" if words and marked / len(words) >= LEAST_SHARE else ""
    return "en" if not marked and len(words) >= LEAST_WORDS else ""
