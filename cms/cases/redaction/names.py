"""The patterns of a person's name: behind words that announce one, or by its surname; with accents or without."""

import re

from anyascii import anyascii

from cms.cases.redaction.addresses import CAPITALISED

# A word of a name has no letter that looks like a number's; "LÊ THỊ" is one in capitals.
_WORD = rf"[{CAPITALISED}][^\W\d_]*"
_MORE = rf"(?: {_WORD})"
_SURNAMES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"),
    *("Lý", "Đinh", "Trịnh", "Đoàn", "Lương", "Mai", "Tạ", "Hà", "Cao", "Chu", "Tô", "Vương", "Lưu", "Trương", "Tống"),
    *("Chìu", "Tằng", "Lục", "Nông", "Bế", "Phùng", "Quách", "Thái", "Châu", "Triệu", "Lâm", "Khổng", "Kiều", "Từ"),
    *("Đào", "Đàm", "Giang", "Giàng", "Ninh", "Nghiêm", "Lò", "Vàng", "Sùng", "Hứa", "Lã", "Thạch", "Phí", "Tăng"),
    *("Âu", "Mạc", "Doãn", "Thân", "Lại", "Thẩm", "Diệp", "Chử", "Cù", "Sầm", "Hoàn", "Vi", "Voòng", "Phún", "Nình"),
    *("Lường", "Quàng", "Cầm", "Thào", "Vừ", "Hạ", "Cung", "Trà", "Tưởng", "Bạch", "Ứng", "Khúc", "Đường", "Lỷ"),
)


def _any_of(words) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ACCENTED = _any_of({*_SURNAMES, *(surname.upper() for surname in _SURNAMES)})
# Without accents only what is no word of another language, and no beginning of a place.
_PLAIN = _any_of(
    spelling
    for surname in (
        "Nguyễn",
        "Trần",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Đặng",
        "Bùi",
        "Đinh",
        "Trịnh",
        "Lê",
        "Vũ",
        "Đỗ",
    )
    for spelling in (anyascii(surname), anyascii(surname).upper())
)
# Typed in small letters, as on a telephone: only with the middle names that leave no doubt, or behind "toi la".
_SMALL = _any_of(
    spelling
    for surname in (*_SURNAMES[:15], "Đinh", "Trịnh", "Lý", "Đoàn", "Lương", "Trương")
    for spelling in (surname.lower(), anyascii(surname).lower())
)
_SMALL_WORD = r"[^\W\d_]{1,7}"
_CALLED = (
    r"(?i:họ và tên|họ tên|tên(?: (?:tôi|em|cháu|mình|con|chồng|vợ))?|tên là|tôi là|em là|cháu là|người hỏi|người gửi"
    r"|người viết|ký tên|chủ tài khoản|chủ thẻ|ho va ten|ho ten|ten(?: (?:toi|em|chau|minh))?|ten la|toi la|em la"
    r"|my name|holder(?: is me)?|i am|i'm|name|signed|sincerely|regards)"
)
_ADDRESSED = r"(?i:ông|bà|anh|chị|cô|chú|bác|em|cháu|con|chồng|vợ|mẹ|bố|mr|mrs|ms|miss)\.?"
_PLACE_BEFORE = "".join(
    rf"(?<!{word} )"
    for place in ("phường", "xã", "đường", "phố", "trường", "tỉnh", "công ty", "quận", "huyện", "thị trấn", "bệnh viện")
    for word in (place, place.capitalize(), place.upper())
)
_PLACE_BEHIND = r"(?! (?:Street|Road|Ward|Commune|District|City|Province|Town|Bay|Village|Hospital|School|Company))"

NAMES = (
    re.compile(rf"(?<!\w){_CALLED}(?i:(?: tôi| em)?(?: là| la| is)?):?,? ({_WORD}{_MORE}{{1,5}})"),
    # "toi ten la nguyen van nam, ..."
    re.compile(
        r"(?i:(?<!\w)(?:tôi|em|cháu|mình|toi|chau|minh) (?:tên|ten) (?:là |la )?"
        r"|(?<!\w)(?:tên|ten) (?:tôi|em|cháu|mình|toi|chau|minh) (?:là|la) )"
        r"([^\W\d_]+(?: [^\W\d_]+){1,4})(?=\s*(?:[,.;\n-]|$))"
    ),
    re.compile(
        rf"(?i:(?<!\w)(?:tôi|em|cháu|mình|anh|chị|toi|chau|minh|chi) (?:là|la) )"
        rf"((?:{_SMALL})(?: {_SMALL_WORD}){{1,3}})(?=\s*(?:[,.;\n(-]|$))"
    ),
    re.compile(rf"(?<!\w)(?:{_SMALL}) (?:thị|thi|văn) {_SMALL_WORD}(?: {_SMALL_WORD})?(?=\s*(?:[,.;\n(-]|$))"),
    re.compile(rf"(?<!\w){_ADDRESSED} ((?:{_ACCENTED}|{_PLAIN}){_MORE}{{1,4}}){_PLACE_BEHIND}"),
    re.compile(rf"(?<!\w){_PLACE_BEFORE}(?:{_ACCENTED}){_MORE}{{2,4}}"),
    re.compile(rf"(?<!\w)(?:{_PLAIN}){_MORE}{{2,4}}(?!\w){_PLACE_BEHIND}"),
)
_NOBODY = ("hồ chí minh", "tôn đức thắng", "võ nguyên giáp", "trần hưng đạo")


def is_nobody(name: str) -> bool:
    """Whether a name is that of somebody whom streets, cities and laws are named after."""
    return name.lower() in _NOBODY
