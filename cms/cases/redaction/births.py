"""The pattern of a date of birth: a day, or a year alone, behind a word that says what it is."""

import re

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = (
    rf"\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{2,4}}|\d{{4}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}"
    rf"|\d{{1,2}} tháng \d{{1,2}}(?:,? năm)? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}),? \d{{4}}|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|(?:{_MONTH}) \d{{4}}|(?:tháng )?\d{{1,2}}/\d{{4}}|tháng \d{{1,2}} năm \d{{4}}"
)
_WORD = "năm sinh|ngày sinh|ngay sinh|nam sinh|sinh|born|date of birth|birthday|birth date|dob"
# "sinh năm 90", "năm sinh: 1988", "SN 1990".
_YEAR = (
    r"(?:năm sinh|sinh năm|sinh|born in|nam sinh|sinh nam|(?<!\w)SN)[:\s]{0,3}((?:19|20)\d\d|[5-9]\d)(?!\w|[./%-]\d)"
)

BIRTH_DATE = re.compile(rf"(?i:(?<!\w)(?:{_WORD})[^\d.;\n]{{0,24}}?({_DAY})(?!\d)|(?<!\w){_YEAR})")
