"""Search fields that also index a folded copy, so that "cong doan" finds "Công đoàn" on both databases."""

from wagtail.search import index

from cms.core.text.folding import fold
from cms.core.text.words import plain_text


class _FoldedValue:
    """Mixed into a search field: the indexed value is folded plain text."""

    def get_value(self, obj):
        value = super().get_value(obj)
        if isinstance(value, list | tuple):
            value = " ".join(str(part) for part in value)
        return fold(plain_text(str(value or "")))


class FoldedSearchField(_FoldedValue, index.SearchField):
    """A SearchField over the folded text."""


class FoldedAutocompleteField(_FoldedValue, index.AutocompleteField):
    """An AutocompleteField over the folded text."""
