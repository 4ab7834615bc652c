"""The words of a text or of HTML: their plain text, their number, and the minutes it takes to read them."""

import re
from functools import partial
from html.parser import HTMLParser

from cms.core.once import once

# Vietnamese writes its syllables apart, so a word of two syllables counts twice: hence the higher speed.
WORDS_A_MINUTE = {"en": 220, "vi": 260}

_INLINE_TAGS = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_UNREAD_TAGS = frozenset({"script", "style", "template"})
_SPACES = re.compile(r"[^\S\n]+")
# What stands between white space and has a letter or a digit in it.
_WORDS = re.compile(r"\S*?[^\W_]\S*")
_LINE_ENDS = re.compile(r"\s*\n\s*")


class _TextCollector(HTMLParser):
    """Collects what a reader sees; every tag that is not inline begins a new line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD_TAGS:
            self._unread_depth += 1
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD_TAGS and self._unread_depth:
            self._unread_depth -= 1
        self._separate(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread_depth:
            # A line break in the source of HTML is a space; the ones that count come from tags.
            self.parts.append(data.replace("\n", " "))

    def _separate(self, tag: str) -> None:
        if tag not in _INLINE_TAGS:
            self.parts.append("\n")


def plain_text(html: str) -> str:
    """Return the text of an HTML fragment: no tags, entities resolved, white space collapsed.

    Blocks, cells and `<br>` are separated by one line break, so that no two of their words run together. Scripts,
    styles and comments are left out. The result is text, not HTML: escape it before it goes into a page again.
    """
    # Who reads a page for its law numbers, its words and its reading time asks for the same.
    return once((plain_text, html), partial(_text_in, html))


def _text_in(html: str) -> str:
    collector = _TextCollector()
    collector.feed(html)
    collector.close()
    return with_single_spaces("".join(collector.parts))


def with_single_spaces(text: str) -> str:
    """Return a text with its white space collapsed, line breaks kept as one each."""
    return _LINE_ENDS.sub("\n", _SPACES.sub(" ", text)).strip()


def count_words(text_or_html: str) -> int:
    """Return the number of words (in Vietnamese: syllables) in a text or an HTML fragment.

    A word is what stands between white space and has a letter or a digit in it, so a dash alone does not count.
    """
    is_html = "<" in text_or_html or "&" in text_or_html
    return len(_WORDS.findall(plain_text(text_or_html) if is_html else text_or_html))


def reading_minutes(html: str, language: str) -> int:
    """Return the whole minutes, at least 1, that reading a text or an HTML fragment takes.

    `language` is the language code of the text itself; English is read at 220 words a minute, every other language
    as Vietnamese at 260 syllables.
    """
    speed = WORDS_A_MINUTE.get(language.lower().split("-")[0], WORDS_A_MINUTE["vi"])
    return max(1, (count_words(html) + speed // 2) // speed)
