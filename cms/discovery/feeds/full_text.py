"""An item's whole text as clean HTML with absolute addresses, for readers that show nothing else of this site."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from cms.core.text.formats import short_date
from cms.discovery.feeds.blocks import blocks_html, figure, file_link, paragraph
from cms.discovery.item import Item

Parts = Iterable[SafeString]


def full_text(item: Item) -> str:
    """Return HTML; the language of the words between is the active one's."""
    parts = PARTS.get(item.type, _page)
    return "\n".join(part for part in parts(item.document) if part)


def _page(document: dict) -> Parts:
    yield paragraph(document.get("summary"))
    yield blocks_html(document.get("body"))


def _article(document: dict) -> Parts:
    yield format_html("<p><strong>{}</strong></p>", document["lead"])
    yield figure(document["cover"], document["cover_caption"], document["cover_credit"])
    yield blocks_html(document["body"])
    if document["source_name"]:
        source = _link(document["source_url"], document["source_name"])
        yield format_html("<p>{} {}</p>", _("Source:"), source)


def _gallery(document: dict) -> Parts:
    yield paragraph(document["summary"])
    for entry in document["pictures"]:
        yield figure(entry["image"], entry["caption"], entry["credit"])


def _video(document: dict) -> Parts:
    yield figure(document["poster"], "", "")
    yield paragraph(document["summary"])
    where = document["provider"]["watch_url"] if document["provider"] else (document["file"] or {}).get("url", "")
    if where:
        yield format_html('<p><a href="{}">{}</a></p>', where, _("Watch the video"))
    # Clean HTML of our own, see cms.core.text.html.
    yield mark_safe(document["transcript"])


def _law(document: dict) -> Parts:
    yield paragraph(document["abstract"])
    facts = [
        (pgettext("legal document", "Number"), document["number"]),
        (pgettext("legal document", "Type"), document["document_type"]["label"]),
        (_("Issued by"), ", ".join(issuer["name"] for issuer in document["issuers"])),
        (_("Issued"), _day(document["issue_date"])),
        (_("In force from"), _day(document["effective_date"])),
        (pgettext("legal document", "Status"), document["status"]["label"]),
    ]
    rows = format_html_join("", "<li>{}: {}</li>", ((name, value) for name, value in facts if value))
    yield format_html("<ul>{}</ul>", rows)
    yield blocks_html(document["body"])
    yield format_html_join("\n", "<p>{}</p>", ((file_link(file),) for file in document["files"]))


def _question(document: dict) -> Parts:
    yield format_html("<h2>{}</h2>", _("Question"))
    yield mark_safe(document["question"]["html"])
    yield format_html("<h2>{}</h2>", _("Answer"))
    yield blocks_html(document["answer"])
    if document["legal_basis"]:
        yield format_html("<h3>{}</h3>", _("Legal basis"))
        links = ((_link(law["meta"]["html_url"], law["title"]),) for law in document["legal_basis"])
        yield format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", links))


def _day(text: str | None) -> str:
    return short_date(date.fromisoformat(text), get_language()) if text else ""


def _link(url: str, text: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text) if url else format_html("{}", text)


PARTS: dict[str, Callable[[dict], Parts]] = {
    "articles.ArticlePage": _article,
    "media.GalleryPage": _gallery,
    "media.VideoPage": _video,
    "articles.LawDocumentPage": _law,
    "articles.LegalQuestionPage": _question,
}
