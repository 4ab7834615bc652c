"""The text between the tags of HTML: replaced without touching the tags."""

import re
from collections.abc import Callable
from html import unescape

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
# Text in these stays as it is.
_LEFT_ALONE = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "button", "script", "style", "embed"})
_PARAGRAPHS = frozenset({"p", "li", "td", "th", "blockquote", "div", "dd", "dt", "br"}) - {"br"}


def replace_text(html: str, replace: Callable[[str, set], str | None]) -> str:
    """Return HTML in which `replace(text, seen)` stands for each text outside of links, headings and code.

    `text` is without entities; the answer is HTML, or None to leave the text. `seen` is one set for each paragraph.
    """
    written: list[str] = []
    depth = 0
    seen: set = set()
    for part in _TAG.split(html):
        if part.startswith("<"):
            name = _NAME.match(part)
            tag = name[1].lower() if name else ""
            if tag in _LEFT_ALONE and not part.endswith("/>"):
                depth = max(0, depth + (-1 if part.startswith("</") else 1))
            elif tag in _PARAGRAPHS:
                seen = set()
        elif part and not depth:
            replaced = replace(unescape(part), seen)
            part = part if replaced is None else replaced
        written.append(part)
    return "".join(written)


def escape_text(text: str) -> str:
    """Escape a text between tags, as Wagtail stores it: quotes stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
