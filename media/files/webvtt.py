"""Reading captions strictly enough that every player shows them (W3C, WebVTT: The Web Video Text Tracks Format)."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?")
_NOT_A_CUE = ("NOTE", "STYLE", "REGION")


class WebVTTError(ValueError):
    """Says, in the active language, what is wrong and in which line."""


@dataclass(frozen=True)
class Cue:
    """Words on the screen; `start` and `end` in seconds."""

    start: float
    end: float
    text: str


def read_webvtt(data: bytes) -> list[Cue]:
    """Return the cues of a WebVTT file in their order. Raises WebVTTError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WebVTTError(_("The captions must be saved as UTF-8 text.")) from error
    if "\x00" in text:
        raise WebVTTError(_("The captions must be saved as UTF-8 text."))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise WebVTTError(_("A captions file begins with a line that says WEBVTT."))
    cues: list[Cue] = []
    for number, block in _blocks(lines):
        if number > 1 and not block[0].startswith(_NOT_A_CUE):
            cues.append(_read_cue(number, block))
            if len(cues) > 1 and cues[-1].start < cues[-2].start:
                raise WebVTTError(_("Line %(line)d: the captions are not in the order of time.") % {"line": number})
    if not cues:
        raise WebVTTError(_("The file has no captions in it."))
    return cues


def _blocks(lines: list[str]):
    """Give (number of its first line, lines) of each run of lines that are not empty; lines count from 1."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _read_cue(number: int, block: list[str]) -> Cue:
    if "-->" not in block[0] and len(block) > 1:  # an identifier
        number, block = number + 1, block[1:]
    timing = _TIMING.fullmatch(block[0].strip())
    if timing is None:
        raise WebVTTError(_("Line %(line)d: expected a time such as 00:01.000 --> 00:04.000.") % {"line": number})
    start, end = _seconds(*timing.groups()[:4]), _seconds(*timing.groups()[4:])
    if end <= start:
        raise WebVTTError(_("Line %(line)d: the caption ends before it begins.") % {"line": number})
    text = "\n".join(block[1:])
    if "-->" in text:
        raise WebVTTError(_("Line %(line)d: an empty line is missing between two captions.") % {"line": number})
    return Cue(start, end, text)


def _seconds(hours: str | None, minutes: str, seconds: str, milliseconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(milliseconds) / 1000
