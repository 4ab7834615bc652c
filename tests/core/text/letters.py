"""Every letter of the Vietnamese alphabet in every tone, made from its parts and not typed, in NFC."""

import unicodedata

VOWELS = "aăâeêioôơuưy"
CONSONANTS = "bcdđghklmnpqrstvx"
# In the order of the dictionary: level, huyền, hỏi, ngã, sắc, nặng.
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

TONED_VOWELS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LOWER_CASE = [*TONED_VOWELS, *CONSONANTS]
LETTERS = [*LOWER_CASE, *(letter.upper() for letter in LOWER_CASE)]

BASE_LETTERS = {"ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u"}


def without_accents(letter: str) -> str:
    """Return the ASCII letter under a Vietnamese one, lower case: the expectation the tests compare with."""
    lower = unicodedata.normalize("NFD", letter.lower())[0]
    return BASE_LETTERS.get(lower, lower)


def spellings(letter: str) -> set[str]:
    """Return the ways one letter is encoded: NFC, NFD, and a precomposed vowel with its tone as a mark of its own."""
    decomposed = unicodedata.normalize("NFD", letter)
    half_composed = {
        unicodedata.normalize("NFC", letter_without_tone) + tone
        for tone in TONES[1:]
        if tone in decomposed and (letter_without_tone := decomposed.replace(tone, ""))
    }
    return {unicodedata.normalize("NFC", letter), decomposed, *half_composed}
