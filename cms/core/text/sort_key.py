"""The stored key that sorts titles and names as a Vietnamese dictionary does, on every database alike.

A key consists of the digits 0–9 only, because that is the one alphabet whose order no collation touches. Letters would
not do: PostgreSQL's default collation depends on the machine, Danish sorts "aa" behind z, Lithuanian puts y beside i,
and some put letters before digits. (A collation with numeric ordering switched on is the one exception; no database
has it unless somebody asks for it.)

Three levels, one behind the other, each closed by something lower than whatever could continue it:

1. letters of the whole text, two digits each: space and punctuation < numbers by value < a ă â b c d đ e ê f g … z;
2. tones, word by word: level < huyền < hỏi < ngã < sắc < nặng < foreign marks. By word and not by letter, so that
   "hòa" and "hoà", two spellings of one word, stand together;
3. case: lower < upper.
"""

import re
import unicodedata

from anyascii import anyascii

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_END_OF_LETTERS = "00"
_SPACE = "01"
_NUMBER = "02"
_LETTER_CODES = {letter: str(code) for code, letter in enumerate(_ALPHABET, start=10)}

_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_VOWELS = {
    ("a", _BREVE): "ă",
    ("a", _CIRCUMFLEX): "â",
    ("e", _CIRCUMFLEX): "ê",
    ("o", _CIRCUMFLEX): "ô",
    ("o", _HORN): "ơ",
    ("u", _HORN): "ư",
}
_END_OF_TONES = "0"
_END_OF_WORD = "1"
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_FOREIGN_MARK = "7"
_LOWER, _UPPER = "1", "2"

_LONGEST_NUMBER = 99
_PLAIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđ")
_LOOK_ALIKES_OF_D = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_DIAERESIS = "\u0308"
_TOKEN = re.compile(r"(?P<number>[0-9]+)|(?P<letter>[A-Za-zĐđ])(?P<marks>[\u0300-\u036F]*)|(?P<gap> [ \u0300-\u036F]*)")


def vietnamese_sort_key(text: str, max_length: int = 255) -> str:
    """Return the sort key of `text`: decimal digits, at most `max_length` of them.

    Comparing keys byte by byte, or by any collation, compares the texts. A key that was cut off never reverses an
    order, it only makes long texts with the same beginning equal (255 digits are about 120 letters). Texts that
    differ in punctuation alone have equal keys as well, so order by a second column too. NFC and NFD give one key;
    a text without letters and digits gives the lowest.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKES_OF_D))
    plain = "".join(_plain(character) for character in decomposed).strip()
    letters: list[str] = []
    tones: list[str] = []
    cases: list[str] = []
    for token in _TOKEN.finditer(plain):
        if token["gap"]:
            letters.append(_SPACE)
            tones.append(_END_OF_WORD)
        elif token["number"]:
            # The count of digits goes first, so that 9 stands before 10.
            number = (token["number"].lstrip("0") or "0")[:_LONGEST_NUMBER]
            letters.append(f"{_NUMBER}{len(number):02d}{number}")
        else:
            letter, letter_tones = _letter_and_tones(token["letter"].lower(), token["marks"])
            letters.append(_LETTER_CODES[letter])
            tones.append(letter_tones)
            cases.append(_UPPER if token["letter"].isupper() else _LOWER)
    # Level tones and lower case at the end of a level may be left out: what closes it is lower than any of its digits.
    tone_level = "".join(tones).rstrip(_END_OF_WORD)
    case_level = "".join(cases).rstrip(_LOWER)
    return f"{''.join(letters)}{_END_OF_LETTERS}{tone_level}{_END_OF_TONES}{case_level}"[:max_length]


def _plain(character: str) -> str:
    """Reduce one decomposed character to letters a–z and đ, Latin combining marks, digits 0–9 and spaces."""
    if character.lower() in _PLAIN_LETTERS or "\u0300" <= character <= "\u036f":
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isalpha():
        # "ø", "ß", Greek, Chinese: as the slug spells them, behind the plain letters.
        return "".join(f"{letter}{_DIAERESIS}" for letter in anyascii(character) if letter.isalpha())
    # An apostrophe ("women's") and an invisible character are inside a word, other marks of other scripts as well.
    is_inside_word = character in "'’" or unicodedata.category(character) in {"Cf", "Mn", "Mc", "Me"}
    return "" if is_inside_word else " "


def _letter_and_tones(letter: str, marks: str) -> tuple[str, str]:
    """Put a base letter and its combining marks together: ("o", horn and grave) gives ("ơ", "2")."""
    tones = ""
    for mark in marks:
        if (letter, mark) in _VOWELS:
            letter = _VOWELS[letter, mark]
        else:
            tones += _TONES.get(mark, _FOREIGN_MARK)
    return letter, tones
