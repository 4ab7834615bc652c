"""How two revisions are compared in the admin: word by word, with every accent on its letter.

Wagtail 8.0 leaves words of up to four letters out of account, which most of Vietnamese is, and takes an accent that is
a character of its own (NFD, from older imports) for the end of a word. Can go when it does neither.
"""

import re
from difflib import SequenceMatcher

from wagtail.admin import compare

from cms.core.text.nfc import to_nfc

# Words and numbers ("12.675", "02-NQ/TW"), else one character; accents that no letter has taken in belong to a word.
_TOKENS = re.compile(r"[\w\u0300-\u036f]+(?:[.,/-][\w\u0300-\u036f]+)*|\s+|.", re.DOTALL)
_KINDS = {"delete": ("deletion",), "insert": ("addition",), "replace": ("deletion", "addition")}


def put_in_place() -> None:
    """Have Wagtail's comparison do so."""
    compare.diff_text = diff_text


def diff_text(before: str | None, after: str | None) -> compare.TextDiff:
    """Return what became of a text, as Wagtail's function of the same name does."""
    old, new = _TOKENS.findall(to_nfc(before or "")), _TOKENS.findall(to_nfc(after or ""))
    changes: list[tuple[str, str]] = []
    for kind, old_from, old_to, new_from, new_to in _opcodes(old, new):
        if kind == "equal":
            changes.append(("equal", "".join(new[new_from:new_to])))
            continue
        texts = {"deletion": "".join(old[old_from:old_to]), "addition": "".join(new[new_from:new_to])}
        changes += [(one, texts[one]) for one in _KINDS[kind]]
    return compare.TextDiff(changes)


def _opcodes(old: list[str], new: list[str]) -> list[tuple]:
    """Return difflib's, where changes that only a space parts are one: "Ha Long" becomes "Móng Cái" as a whole."""
    found: list[tuple] = []
    for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found.append(code)
        if len(found) >= 3 and _is_gap(found[-2], old) and found[-3][0] != "equal" and code[0] != "equal":
            first = found[-3]
            found[-3:] = [("replace", first[1], code[2], first[3], code[4])]
    return found


def _is_gap(code: tuple, old: list[str]) -> bool:
    return code[0] == "equal" and "".join(old[code[1] : code[2]]).isspace()
