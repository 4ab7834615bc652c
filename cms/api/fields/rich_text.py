"""`rich_text=text`: rich text without its marks, for readers that show none (a screen, a voice, an index).

In documents rich text is what stands under `html`, or under a name that ends in `_html`; as text it stands under `text`
or `…_text`. Where a document has both already, only its own text stays.
"""

import html
import re
from typing import Any

CHOICES = ("html", "text")

# What ends a line of text, and what begins an entry of a list.
_ENDS = re.compile(r"<br\s*/?>|</(?:p|li|ul|ol|div|h[1-6]|tr|blockquote)>", re.IGNORECASE)
_ENTRY = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t\r\f\v]+")


def plain_text(markup: str) -> str:
    """Return clean HTML as text: a line a paragraph, "• " before a list's entries, no address of a link."""
    text = _ENTRY.sub("• ", _ENDS.sub("\n", markup))
    text = _SPACES.sub(" ", html.unescape(_TAG.sub("", text)))
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))


def as_text(value: Any) -> Any:
    """Return a document (or a value in it) with its rich text as plain text."""
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for name, inner in value.items():
        if isinstance(inner, str) and (name == "html" or name.endswith("_html")):
            called = name.removesuffix("html") + "text"
            if called not in value:
                result[called] = plain_text(inner)
        else:
            result[name] = as_text(inner)
    return result
