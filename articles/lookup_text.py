"""The folded text by which readers look items up in a list: any accents, any punctuation, beginnings of words."""

import re
from collections.abc import Iterable

from django.db import models

from cms.core.text.folding import fold
from cms.core.text.words import plain_text

MAX_LOOKUP_LENGTH = 200
_NOT_IN_WORDS = re.compile(r"[^\w]+|_+")


def folded_words(text: str) -> str:
    """Return the words of a text, folded, with one space before each: "15/2025/NĐ-CP" gives " 15 2025 nd cp"."""
    words = _NOT_IN_WORDS.sub(" ", fold(text)).split()
    return "".join(f" {word}" for word in words)


def is_without_words(text: str) -> bool:
    """Whether something was typed, and no letter or digit of it: nothing can be found by that."""
    return bool(text.strip()) and not folded_words(text)


class LookupTextQuerySet(models.QuerySet):
    """One sentence for every listing with a look-up field."""

    def matching(self, text: str):
        """Return the items in which every part of `text` begins a word; parts are separated by spaces.

        A part with punctuation in it ("15/2025") stands for its words in that order. What is longer than any
        look-up is cut. Punctuation alone is in no item.
        """
        if is_without_words(text):
            return self.none()
        queryset = self
        for part in text[:MAX_LOOKUP_LENGTH].split():
            if words := folded_words(part):
                queryset = queryset.filter(lookup_text__contains=words)
        return queryset


class LookupTextMixin(models.Model):
    """Keeps `lookup_text` on save. It holds words for comparing only: never show it."""

    lookup_text = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def lookup_parts(self) -> Iterable[str]:
        """Return the texts (plain or HTML) that a look-up searches."""
        raise NotImplementedError

    def save(self, *args, **kwargs):
        self.lookup_text = folded_words(" ".join(plain_text(part) for part in self.lookup_parts()))
        super().save(*args, **kwargs)
