"""What tells who asked is found: the judged sample, and spellings it does not have."""

from pathlib import Path

import pytest
import yaml

from cms.cases.redaction.detector import IdentifierKind, find_identifiers

SAMPLES = Path(__file__).parent / "samples"
OFFICE = {"02033835000"}


def is_right(finding, label, text):
    """By the sample's own rule: at least half of the label, and all its digits."""
    start, end = label["start"], label["start"] + len(label["text"])
    first, last = max(start, finding.start), min(end, finding.end)
    digits = [place for place in range(start, end) if text[place].isdigit()]
    return last - first >= (end - start) / 2 and all(first <= place < last for place in digits)


@pytest.fixture(scope="module", params=["identifiers", "identifiers_fresh"])
def judged(request):
    """Return (labels, missed, of another kind, findings, false ones) of a whole sample."""
    sample = yaml.safe_load((SAMPLES / f"{request.param}.yaml").read_text())["questions"]
    labels, missed, other_kind, findings, false = 0, [], [], 0, []
    for question in sample:
        text, found = question["text"], find_identifiers(question["text"], OFFICE)
        used = set()
        for label in question["identifiers"]:
            labels += 1
            finding = next((one for one in found if is_right(one, label, text)), None)
            if finding is None:
                missed.append(f"{question['id']}: {label['text']!r}")
                continue
            used.add(finding)
            if finding.kind != label["kind"]:
                other_kind.append(f"{question['id']}: {label['text']!r} is {finding.kind}")
        findings += len(found)
        false += [f"{question['id']}: {text[one.start : one.end]!r}" for one in found if one not in used]
    return labels, missed, other_kind, findings, false


def test_at_least_99_percent_are_flagged(judged):
    labels, missed, _other_kind, _findings, _false = judged
    assert len(missed) <= 0.01 * labels, missed


def test_what_is_flagged_is_personal_and_rightly_named(judged):
    labels, missed, other_kind, findings, false = judged
    assert len(false) <= 0.1 * findings, false
    assert len(other_kind) + len(missed) <= 0.1 * labels, other_kind


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("SĐT 0912345678, gọi sau 9h", IdentifierKind.PHONE, "0912345678"),
        ("gọi (+84) 91-234-5678 nhé", IdentifierKind.PHONE, "(+84) 91-234-5678"),
        ("thư: a.b+c@sub.example.vn.", IdentifierKind.EMAIL, "a.b+c@sub.example.vn"),
        ("thư ten(at)example.com ạ", IdentifierKind.EMAIL, "ten(at)example.com"),
        ("CCCD 022.204.000.161", IdentifierKind.CITIZEN_ID, "022.204.000.161"),
        ("Nguyễn Thị Minh Khai hỏi", IdentifierKind.NAME, "Nguyễn Thị Minh Khai"),
        ("STK: 19036 1234 5678 90", IdentifierKind.BANK_ACCOUNT, "19036 1234 5678 90"),
        ("em sinh năm 1994", IdentifierKind.BIRTH_DATE, "1994"),
        ("gọi (0203) 3 655 777 gặp anh Kiên", IdentifierKind.PHONE, "(0203) 3 655 777"),
        ("số máy 0964 . 112 . 358 ạ", IdentifierKind.PHONE, "0964 . 112 . 358"),
        ("mail hoa [dot] mai [at] thu [dot] example", IdentifierKind.EMAIL, "hoa [dot] mai [at] thu [dot] example"),
        ("tìm em ở fb.com/hoa.mai.92, nhé", IdentifierKind.PROFILE, "fb.com/hoa.mai.92"),
        ("giữ hộ chiếu số C9876543 của em", IdentifierKind.PASSPORT, "C9876543"),
        ("Người hỏi: LÊ THỊ BÍCH NGỌC", IdentifierKind.NAME, "LÊ THỊ BÍCH NGỌC"),
        ("toi ten la nguyen van nam, hoi", IdentifierKind.NAME, "nguyen van nam"),
        ("Năm sinh: 1988.", IdentifierKind.BIRTH_DATE, "1988"),
        ("dob: 1995-07-21", IdentifierKind.BIRTH_DATE, "1995-07-21"),
        ("ở thôn Đồng Tâm, xã Đầm Hà ạ", IdentifierKind.ADDRESS, "thôn Đồng Tâm, xã Đầm Hà"),
        ("Nhà: 27B ngõ 19, phố Vườn Đào", IdentifierKind.ADDRESS, "27B ngõ 19, phố Vườn Đào"),
        ("vào TK 19034567890123 của kế toán", IdentifierKind.BANK_ACCOUNT, "19034567890123"),
        ("căn cước 022 1860 04512 ạ", IdentifierKind.CITIZEN_ID, "022 1860 04512"),
        ("CMND: 101.236.874 cấp năm 2009", IdentifierKind.OLD_ID, "101.236.874"),
        ("em là phạm văn hùng, thợ hàn", IdentifierKind.NAME, "phạm văn hùng"),
        ("o to 3 khu 7 phuong cam thach, thue nha", IdentifierKind.ADDRESS, "to 3 khu 7 phuong cam thach"),
        ("ở Số 12 đường Trần Phú, phường Hồng Hải", IdentifierKind.ADDRESS, "Số 12 đường Trần Phú, phường Hồng Hải"),
    ],
)
def test_other_spellings_are_found_too(text, kind, found):
    assert [(one.kind, text[one.start : one.end]) for one in find_identifiers(text, OFFICE)] == [(kind, found)]


def test_law_and_money_are_nobodys():
    text = (
        "Nghị định 145/2020/NĐ-CP, Luật 91/2025/QH15, 12.675.000 đồng, 118 400 000 đồng, 1900 1234, 0203.3835.000, "
        "ngày 01/01/2026, hợp đồng 2025/0912-HĐLĐ, phường Bãi Cháy, phường Trần Hưng Đạo, Bệnh viện Bãi Cháy, Điều 98, "
        "toi la to truong, em là nhân viên mới, tổ 2 xã viên hợp tác xã, bao cao van de luong, "
        "Trường Cao đẳng Than - Khoáng sản, Tổng Liên đoàn, mã máy KX-20458, ca 1 từ 6h00-14h00, Ha Long City"
    )
    assert find_identifiers(text, OFFICE) == []
