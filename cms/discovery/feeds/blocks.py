"""The blocks of a body, from their words in the API to plain HTML without classes or scripts."""

from collections.abc import Callable

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from cms.core.addresses import absolute_url
from cms.core.text.formats import file_size

NOTHING = SafeString("")


def blocks_html(blocks: list[dict] | None) -> SafeString:
    """Return the HTML of a document's body; a block of a kind not known here is left out."""
    made = (BLOCKS[block["type"]](block["value"]) for block in blocks or [] if block["type"] in BLOCKS)
    return mark_safe("\n".join(html for html in made if html))


def paragraph(text: str | None) -> SafeString:
    """Return plain text as a paragraph, "" for none."""
    return mark_safe(linebreaks(text, autoescape=True)) if text else NOTHING


def figure(picture: dict | None, caption: str, credit: str) -> SafeString:
    """Return a picture as PictureSerializer describes it; "" while its renditions are not ready."""
    renditions = (picture or {}).get("renditions") or {}
    sizes = [size for shape in ("full", "wide") for size in renditions.get(shape) or [] if size.get("jpeg")][:2]
    if not sizes:
        return NOTHING
    words = " · ".join(part for part in (caption, credit) if part)
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}">{}</figure>',
        sizes[-1]["jpeg"],
        picture["alt"],
        sizes[-1]["width"],
        sizes[-1]["height"],
        format_html("<figcaption>{}</figcaption>", words) if words else "",
    )


def file_link(file: dict) -> SafeString:
    """Return a file as CustomDocument.api_value describes it: its name as a link, and how large it is."""
    size = file_size(file["size"] or 0, get_language())
    return format_html('<a href="{}">{}</a> ({})', absolute_url(file["url"]), file["title"], size)


def _heading(value: dict) -> SafeString:
    level = min(max(int(value["level"]), 2), 4)
    return format_html("<h{}>{}</h{}>", level, value["text"], level)


def _quote(value: dict) -> SafeString:
    by = format_html("<p><cite>{}</cite></p>", value["attribution"]) if value["attribution"] else ""
    return format_html("<blockquote>{}{}</blockquote>", paragraph(value["text"]), by)


def _callout(value: dict) -> SafeString:
    heading = format_html("<p><strong>{}</strong></p>", value["heading"]) if value["heading"] else ""
    return format_html("<blockquote>{}{}</blockquote>", heading, mark_safe(value["html"]))


def _table(value: dict) -> SafeString:
    rows = []
    for number, row in enumerate(value["rows"]):
        cells = [format_html("<{0}>{1}</{0}>", _cell(value, number, column), text) for column, text in enumerate(row)]
        rows.append(format_html("<tr>{}</tr>", mark_safe("".join(cells))))
    caption = format_html("<caption>{}</caption>", value["caption"]) if value["caption"] else ""
    return format_html("<table>{}{}</table>", caption, mark_safe("".join(rows)))


def _cell(value: dict, row: int, column: int) -> str:
    is_header = (row == 0 and value["has_header_row"]) or (column == 0 and value["has_header_column"])
    return "th" if is_header else "td"


def _timeline(value: dict) -> SafeString:
    entries = (
        (entry["date"], entry["title"], format_html(": {}", entry["text"]) if entry["text"] else "")
        for entry in value["entries"]
    )
    items = format_html_join("", "<li><strong>{}</strong> {}{}</li>", entries)
    return format_html("{}<ul>{}</ul>", _small_heading(value["heading"]), items)


def _files(value: dict) -> SafeString:
    items = format_html_join("", "<li>{}</li>", ((file_link(file),) for file in value["files"]))
    return format_html("{}<ul>{}</ul>", _small_heading(value["heading"]), items)


def _reference(value: dict) -> SafeString:
    item = value["item"]
    note = format_html(" ({})", value["note"]) if value.get("note") else ""
    return format_html('<p><a href="{}">{}</a>{}</p>', item["html_url"], item["title"], note)


def _election(value: dict) -> SafeString:
    phase = value["current_phase"]
    links = format_html_join(
        "", '<li><a href="{}">{}</a></li>', ((link["url"], link["title"]) for link in value["links"])
    )
    text = mark_safe(phase["html"]) if phase else ""
    return format_html("<h3>{}</h3>{}{}", value["title"], text, format_html("<ul>{}</ul>", links) if links else "")


def _small_heading(text: str) -> SafeString:
    return format_html("<h3>{}</h3>", text) if text else NOTHING


# What is taken over as it stands was cleaned when the document was made, see cms.core.text.html.
BLOCKS: dict[str, Callable[[dict], SafeString]] = {
    "paragraph": lambda value: mark_safe(value["html"]),
    "heading": _heading,
    "quote": _quote,
    "callout": _callout,
    "table": _table,
    "timeline": _timeline,
    "image": lambda value: figure(value["image"], value["caption"], value["credit"]),
    "gallery": _reference,
    "video": _reference,
    "files": _files,
    "law_citation": _reference,
    "question_reference": _reference,
    "election": _election,
}
