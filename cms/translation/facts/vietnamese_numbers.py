"""Vietnamese numbers: 12.675; 91,6; 1,2 tỷ; 2 triệu 500 nghìn; mười hai tỷ năm trăm triệu; một trăm linh năm."""

import re
from fractions import Fraction

DIGITS = r"(?:[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d{3}){2,}|\d+(?:[.,]\d+)?)(?![\d]|[.,]\d)"

_UNITS = {
    **{"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5},
    **{"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9},
}
_SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "k": 10**3,
}

_UNIT = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_LAST = "(?:mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
TENS = rf"(?:(?:mười|{_UNIT}\s+mươi)(?:\s+{_LAST}(?!\w))?)"
_HUNDREDS = rf"(?:(?:{_UNIT}|không)\s+trăm(?:\s+(?:(?:linh|lẻ)\s+(?:{_LAST}|năm)|{TENS}))?)"
_GROUP = rf"(?:{_HUNDREDS}|{TENS}|{_UNIT})"
# "triệu tập", "tỷ lệ", "ngàn xưa" only look like scales.
_SCALE = (
    r"(?:(?:nghìn|ngàn|vạn)(?!\w)|triệu(?!\w|\s+(?:tập|chứng|hồi|phú))|t[ỷỉ](?!\w|\s+(?:lệ|giá|trọng|số|suất|phú|đối|mỉ))"
    r"|(?<=\d)\s?(?:tr|k)(?!\w))"
)
_WITH_SCALE = rf"(?:{DIGITS}|{_GROUP}|nửa)(?:\s*{_SCALE})+"
_AND_A_HALF = r"(?:\s+rưỡi(?!\w))?"

# The longest first: with scales, in digits, in words.
NUMBER = (
    rf"(?:{_WITH_SCALE}(?:\s+{_WITH_SCALE})*(?:\s+(?:{_HUNDREDS}|{TENS})(?!\w))?{_AND_A_HALF}"
    rf"|{DIGITS}|{_GROUP}(?!\w){_AND_A_HALF})"
)
# Days, months, hours: up to two digits, or the words for them.
SMALL = rf"(?:\d{{1,2}}(?!\d)|(?:{TENS}|{_UNIT}|tư)(?!\w))"

_ATOM = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[^\W\d_]+)", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def from_digits(text: str) -> Fraction | None:
    """Return what "12.675", "91,6" or "2025" means; None where the marks fit neither language ("1,200,000").

    A point that groups no thousands ("4.0") is read as a decimal point: names of versions are written so.
    """
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "")
    if text.count(",") > 1:
        return None
    return Fraction(text.replace(",", "."))


def value_of(text: str) -> Fraction | None:
    """Return the value of a text that NUMBER or SMALL matches; None where its marks cannot be read."""
    total, group, scaled = Fraction(0), Fraction(0), Fraction(0)
    last_scale = Fraction(1)
    for atom in _ATOM.finditer(text):
        if atom["digits"]:
            digits = from_digits(atom["digits"])
            if digits is None:
                return None
            total, group, scaled = total + scaled, digits, Fraction(0)
            continue
        word = atom["word"].lower()
        if word in _SCALES:
            last_scale = Fraction(_SCALES[word])
            # "nghìn tỷ" multiplies what is already scaled.
            group, scaled = Fraction(0), (scaled or group) * last_scale
            continue
        if scaled and word != "rưỡi":
            total, scaled = total + scaled, Fraction(0)
        if word == "mươi":
            group = group - group % 10 + group % 10 * 10
        elif word == "mười":
            group += 10
        elif word == "nửa":
            group = Fraction(1, 2)
        elif word == "trăm":
            group, last_scale = group * 100, Fraction(100)
        elif word == "rưỡi":
            group += last_scale / 2
        elif word in _UNITS:
            group += _UNITS[word]
    return total + scaled + group


def small(text: str) -> int:
    """Return the number of a day, a month or an hour, whatever it is called."""
    text = text.strip().lower()
    named = {"giêng": 1, "chạp": 12, "tư": 4}
    return named[text] if text in named else int(value_of(text))


# Some of what is counted; after "năm" it tells five from a year.
COUNTED = (
    "giải pháp|nhiệm vụ|nhóm|nội dung|người|cán bộ|đoàn viên|công nhân|đơn vị|lớp|cuộc|đợt|phần|chương|"
    "điểm|mục tiêu|chỉ tiêu|doanh nghiệp|tổ|bước|bài|bộ|chiếc|cái|căn|ngôi|suất|tấm|tỉnh|huyện|xã|phường|"
    "ngày|tháng|tuần|giờ|năm|phiên|lần|học viên|đại biểu|ủy viên|gia đình|hộ|khu|văn bản|nghị quyết|"
    "chương trình|công đoàn|cơ sở|vấn đề|yêu cầu|quyền|nguyên tắc|trường|cấp|ban|tập thể|cá nhân|dự án|"
    "công trình|thành viên|chuyên đề|khâu|mặt|tiêu chí|kiến nghị|đề xuất|khoản|điều|triệu|cây|đồng chí|"
    "lao động|học sinh|sinh viên|hội nghị|hội viên|dân|lượt|trẻ em|phụ nữ|nữ|chị|anh|em|cháu"
)
