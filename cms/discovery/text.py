"""Clean HTML as plain text, for places that show no marks."""

import html
import re

_ENDS = re.compile(r"<br\s*/?>|</(?:p|li|ul|ol|h[1-6]|tr|blockquote|figure)>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def plain_text(markup: str) -> str:
    """Return text, a line a paragraph."""
    text = html.unescape(_TAG.sub("", _ENDS.sub("\n", markup or "")))
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))
