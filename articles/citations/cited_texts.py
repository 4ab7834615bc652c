"""What a page's own rich texts and blocks cite, read from its stored values without a query."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from articles.citations.keys import KEY_LENGTH
from articles.citations.traces import may_cite
from articles.law.numbers.finding import find_numbers
from articles.law.numbers.titles import find_titles
from cms.core.blocks.references import LawCitationBlock
from cms.core.text.words import plain_text

# So many documents are linked on one page; a page that names more is a list, with links of its own.
MOST_CITATIONS = 200
_KEPT_AS = "_cited_in"


@dataclass(frozen=True)
class Mention:
    """A document named in a text: `start` and `end` count its characters."""

    start: int
    end: int
    key: str
    printed: str


def find_mentions(text: str) -> list[Mention]:
    """Return the numbers and the titles with years in a text, in order, none overlapping another."""
    if not may_cite(text):
        return []
    found = [Mention(f.start, f.end, f.number.key[:KEY_LENGTH], f.number.printed) for f in find_numbers(text)]
    for title in find_titles(text):
        if not any(title.start < other.end and other.start < title.end for other in found):
            found.append(Mention(title.start, title.end, title.key[:KEY_LENGTH], title.printed[:KEY_LENGTH]))
    return sorted(found, key=lambda mention: mention.start)


def has_cited_texts(model) -> bool:
    return any(isinstance(field, StreamField | RichTextField) for field in model._meta.concrete_fields)


def cited_in(page) -> tuple[dict[str, str], list[int]]:
    """Return ({key: the number or title as printed}, primary keys of documents chosen in blocks) of a page.

    As it is in memory when it is asked first.
    """
    kept = page.__dict__.get(_KEPT_AS)
    if kept is None:
        kept = page.__dict__[_KEPT_AS] = _look_for(page)
    return kept


def _look_for(page) -> tuple[dict[str, str], list[int]]:
    printed: dict[str, str] = {}
    chosen: list[int] = []
    for field in page._meta.concrete_fields:
        if isinstance(field, RichTextField):
            sources = [getattr(page, field.attname) or ""]
        elif isinstance(field, StreamField):
            stream = getattr(page, field.attname)
            sources = list(_walk(field.stream_block, stream.get_prep_value() if stream else [], chosen))
        else:
            continue
        for source in sources:
            note_mentions(plain_text(source), printed)
    return printed, list(dict.fromkeys(chosen))


def note_mentions(text: str, printed: dict[str, str]) -> None:
    """Add what a text names to {key: the number or title as printed}, up to the most that are linked together."""
    for mention in find_mentions(text):
        if len(printed) < MOST_CITATIONS:
            printed.setdefault(mention.key, mention.printed)


def _walk(block, raw, chosen: list[int]) -> Iterator[str]:
    """Give the rich texts in a block's raw value; collect the documents of its citations in `chosen`."""
    if isinstance(block, blocks.RichTextBlock):
        if isinstance(raw, str):
            yield raw
    elif isinstance(block, LawCitationBlock):
        document = raw.get("document") if isinstance(raw, dict) else None
        if isinstance(document, int):
            chosen.append(document)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items() if isinstance(raw, dict) else ():
            yield from _walk(child, raw.get(name), chosen)
    elif isinstance(block, blocks.ListBlock):
        for item in raw or []:
            yield from _walk(block.child_block, item.get("value") if isinstance(item, dict) else item, chosen)
    elif isinstance(block, blocks.StreamBlock):
        for item in raw or []:
            if item["type"] in block.child_blocks:
                yield from _walk(block.child_blocks[item["type"]], item["value"], chosen)
