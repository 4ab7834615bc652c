"""The form in which text is stored: Unicode NFC, without the invisible characters that break search and feeds."""

import re
import unicodedata
from typing import Any

# Word's soft line break arrives as a vertical tab, web forms send CRLF: removed like other control characters, they
# would glue two words together.
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85]")

# Text copied out of a PDF often has U+00AD where the page shows a hyphen ("NĐ-CP", "2023-2028"). A true soft hyphen
# stands inside a word, so a lower-case letter follows it; before a capital or a digit it is that lost hyphen.
_HYPHEN_FROM_PDF = re.compile(r"(?<=\w)\u00AD(?=[0-9A-ZĐ])")

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but \n and \t: PostgreSQL refuses NUL, XML 1.0 most others
    "\u00ad"  # soft hyphen
    "\u200b\u200c\u200e\u200f"  # zero-width space and non-joiner, direction marks
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f"  # embedding, word joiner, isolates: both site languages run left to right
    "\ufeff\ufffe\uffff"  # byte order mark, and two code points that XML 1.0 does not allow
    "\ud800-\udfff"  # half of a surrogate pair: JSON can carry it, UTF-8 cannot
    "]"
)

# A zero-width joiner holds an emoji of several parts together; anywhere else it splits a word for the search engine.
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")


def to_nfc(text: str) -> str:
    """Return `text` in Unicode normalisation form C, otherwise unchanged (Unicode Standard Annex 15)."""
    return unicodedata.normalize("NFC", text)


def clean_text(text: str) -> str:
    r"""Return `text` as it is stored: NFC, line breaks as `\n`, no control, zero-width or direction characters.

    Visible characters stay as typed, the no-break space among them. Applying it twice gives the same as once.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _HYPHEN_FROM_PDF.sub("-", text)
    text = _INVISIBLE.sub("", text)
    text = _STRAY_JOINER.sub("", text)
    # Last: a mark can only join its letter once nothing invisible stands between them.
    return to_nfc(text)


def normalise_value(value: Any) -> Any:
    """Return a copy of `value` with `clean_text` applied to every string inside it.

    `value` is a string or JSON data of any depth: a raw StreamField value, a form's cleaned data. Keys of dicts are
    names of fields and stay as they are. Whatever is no string, list or dict (numbers, None, dates) is returned
    itself. The argument is never changed.
    """
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [normalise_value(item) for item in value]
    if isinstance(value, dict):
        return {key: normalise_value(item) for key, item in value.items()}
    return value
