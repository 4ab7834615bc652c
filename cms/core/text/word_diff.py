"""What differs between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# A word, a number ("12.675", "02-NQ/TW") or a mark, with the space behind it: spaces alone are in every text, and would
# tear what differs apart.
_TOKENS = re.compile(r"\w+(?:[.,/-]\w+)*\s*|[^\w\s]\s*|\s+")


def word_diff(before: str, after: str) -> SafeString:
    """Return plain text `after` as HTML, with `<ins>` around what is new and `<del>` around what is gone."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    parts = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if kind == "equal":
            parts.append(format_html("{}", come))
            continue
        if gone:
            parts.append(format_html("<del>{}</del>", gone))
        if come:
            parts.append(format_html("<ins>{}</ins>", come))
    return format_html_join("", "{}", ((part,) for part in parts))
