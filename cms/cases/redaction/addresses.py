"""The pattern of a home address, in Vietnamese and English: a numbered part, then at least one part it stands in.

A ward or a street alone is nobody's address; "tổ 4 phân xưởng cơ điện" is a team, not a place.
"""

import re

# Above U+1EA0 capitals and small letters take turns.
_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EF9, 2))
_NAME = rf"[{_CAPITAL}\d][\w.]*(?: [{_CAPITAL}\d]\w*){{0,4}}"
_NUMBER = r"(?:\d+\w?(?:\s?[/-]\s?\d+\w?)*|[A-Z]\d*)"
_UNIT = (
    r"(?:(?i:số nhà|nhà số|nhà|số|phòng|dãy|tầng|căn hộ|căn|lô|ngách|ngõ|hẻm|kiệt|tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp"
    r"|bản|đội|toà nhà|toà|tòa nhà|tòa|nhà trọ|khu trọ|xóm trọ|block|km|cụm|phân khu)"
    rf" ?(?:số )?{_NUMBER}(?!\w))"
)
# A hamlet has a name more often than a number.
_HAMLET = rf"(?:(?i:thôn|xóm|ấp|bản|buôn|làng|tổ dân phố|khu phố|khu đô thị|khu tập thể|chung cư|ký túc xá) {_NAME})"
_PLACE = rf"(?:(?i:đường|phố|phường|xã|thị trấn|thị xã|thành phố|tp\.?|quận|huyện|đặc khu|tỉnh) {_NAME})"
_PART = rf"(?:(?:(?i:nhà trọ|khu trọ|xóm trọ|chung cư|toà nhà|tòa nhà|ký túc xá) )?{_UNIT}|{_HAMLET}|{_PLACE})"
# What stands between two parts without being one: "xóm trọ cổng khu công nghiệp".
_FILLER = rf"(?:, [^,.;\n]{{1,45}}(?=, {_PART}))"
_BETWEEN = r"(?:\s?[,–-]\s?|\s)"
# "12 Lê Lợi, phường Hồng Gai": the street without its word; then a place has to follow.
_STREET = rf"\d+[A-Za-z]?(?:/\d+)* [{_CAPITAL}]\w+(?: [{_CAPITAL}]\w+){{1,3}}(?={_BETWEEN}{_PLACE})"
# "27B ngõ 19", "15 phố Anh Đào": the number of a house without its word.
_HOUSE = rf"\d+[A-Za-z]?(?:/\d+)*(?=,? (?i:ngõ|ngách|hẻm|kiệt|đường|phố) [\d{_CAPITAL}])"
_VIETNAMESE = rf"(?<![\w/.])(?:{_UNIT}|{_HAMLET}|{_STREET}|{_HOUSE})(?:{_BETWEEN}{_PART}|{_FILLER})+"

# Typed without accents or capitals: a numbered part and then a place, each by the word that says what it is.
_PLAIN_UNIT = r"(?:so nha|nha so|nha|so|phong|ngach|ngo|hem|to dan pho|to|khu pho|khu|thon|xom|ap)"
_SMALL_KIND = (
    r"(?:đường|phố|phường|xã(?! (?:hội|viên|luận))|thị trấn|thị xã|thành phố|tp\.?|quận|huyện|đặc khu|tỉnh"
    r"|duong|pho|phuong|xa(?! (?:hoi|vien|luan))|thi tran|thi xa|thanh pho|quan|huyen|dac khu)"
)
_SMALL_PLACE = rf"{_SMALL_KIND} [^\W\d_]+(?: (?!{_SMALL_KIND}(?!\w))[^\W\d_]+){{0,2}}"
_SMALL_UNIT = rf"(?:{_UNIT}|(?i:{_PLAIN_UNIT}) ?(?:so )?{_NUMBER}(?!\w))"
_SMALL_PLACES = rf"(?:{_BETWEEN}(?i:{_SMALL_PLACE}))"
_SMALL = rf"(?<![\w/.]){_SMALL_UNIT}(?:{_BETWEEN}{_SMALL_UNIT}){{0,6}}{_SMALL_PLACES}+"

_ENGLISH_UNIT = r"(?i:no\.?|number|house|room|flat|apartment|lane|alley|group|zone|hamlet|block)\s?\d+\w?(?:/\d+\w?)*"
_ENGLISH_PLACE = rf"{_NAME} (?:Ward|Commune|Street|Road|Village|Quarter|District|City|Province|Town)"
_ENGLISH = rf"(?<!\w)(?:{_ENGLISH_UNIT}|\d+\w?(?= {_NAME} (?:Street|Road)))(?:,? (?:{_ENGLISH_UNIT}|{_ENGLISH_PLACE}))+"

HOME_ADDRESS = re.compile(f"(?:{_VIETNAMESE}{_SMALL_PLACES}*)|(?:{_ENGLISH})|(?:{_SMALL})")
CAPITALISED = _CAPITAL
