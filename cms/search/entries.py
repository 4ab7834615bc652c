"""What a page says as an entry of the index: its texts, its words, and by what it can be narrowed."""

import hashlib
import inspect
from datetime import UTC, date, datetime, time
from functools import cache
from typing import NamedTuple

from django.utils import translation
from wagtail.models import Page
from wagtail.search import index

from cms.core.blocks.reading import read_bodies
from cms.core.search_fields import FoldedSearchField
from cms.core.text import folding
from cms.core.text.formats import VIETNAM
from cms.core.text.nfc import clean_text
from cms.core.text.words import plain_text, with_single_spaces
from cms.search import english, matching, words
from cms.search.matching import terms_of
from cms.search.models import NEXT_TEXT, SearchEntry
from cms.search.registry import searched_as, shown_texts
from cms.search.words import keys_of

# What is found of a very long text is its beginning; an entry stays below what a tsvector can hold.
MAX_BODY = 300_000
# What is weighed is much less (see scoring), and every sequence is read to be weighed.
MAX_SEQUENCE = 20_000
MAX_TITLE = 1_000
# A search field that weighs as much as this is as good as a title: a document's number.
BOOST_OF_TITLES = 3
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
WRITTEN = [field.name for field in SearchEntry._meta.concrete_fields if not field.primary_key]
# Of these, what is made of the others.
MADE = ("digest", "sequence", "words")
# What stands between the keys of the title and those of the body.
BODY = "|"


class Wordless(NamedTuple):
    """An entry without its words, which cost as much as the rest of it, and what of its words weighs as a title's."""

    entry: SearchEntry
    heading: str


def entries_of(pages: list[Page]) -> list[Wordless]:
    """Return these pages' entries, not saved, each in its page's own language whoever asks."""
    read_bodies(pages)
    shown, entries = shown_texts(pages), []
    for page in pages:
        language = page.locale.language_code
        with translation.override(language):
            entries.append(_entry_of(page, language, shown[page.pk]))
    return entries


def _entry_of(page: Page, language: str, shown: list[str]) -> Wordless:
    searched = searched_as(type(page))
    fields = own_fields(type(page))
    leading = [text_of(field, page) for field in fields if (field.boost or 1) >= BOOST_OF_TITLES]
    others = [text_of(field, page) for field in fields if (field.boost or 1) < BOOST_OF_TITLES]
    title = clean_text(page.title)
    own = "\n".join(text for text in (*others, searched.more_text(page)) if text)
    body = NEXT_TEXT.join(clean_text(text) for text in (own, *shown) if text)[:MAX_BODY]
    topic = searched.topic_of(page)
    moment = _moment(searched.dated(page))
    entry = SearchEntry(
        type=page._meta.label,
        object_id=page.pk,
        uuid=page.translation_key,
        locale=language,
        title=title,
        body=body,
        date=moment,
        year=moment.astimezone(VIETNAM).year,
        topic=topic.key if topic else "",
        topic_label=topic.label[:255] if topic else "",
        syndication=page.effective_syndication,
    )
    heading = " ".join([*leading, title])[:MAX_TITLE]
    entry.digest = _digest_of(entry, heading)
    return Wordless(entry, heading)


def _digest_of(entry: SearchEntry, heading: str) -> str:
    said = (str(getattr(entry, name)) for name in WRITTEN if name not in MADE)
    return hashlib.sha256("\0".join((_rules(), heading, *said)).encode()).hexdigest()


@cache
def _rules() -> str:
    """Return a digest of how words are taken from a text: when that changes, every entry is another."""
    sources = (inspect.getsource(module) for module in (folding, english, words, matching))
    return hashlib.sha256("\0".join(sources).encode()).hexdigest()


def complete(entry: SearchEntry, heading: str) -> SearchEntry:
    """Give an entry its words; those of `heading` weigh as its title's."""
    head, rest = keys_of(heading, entry.locale), keys_of(entry.body, entry.locale)
    entry.sequence = " ".join([*(word.exact for word in head), BODY, *(word.exact for word in rest[:MAX_SEQUENCE])])
    entry.words = " ".join(sorted(terms_of(head, rest)))
    return entry


def own_fields(model: type[Page]) -> list[index.SearchField]:
    """Return what a page type gives to be searched, as written, without its title."""
    return [
        field
        for field in model.get_search_fields()
        if type(field) is index.SearchField and field.field_name != "title" and not isinstance(field, FoldedSearchField)
    ]


def text_of(field: index.SearchField, page: Page) -> str:
    value = field.get_value(page)
    if isinstance(value, list | tuple):
        # What Wagtail's rich texts and blocks say in words is text already: "lương < 5 triệu" is no tag.
        return "\n".join(with_single_spaces(str(part)) for part in value if part)
    return plain_text(str(value)) if value else ""


def _moment(value: date | datetime | None) -> datetime:
    if value is None:
        return NO_DATE
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time(), VIETNAM)
