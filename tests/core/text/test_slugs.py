import re
import unicodedata

import pytest
from django.urls import get_resolver

from cms.core.text.slugs import FALLBACK_SLUG, RESERVED_ROOT_SLUGS, SLUG_FORMATTERS, slugify_vietnamese
from tests.core.text.letters import LETTERS, spellings, without_accents

TITLES = [
    ("15/2025/NĐ-CP", "15-2025-nd-cp"),
    ("1563/CTr–TLĐ", "1563-ctr-tld"),
    ("Đảng bộ tỉnh", "dang-bo-tinh"),
    ("Liên đoàn Lao động tỉnh Quảng Ninh", "lien-doan-lao-dong-tinh-quang-ninh"),
    ("Nhiệm kỳ 2023 – 2028", "nhiem-ky-2023-2028"),
    ("Kỷ luật – Đồng tâm…", "ky-luat-dong-tam"),
    ("“Cán bộ là gốc của mọi công việc”", "can-bo-la-goc-cua-moi-cong-viec"),
    ("Women's unions: a first look (part 2)", "womens-unions-a-first-look-part-2"),
    ("Đạt 91,6% – 12.675 người", "dat-91-6-12-675-nguoi"),
    ("  TP. Hạ Long, v.v. ", "tp-ha-long-v-v"),
    ("… và những người khác?", "va-nhung-nguoi-khac"),
    ("hỏi/đáp\u200b \\ Q&A", "hoi-dap-q-a"),
    ("Bầu cử: 7:00–19:00", "bau-cu-7-00-19-00"),
    ("Ðoàn viên", "doan-vien"),  # eth
]


def slug_of_browser(title):
    """What Wagtail 8.0's w-slug controller makes of a title: trim, formatters, then its own urlify()."""
    value = title.strip()
    for pattern, replacement in SLUG_FORMATTERS:
        value = re.sub(pattern, replacement, value)
    value = re.sub(r"[^-\w\s]", "", value.lower(), flags=re.ASCII)
    return re.sub(r"-+$", "", re.sub(r"[-\s]+", "-", value)[:255])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("title", "slug"), TITLES)
def test_server_and_browser_make_the_same_slug(title, slug, form):
    title = unicodedata.normalize(form, title)
    assert slugify_vietnamese(title) == slug
    assert slug_of_browser(title) == slug


@pytest.mark.parametrize("letter", LETTERS)
def test_no_vietnamese_letter_is_lost_in_any_spelling(letter):
    for spelling in spellings(letter):
        assert slugify_vietnamese(f"x{spelling}1") == f"x{without_accents(letter)}1"
        assert slug_of_browser(f"x{spelling}1") == f"x{without_accents(letter)}1"


@pytest.mark.parametrize("title", ["", "   ", "…", "“”", "/-–.", "\u200b", "___"])
def test_a_slug_is_never_empty(title):
    assert slugify_vietnamese(title) == FALLBACK_SLUG == "trang"


def test_other_scripts_are_transcribed():
    assert slugify_vietnamese("Łódź & Müller") == "lodz-muller"
    assert re.fullmatch("[a-z0-9-]+", slugify_vietnamese("日本"))


@pytest.mark.parametrize(
    ("max_length", "slug"),
    [
        (100, "cong-doan-quang-ninh"),
        (20, "cong-doan-quang-ninh"),
        (19, "cong-doan-quang"),
        (15, "cong-doan-quang"),
        (3, "con"),
    ],
)
def test_a_long_slug_is_cut_between_words(max_length, slug):
    assert slugify_vietnamese("Công đoàn Quảng Ninh", max_length=max_length) == slug


def test_a_slug_made_of_a_slug_is_the_same():
    for _title, slug in TITLES:
        assert slugify_vietnamese(slug) == slug
        assert slug_of_browser(slug) == slug


def test_every_reserved_slug_is_one_that_a_title_could_get():
    for slug in RESERVED_ROOT_SLUGS:
        assert slugify_vietnamese(slug) == slug


def words_of(patterns, before=""):
    """Give the first word of every address of these patterns, or the word after the language."""
    for pattern in patterns:
        address = f"{before}{pattern.pattern}"
        word = re.match(r"(?:en/)?([a-z-]+)(?=/|$)", address)
        if word:
            yield word[1]
        elif hasattr(pattern, "url_patterns"):
            yield from words_of(pattern.url_patterns, address)


def test_the_addresses_of_the_site_itself_are_reserved():
    words = set(words_of(get_resolver().url_patterns))
    assert {"admin", "api", "tim-kiem", "search", "thong-ke", "ask", "feeds"} <= words
    assert words - RESERVED_ROOT_SLUGS == set()
    assert {"en", "uploads", "static"} <= RESERVED_ROOT_SLUGS


def test_the_widget_takes_the_formatters_without_changing_them():
    coreutils = pytest.importorskip("wagtail.coreutils")
    for pattern, _replacement in SLUG_FORMATTERS:
        assert coreutils.get_js_regex(pattern) == [pattern, "gu"]
