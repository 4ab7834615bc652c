"""The words stored with a picture, in each language: whatever shows it without words of its own takes them over."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q

from cms.core.text.nfc import clean_text

# Longest of each, as where they are used.
LENGTHS = {"title": 255, "alt": 255, "caption": 255, "credit": 255}
# The picture's own columns say these in the house's language.
COLUMNS = ("title", "credit")
REPEATED = ("alt", "caption")


def names_in(language: str) -> list[str]:
    """Return which words of a language `CustomImage.words` holds: {"en": {"title", "alt", "caption", "credit"}}."""
    return [name for name in LENGTHS if language != settings.LANGUAGE_CODE or name not in COLUMNS]


def clean_words(words: dict) -> dict:
    """Return words as they are stored: in NFC, without what is empty."""
    kept = {
        language: {name: text for name, value in said.items() if (text := clean_text(value).strip())}
        for language, said in words.items()
    }
    return {language: said for language, said in kept.items() if said}


def known_pairs(texts: Iterable[str], source: str, target: str) -> dict[str, str]:
    """Return, by text, how pictures say it in the target language: alternative texts and captions. One query."""
    from media.models import CustomImage

    wanted, found = set(texts), {}
    said_so = [Q(**{f"words__{source}__{name}__in": sorted(wanted)}) for name in REPEATED]
    for words in CustomImage.objects.filter(said_so[0] | said_so[1]).order_by("pk").values_list("words", flat=True):
        for name in REPEATED:
            text, translation = words[source].get(name), words.get(target, {}).get(name)
            if text in wanted and translation:
                found[text] = translation
    return found
