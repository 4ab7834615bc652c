"""The pattern of a home address, in Vietnamese and English: a numbered part, then at least one part it stands in.

A ward or a street alone is nobody's address; "tổ 4 phân xưởng cơ điện" is a team, not a place.
"""

import re

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_NAME = rf"[{_CAPITAL}\d][\w.]*(?: [{_CAPITAL}\d]\w*){{0,4}}"
_NUMBER = r"(?:\d+\w?(?:\s?[/-]\s?\d+\w?)*|[A-Z]\d*)"
_UNIT = (
    r"(?:(?i:số nhà|nhà số|nhà|số|phòng|dãy|tầng|căn hộ|căn|lô|ngách|ngõ|hẻm|kiệt|tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp"
    rf"|bản|đội) (?:số )?{_NUMBER}(?!\w))"
)
_PLACE = rf"(?:(?i:đường|phố|phường|xã|thị trấn|thị xã|thành phố|tp\.?|quận|huyện|đặc khu|tỉnh) {_NAME})"
_PART = rf"(?:{_UNIT}|{_PLACE})"
# What stands between two parts without being one: "xóm trọ cổng khu công nghiệp".
_FILLER = rf"(?:, [^,.;\n]{{1,45}}(?=, {_PART}))"
_VIETNAMESE = rf"(?<!\w){_UNIT}(?:,? {_PART}|{_FILLER})+"

_ENGLISH_UNIT = r"(?i:no\.?|number|house|room|flat|apartment|lane|alley|group|zone|hamlet|block)\s?\d+\w?(?:/\d+\w?)*"
_ENGLISH_PLACE = rf"{_NAME} (?:Ward|Commune|Street|Road|Village|Quarter|District|City|Province|Town)"
_ENGLISH = rf"(?<!\w)(?:{_ENGLISH_UNIT}|\d+\w?(?= {_NAME} (?:Street|Road)))(?:,? (?:{_ENGLISH_UNIT}|{_ENGLISH_PLACE}))+"

HOME_ADDRESS = re.compile(f"(?:{_VIETNAMESE})|(?:{_ENGLISH})")
CAPITALISED = _CAPITAL
