"""A taxonomy's terms as choices of a form, named by translation key: one address for every language."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language

from cms.core.models import BaseSnippet


def spell_key(text: str) -> str:
    """Return a translation key as addresses write it: SQLite gives it without hyphens, PostgreSQL with them."""
    return str(uuid.UUID(text))


def offer_terms(model: type[BaseSnippet], values: Iterable[str]) -> list[tuple[str, str]]:
    """Return (key, name) of these terms, by name in the active language, else by the Vietnamese one; one query.

    Keys that name no live term are left out.
    """
    language = get_language() or settings.LANGUAGE_CODE
    keys = [key for value in values if (key := _as_uuid(value))]
    rows = model.objects.filter(
        translation_key__in=keys, live=True, locale__language_code__in={language, settings.LANGUAGE_CODE}
    ).select_related("locale")
    shown = {}
    # The active language's name comes last, and stays.
    for row in sorted(rows, key=lambda row: row.locale.language_code == language):
        shown[row.translation_key] = row
    return [(str(key), str(row)) for key, row in sorted(shown.items(), key=lambda item: item[1].sort_key)]


def _as_uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
