"""The patterns of how somebody is reached: e-mail, telephone, a page in a social network, disguised ones too."""

import re
from collections.abc import Iterator

_AT = r"(?:\s?@\s?|\s?[\[({<]\s?(?:at|a còng|a cong|a móc|@)\s?[\])}>]\s?)"
_DOT = r"(?:\.|\s\.\s?|\s?[\[({<]\s?(?:dot|chấm|cham|\.)\s?[\])}>]\s?)"
_TOP = r"(?:com|vn|net|org|edu|gov|info|io|me|example)"
# An address begins where nothing of one stands before: looked for from there only, or long words take for ever.
_BEGIN = r"(?<![\w.+%-])"
EMAILS = (
    # ten.ho@host.vn; ten [dot] ho [at] host [dot] vn; ten @ host . vn
    re.compile(
        rf"{_BEGIN}(?:[\w+%-]+\s?[\[({{<]\s?(?:dot|chấm|cham)\s?[\])}}>]\s?){{0,4}}"
        rf"[\w.+%-]*\w{_AT}[\w-]+(?:{_DOT}(?=[A-Za-z])[A-Za-z0-9-]+)+"
    ),
    # ten at host dot com; ten a còng host chấm vn
    re.compile(
        rf"(?i){_BEGIN}[\w.+%-]*\w(?:\s(?:chấm|cham|dot)\s[\w-]+){{0,4}}\s(?:at|a còng|a cong|a móc)\s[\w-]+"
        rf"(?:(?:\s(?:chấm|cham|dot)\s|\.){_TOP})+(?!\w)"
    ),
)
PROFILE = re.compile(
    r"(?i)(?<![\w.])(?:https?://)?(?:(?:www|m|vi-vn)\.)?"
    r"(?:fb\.com|fb\.me|facebook\.com|zalo\.me|t\.me|m\.me|tiktok\.com|instagram\.com|linkedin\.com/in)/[^\s,;)]+[^\s,;).]"
)

_GAP = r"[\s.\-–]{0,3}"
_DIGIT = (
    "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)


def telephones() -> Iterator[re.Pattern]:
    """Give the patterns of a telephone: with prefix, with the area in brackets, with a letter for zero, in words."""
    rest = rf"\d(?:{_GAP}\d){{8}}"
    yield re.compile(rf"(?<![\d/.])(?:\(?(?:\+|00){_GAP}84\)?|84|0){_GAP}(?:\(0\))?{_GAP}{rest}(?:{_GAP}\d)?(?!\d)")
    yield re.compile(rf"(?<![\d/.])\((?:\+?84|0)\d{{0,3}}\){_GAP}\d(?:{_GAP}\d){{6,8}}(?!\d)")
    yield re.compile(rf"(?<!\w)[oO](?={_GAP}[3-9]){_GAP}[\doO](?:{_GAP}[\doO]){{8}}(?!\w)")
    yield re.compile(rf"(?i)\b{_DIGIT}(?:[\s,.\-]+{_DIGIT}){{7,11}}\b")
