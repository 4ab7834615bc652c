"""Writing XML: elements in order, everything escaped, nothing in it that XML 1.0 does not allow."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from xml.sax.saxutils import XMLGenerator

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlDocument:
    """`with document.element("a", {…}): document.leaf("b", "text")`; `bytes(document)` at the end."""

    def __init__(self):
        self._text = StringIO()
        self._generator = XMLGenerator(self._text, "utf-8", short_empty_elements=True)
        self._generator.startDocument()

    def __bytes__(self) -> bytes:
        return self._text.getvalue().encode()

    @contextmanager
    def element(self, name: str, attributes: dict[str, str] | None = None) -> Iterator[None]:
        self._generator.startElement(name, {key: allowed(value) for key, value in (attributes or {}).items()})
        yield
        self._generator.endElement(name)
        self._generator.ignorableWhitespace("\n")

    def leaf(self, name: str, text: str = "", attributes: dict[str, str] | None = None) -> None:
        with self.element(name, attributes):
            self._generator.characters(allowed(text))

    def leaf_if(self, name: str, text: str | None, attributes: dict[str, str] | None = None) -> None:
        """Write the element unless there is no text for it."""
        if text:
            self.leaf(name, text, attributes)


def allowed(text: object) -> str:
    """Return text without what XML 1.0 (section 2.2) has no place for."""
    return _FORBIDDEN.sub("", str(text))
