"""What an HTML document names: its title, its ids, and every address in it."""

from dataclasses import dataclass
from html.parser import HTMLParser

# Attributes that hold one address; `srcset` ones hold several, each with its width.
ADDRESS_ATTRIBUTES = {"href", "src", "poster", "action", "data-src", "data-full", "data-embed"}
SRCSET_ATTRIBUTES = {"srcset", "imagesrcset"}
ADDRESS_PROPERTIES = {"og:image", "og:url", "og:video", "twitter:image"}


@dataclass(frozen=True)
class Reference:
    """An address as it is written, with the element and attribute that name it."""

    address: str
    place: str


class Document(HTMLParser):
    """Parsed HTML: `title`, `language`, `ids`, `references`, and the ids that stand more than once."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.title = self.language = ""
        self.ids: set[str] = set()
        self.references: set[Reference] = set()
        self._is_in_title = self._has_title = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = attributes.get("lang", "")
        # An SVG picture may have a title, too.
        self._is_in_title = tag == "title" and not self._has_title
        self.ids |= {attributes[name] for name in ("id",) if attributes.get(name)}
        for name, value in attributes.items():
            if name in ADDRESS_ATTRIBUTES:
                self._refer(tag, name, value)
            elif name in SRCSET_ATTRIBUTES:
                for candidate in value.split(","):
                    self._refer(tag, name, candidate.split()[0] if candidate.split() else "")
        if tag == "meta" and attributes.get("property", attributes.get("name")) in ADDRESS_PROPERTIES:
            self._refer(tag, "content", attributes.get("content", ""))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == "title":
            self._has_title, self._is_in_title = True, False

    def handle_data(self, data):
        if self._is_in_title:
            self.title += data

    def _refer(self, tag: str, attribute: str, address: str) -> None:
        self.references.add(Reference(address.strip(), f"{tag} {attribute}"))
