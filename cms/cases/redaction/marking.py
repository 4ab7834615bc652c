"""Texts as staff see them: identifiers marked, or masked."""

from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from cms.cases.redaction.detector import IdentifierKind, find_identifiers


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
