"""What a page of the website says, read from its HTML: texts, pictures, links, moments, languages."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

# Between their texts a reader sees a gap; inline elements stand within a word.
INLINE = {"a", "abbr", "b", "cite", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr"}
UNSEEN = {"script", "style", "template", "svg"}
FILE_ATTRIBUTES = ("src", "poster", "data-src", "data-full")


@dataclass
class Picture:
    """A picture as it is used: its alternative text, and every address a browser may choose from."""

    alt: str = ""
    addresses: set[str] = field(default_factory=set)


class HtmlPage(HTMLParser):
    """`alternates` is {hreflang: address}, `feeds` [(type, address)]; text, links, times and pictures are of <main>."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.language = self.canonical = self.description = ""
        self.alternates: dict[str, str] = {}
        self.links: set[str] = set()
        self.files: set[str] = set()
        self.times: set[str] = set()
        self.pictures: list[Picture] = []
        self.status = self.structured_data = ""
        self.feeds: list[tuple[str, str]] = []
        self._is_in_data = False
        self._parts: list[str] = []
        self._heading: list[str] = []
        self._sources: set[str] = set()
        self._is_in_main = self._is_in_heading = self._has_heading = False
        self._unseen = 0
        self.feed(html)
        self.close()
        self.text, self.heading = plain("".join(self._parts)), plain("".join(self._heading))

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "link":
            self._read_link(values)
        elif tag == "meta" and values.get("name") == "description":
            self.description = plain(values.get("content", ""))
        elif tag == "main":
            self._is_in_main = True
        elif tag in UNSEEN:
            self._unseen += 1
            self._is_in_data = values.get("type") == "application/ld+json"
        if self._is_in_main:
            self._read_content(tag, values)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag == "main":
            self._is_in_main = False
        elif tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
            self._is_in_data = False
        elif tag == "picture":
            self._sources = set()
        elif tag == "h1":
            self._is_in_heading = False
        if tag not in INLINE:
            self._parts.append(" ")

    def handle_data(self, data):
        if self._is_in_data:
            self.structured_data += data
        if self._is_in_main and not self._unseen:
            self._parts.append(data)
            if self._is_in_heading:
                self._heading.append(data)

    def _read_link(self, values: dict[str, str]) -> None:
        if values.get("rel") == "canonical":
            self.canonical = values.get("href", "")
        elif values.get("rel") == "alternate" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values.get("href", "")
        elif values.get("rel") == "alternate":
            self.feeds.append((values.get("type", ""), values.get("href", "")))

    def _read_content(self, tag: str, values: dict[str, str]) -> None:
        if tag not in INLINE:
            self._parts.append(" ")
        if tag == "h1" and not self._has_heading:
            self._is_in_heading = self._has_heading = True
        elif tag == "time":
            self.times.add(values.get("datetime", ""))
        elif tag == "a":
            self.links.add(values.get("href", ""))
        elif tag == "source":
            self._sources |= _candidates(values)
        elif tag == "img":
            self.pictures.append(Picture(values.get("alt", ""), _candidates(values) | self._sources))
        for name in values.get("class", "").split():
            if name.startswith("status--") and not self.status:
                self.status = name.removeprefix("status--")
        self.files |= _candidates(values) | {values[name] for name in FILE_ATTRIBUTES if values.get(name)}


def _candidates(values: dict[str, str]) -> set[str]:
    """Return the addresses of a `srcset` and of `src`."""
    named = {part.split()[0] for part in values.get("srcset", "").split(",") if part.split()}
    return named | ({values["src"]} if values.get("src") else set())


def plain(text: str) -> str:
    """Return a text with one space for each gap."""
    return " ".join(text.split())


def text_of_html(html: str) -> str:
    """Return what a reader sees of a piece of HTML."""
    return HtmlPage(f"<main>{html}</main>").text
