"""Rich text as it is stored: without the empty paragraphs that come along from Word.

What else Word sends (fonts, styles, smart tags, office elements, lists made of paragraphs) the editor takes off while
it is pasted: tests/browser/test_word.py.
"""

import re
from typing import Any

# Made by the editor, whose blocks carry a key.
_MADE_BY_EDITOR = 'data-block-key="'
_NOTHING = r"(?:\s|&nbsp;|\u00a0|<br\s*/?>|</?(?:b|i|em|strong|sup|sub)>)*"
_EMPTY_PARAGRAPH = re.compile(rf"<p(?: [^>]*)?>{_NOTHING}</p>")


def without_empty_paragraphs(source: str) -> str:
    """Return stored rich text without empty paragraphs; a text that has nothing else stays as it is."""
    if _MADE_BY_EDITOR not in source:
        return source
    return _EMPTY_PARAGRAPH.sub("", source) or source


def tidy_value(value: Any) -> Any:
    """Return a copy of raw StreamField data, with that done to every rich text in it."""
    if isinstance(value, str):
        return without_empty_paragraphs(value)
    if isinstance(value, list):
        return [tidy_value(item) for item in value]
    if isinstance(value, dict):
        return {key: tidy_value(item) for key, item in value.items()}
    return value
