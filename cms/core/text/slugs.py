"""Slugs of Vietnamese titles, the same from the server and from the admin's browser."""

import re

from anyascii import anyascii

from cms.core.text.nfc import clean_text

FALLBACK_SLUG = "trang"
# Wagtail's slug field holds 255 characters; the rest is for the "-2" that it appends among siblings.
LONGEST_SLUG = 240

# What disappears without a trace, because it belongs to the word it stands in: "women's" is "womens".
_QUOTES = "\"'`‘’‚‛“”„‟′″‹›«»"
# What separates words even without a space beside it: "15/2025", "91,6%", "2023–2028", "A&B".
_SEPARATORS = r"!#-&(-,./:-@\[-^{-~\u00B7\u2010-\u2015\u2022\u2026\u2044\u2212\u2215\uFF0F"

_QUOTE = re.compile(f"[{_QUOTES}]")
_NOT_IN_SLUG = re.compile("[^a-z0-9_]+")

_VIETNAMESE_LETTERS = {
    "a": "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ",
    "d": "đðɖĐÐƉ",
    "e": "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ",
    "i": "ìíỉĩịÌÍỈĨỊ",
    "o": "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ",
    "u": "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ",
    "y": "ỳýỷỹỵỲÝỶỸỴ",
}

# For Wagtail's `SlugInput(formatters=SLUG_FORMATTERS)`: without them the admin's script loses most Vietnamese letters.
# Its w-slug controller turns every pair into `new RegExp(pattern, "gu")` and applies them in this order with
# `replaceAll`, before it lower-cases the value and removes what is left over (wagtail/admin/widgets/slug.py and
# client/src/controllers/CleanController.ts, Wagtail 8.0). So the patterns are written in what Python and JavaScript
# read alike: no \w (ASCII only in JavaScript), no inline flags, no escapes that the "u" flag forbids.
SLUG_FORMATTERS: list[tuple[str, str]] = [
    *((f"[{letters}]", letter) for letter, letters in _VIETNAMESE_LETTERS.items()),
    # NFD, and NFC with a mark of its own ("ê" and U+0301): whatever base letter is left keeps its place.
    (r"[\u0300-\u036F]+", ""),
    (rf"[\u00AD\u200B-\u200F\u2060\uFEFF{_QUOTES}]+", ""),
    (rf"[\s{_SEPARATORS}-]+", "-"),
    ("^[-_]+|[-_]+$", ""),
]

# First path segments that the site itself answers (or will): a page below the home page with such a slug could never
# be reached, in either language.
RESERVED_ROOT_SLUGS = frozenset(
    {
        *("vi", "en"),
        *("admin", "django-admin", "accounts", "login", "logout"),
        *(
            "api",
            "oembed",
            "embed",
            "feed",
            "feeds",
            "rss",
            "atom",
            "sitemap",
            "sitemaps",
            "robots",
            "humans",
            "well-known",
        ),
        *("search", "tim-kiem", "share", "chia-se", "preview"),
        *("gui-cau-hoi", "ask", "gui-yeu-cau", "request", "theo-doi", "track", "thong-ke", "statistics"),
        *("documents", "tai-lieu", "uploads", "media", "static", "assets", "favicon"),
        *("healthz", "readyz", "metrics"),
    }
)


def slugify_vietnamese(text: str, max_length: int = LONGEST_SLUG) -> str:
    """Return the slug of a title: a–z, 0–9, "_" and single hyphens, 1 to `max_length` characters, never empty.

    "15/2025/NĐ-CP" gives "15-2025-nd-cp"; NFC and NFD give the same. A long slug is cut between two words where that
    is possible. A title without a single letter or digit gives "trang". That no sibling has the same slug is left to
    Wagtail.
    """
    # anyascii and not Django's slugify: that one drops đ, Đ and every slash ("Đảng bộ" became "ang-bo").
    ascii_text = anyascii(_QUOTE.sub("", clean_text(text)))
    slug = _NOT_IN_SLUG.sub("-", _QUOTE.sub("", ascii_text).lower()).strip("-_")
    if len(slug) > max_length:
        # The character behind the limit tells whether the last word is whole.
        whole_words, _, _ = slug[: max_length + 1].rpartition("-")
        slug = (whole_words or slug[:max_length]).rstrip("-_")
    return slug or FALLBACK_SLUG[:max_length]
