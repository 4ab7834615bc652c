"""Title, lead, summary and body: what the API's document says stands on the website's page."""

from collections.abc import Iterator

from wagtail.models import Page

from cms.core.models.base_page import HOME_DEPTH
from cms.operations.parity.difference import Difference
from cms.operations.parity.html_page import plain, text_of_html
from cms.operations.parity.reading import Reading

# What of a document its own page shows; the parts below are walked.
SHOWN = ("lead", "introduction", "number", "abstract", "place", "author", "answered_by", "cover_caption")
PARTS = ("body", "answer", "pictures", "question", "transcript")
# What is only told to programs, or is another item's own.
NOT_SHOWN = {"item", "image", "meta", "files", "anchor", "kind", "election", "id", "type", "credit", "licence"}
HTML = {"html", "transcript"}
ELECTION = "election"


def compare_texts(reading: Reading) -> Iterator[Difference]:
    document, page = reading.document, reading.page
    if document is None:
        return
    title = document.get("title", document.get("name"))
    ours = getattr(reading.item, "title", None) or str(reading.item)
    if title is not None and title != ours:
        yield reading.differs("title", ("database", ours), ("API", title))
    if page is None:
        return
    # The home page's heading is the organisation's name.
    if reading.item.depth > 2 and plain(title) != page.heading:
        yield reading.differs("title", ("HTML", page.heading), ("API", title))
    for name, text in texts_of(document):
        if text and text not in page.text:
            yield reading.differs(f"text of {name}", ("HTML", nearest(text, page.text)), ("API", text))


def compare_summary(reading: Reading) -> Iterator[Difference]:
    """The description in the page's head is the one search engines were given, else the summary.

    A home page that has neither describes the organisation there.
    """
    document, page = reading.document, reading.page
    if document is None or page is None or not isinstance(reading.item, Page):
        return
    said = plain(document["meta"]["search_description"] or document["summary"])
    describes_organisation = not said and reading.item.depth == HOME_DEPTH
    if said != page.description and not describes_organisation:
        yield reading.differs("summary", ("HTML", page.description), ("API", said))


def texts_of(document: dict) -> Iterator[tuple[str, str]]:
    """Give (name, text) of every text of a document that its page shows."""
    for name in SHOWN:
        # A document without a number says so in the reader's language.
        if isinstance(document.get(name), str) and document[name] != "Không số":
            yield name, plain(document[name])
    for name in PARTS:
        yield from _leaves(name, name, document.get(name))


def _leaves(part: str, name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield part, text_of_html(value) if name in HTML else plain(value)
    elif isinstance(value, list):
        for item in value:
            if not (isinstance(item, dict) and item.get("type") == ELECTION):
                yield from _leaves(part, name, item)
    elif isinstance(value, dict):
        # Html and its plain text say the same.
        names = value.keys() - NOT_SHOWN - ({"text"} if "html" in value else set())
        for inner in sorted(names):
            yield from _leaves(part, inner, value[inner])


def nearest(text: str, page_text: str) -> str:
    """Return the piece of a page that begins as `text` does, as far as they agree and a little on; "" if none does."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in page_text else (low, middle - 1)
    start = page_text.find(text[:low]) if low else -1
    return page_text[start : start + len(text)] if start >= 0 else ""
