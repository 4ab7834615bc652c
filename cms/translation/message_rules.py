"""What must hold for every translated message: complete, NFC, tone marks where we put them, placeholders kept."""

import re
from collections.abc import Iterator

import polib

from cms.core.text.nfc import to_nfc

# hóa, thủy, khỏe: the tone stands on the first vowel of an open oa, oe, uy; never after q ("quý" is right).
_MISPLACED_TONE = re.compile(r"\b\w*(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"%\([a-zA-Z_]+\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|%[sdrf]|\{[a-zA-Z_0-9]*\}")


def find_faults(catalogue: polib.POFile) -> Iterator[str]:
    """Yield a sentence for each fault of a catalogue, with the message it is in."""
    for entry in catalogue:
        if entry.obsolete:
            continue
        name = repr(entry.msgid if entry.msgctxt is None else f"{entry.msgctxt}|{entry.msgid}")
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not texts or not all(texts):
            yield f"{name} is not translated"
            continue
        if entry.fuzzy:
            yield f"{name} is fuzzy"
        for text in texts:
            yield from (f"{name} {fault}" for fault in _text_faults(entry, text))


def _text_faults(entry: polib.POEntry, text: str) -> Iterator[str]:
    if text != to_nfc(text):
        yield "is not in NFC"
    for word in _MISPLACED_TONE.findall(to_nfc(text)):
        yield f"has the tone of “{word}” on the wrong vowel"
    allowed = [set(_PLACEHOLDER.findall(source)) for source in (entry.msgid, entry.msgid_plural) if source]
    if set(_PLACEHOLDER.findall(text)) not in allowed:
        yield f"has other placeholders: {text!r}"
    if _edges(text) != _edges(entry.msgid):
        yield "begins or ends with other white space"


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
