"""Texts as staff see them: identifiers marked, masked, and the difference between two texts."""

import re
from difflib import SequenceMatcher

from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from cms.cases.redaction.detector import IdentifierKind, find_identifiers

# A word with the space behind it: spaces alone are in every text, and would tear what differs apart.
_piece = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


def mark(text: str) -> SafeString:
    """Return a text as HTML, with what tells who asked in <mark> and its kind behind it."""
    parts, reached = [], 0
    for found in find_identifiers(text):
        parts.append(escape(text[reached : found.start]))
        label = IdentifierKind(found.kind).label
        parts.append(format_html('<mark title="{0}">{1}</mark><sup>{0}</sup>', label, text[found.start : found.end]))
        reached = found.end
    return mark_safe("".join([*parts, escape(text[reached:])]))  # every part is escaped


def mask(text: str, language: str) -> str:
    """Return a text with the kind of each identifier in its place, in the text's language: "[telephone]"."""
    parts, reached = [], 0
    with translation.override(language):
        for found in find_identifiers(text):
            parts += [text[reached : found.start], f"[{IdentifierKind(found.kind).label}]"]
            reached = found.end
    return "".join([*parts, text[reached:]])


def difference(original: str, published: str) -> SafeString:
    """Return as HTML what is taken out (<del>) and put in (<ins>), word by word."""
    old, new = _piece.findall(original), _piece.findall(published)
    parts = []
    for name, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        taken, put = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if name == "equal":
            parts.append(escape(put))
            continue
        if taken:
            parts.append(format_html("<del>{}</del>", taken))
        if put:
            parts.append(format_html("<ins>{}</ins>", put))
    return mark_safe("".join(parts))  # every part is escaped
