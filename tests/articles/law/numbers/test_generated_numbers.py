"""Numbers of all systems, put together by chance from a seed, in every spelling and among look-alikes: none is lost."""

import random
import unicodedata

import pytest

from articles.law.numbers.finding import find_numbers
from articles.law.numbers.reading import parse
from articles.law.numbers.systems import NumberSystem
from cms.core.text.folding import fold_number

TYPES = ["NĐ", "QĐ", "TT", "CT", "NQ", "KH", "CTr", "HD", "TB", "BC", "TTr", "KL", "QC"]
MINISTRIES = ["BLĐTBXH", "BNV", "BYT", "BTC", "BGDĐT", "BXD", "NHNN", "BCA", "BNNMT"]
UNIONS = ["TLĐ", "LĐLĐ", "CĐCS", "CĐVC", "BTV"]
PARTY = ["TW", "TU", "ĐU", "BTGTW", "VPTW", "UBKTTW"]
UNITS = ["TCCB", "K2ĐT", "VX", "CSPL", "PC"]
BEFORE = ["Căn cứ {} ", "Theo {} số ", "theo {} ", "xem {} (số ", "{} số: ", "Điều 12/2 của {} ", "Ngày 3/4, {} "]
AFTER = [" ngày 15/12/2025.", ", có hiệu lực 24/7;", " và phòng 12/3.", ") đã đạt 91,6%.", " của 22/40 đơn vị", "."]


def make(chance: random.Random, system: str) -> str:
    serial, year = chance.choice(["02", "9", "15", "145", "3041", "1563"]), chance.randint(1996, 2029)
    match system:
        case "normative":
            return f"{serial}/{year}/{chance.choice(['TT', 'QĐ'])}-{chance.choice(MINISTRIES)}"
        case "decree":
            return f"{serial}/{year}/NĐ-CP"
        case "individual":
            return f"{serial}/{chance.choice(TYPES[1:])}-{chance.choice([*MINISTRIES, 'UBND', 'HĐND', 'TTg'])}"
        case "suffixed":
            return f"{serial}/QĐ-{chance.choice(MINISTRIES)}-{chance.choice(UNITS)}"
        case "assembly":
            return f"{serial}/{year}/{chance.choice(['QH', 'UBTVQH'])}{chance.randint(9, 16)}"
        case "union":
            return f"{serial}/{chance.choice(TYPES[1:])}-{chance.choice(UNIONS)}"
        case "letter":
            return f"{serial}/{chance.choice(['LĐLĐ', 'TLĐ', 'BHXH', 'UBND', 'BNV'])}-{chance.choice(UNITS)}"
        case "party":
            return f"{serial}-{chance.choice(TYPES[1:])}/{chance.choice(PARTY)}"
        case "joint":
            return f"{serial}/{year}/TTLT-{'-'.join(chance.sample(MINISTRIES, chance.randint(2, 4)))}"
        case _:
            return chance.choice(["63/CP", "236-HĐBT", "196-CP", "29-SL", "556-TTg", "133/HĐBT"])


SYSTEMS = {
    "normative": NumberSystem.STATE,
    "decree": NumberSystem.STATE,
    "individual": NumberSystem.STATE,
    "suffixed": NumberSystem.STATE,
    "assembly": NumberSystem.NATIONAL_ASSEMBLY,
    "union": NumberSystem.UNION,
    "letter": None,
    "party": NumberSystem.PARTY,
    "joint": NumberSystem.STATE,
    "old": NumberSystem.STATE,
}


def without_accents(text: str) -> str:
    plain = text.replace("Đ", "D").replace("đ", "d")
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))


SPELLINGS = {
    "as printed": lambda number: number,
    "eth": lambda number: number.replace("Đ", "Ð"),
    "without accents": without_accents,
    "in small letters": str.lower,
    "in small letters without accents": lambda number: without_accents(number).lower(),
    "with en dashes": lambda number: number.replace("-", "–"),
    "with non-breaking hyphens": lambda number: number.replace("-", "\u2011"),
    "decomposed": lambda number: unicodedata.normalize("NFD", number),
    "with a line end": lambda number: number[::-1].replace("/", "\n/", 1)[::-1],
    "with a space behind a slash": lambda number: number.replace("/", "/ "),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_a_number_is_found_and_read_in_every_spelling_and_context(system, spelling):
    chance = random.Random(f"{system} {spelling}")
    for _ in range(25):
        number = make(chance, system)
        spelled = SPELLINGS[spelling](number)
        before, after = chance.choice(BEFORE).format("quyết định"), chance.choice(AFTER)
        text = f"{before}{spelled}{after}"
        (found,) = find_numbers(text)
        assert found.number.folded == fold_number(number), text
        # The accents of a unit nobody has heard of are lost with them; all else is put right.
        assert found.number.printed == number or ("without" in spelling and found.number.unit == "K2DT"), text
        assert text[found.start : found.end] == spelled
        assert SYSTEMS[system] in {None, found.number.system}


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_printed_number_reads_as_itself(system):
    chance = random.Random(system)
    for _ in range(50):
        number = make(chance, system)
        assert parse(number).printed == number


@pytest.mark.parametrize(
    "text",
    [
        *("ngày 15/12/2025", "15/2025", "24/7", "Điều 12/2", "tỷ số 3-2", "0912/345/678", "0203-3835-118", "1/2 - 3/4"),
        *("phòng A-12/B", "tủ B-05/KH", "biển 14A-123.45", "phiên bản 2.5/CP", "ghế 05/QC", "lô C-33/NƠ1", "TCVN 5687"),
        *(
            "https://a.vn/15/2025/NĐ-CP",
            "van-ban/15-2025-ND-CP.pdf",
            "so-15/2025/NĐ-CP@a.vn",
            "vanban.vn/15/2025/NĐ-CP",
        ),
        *("kế hoạch 5 năm 2021-2025", "năm học 2024-2025", "màn hình 4/HD-LED", "hợp đồng số 12/HĐ-CTY", "12/2025/ABC"),
        *("QCVN 09/2013/BYT", "1563", "", "/", "-", "15/", "15/2025/", "số 15 năm 2025", "quý I/2026", "12,5/CP"),
    ],
)
def test_what_only_looks_like_a_number_is_none(text):
    assert find_numbers(f"Tin: {text} và hết") == []


def test_a_long_text_without_spaces_takes_no_longer_than_it_should():
    # Nothing to time: with a pattern that goes back over and over, these would never end.
    for text in (
        "1" * 200_000,
        "1/" * 100_000,
        "a." * 100_000,
        "Nghị định số " * 20_000,
        "12/NĐ-" * 30_000,
        "@" * 200_000,
    ):
        assert len(find_numbers(text)) < 10
