"""Writing the index: what a page says, as an entry; brought up to date with the delivery store, in its transaction."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from django.utils import translation
from wagtail.models import Page
from wagtail.search import index

from cms.core.blocks.reading import read_bodies
from cms.core.models.rights import Syndication
from cms.core.search_fields import FoldedSearchField
from cms.core.text.formats import VIETNAM
from cms.core.text.nfc import clean_text
from cms.core.text.words import plain_text, with_single_spaces
from cms.delivery.registry import Look
from cms.delivery.visibility import is_on_website
from cms.search.matching import terms_of
from cms.search.models import SearchEntry
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
# What stands between the keys of the title and those of the body.
BODY = "|"


def follow(looks: Iterable[Look]) -> None:
    """Bring the entries of pages up to date: what readers of the website may not see goes at once."""
    gone: dict[str, list[int]] = {}
    only_here: dict[str, list[int]] = {}
    found = []
    for look in looks:
        if not issubclass(look.model, Page):
            continue
        label = look.model._meta.label
        if look.instance is None or not is_on_website(look.instance, look.reason):
            gone.setdefault(label, []).append(look.pk)
        elif look.is_whole:
            found.append(look.instance)
        elif look.reason is not None:
            only_here.setdefault(label, []).append(look.pk)
    for label, pks in gone.items():
        SearchEntry.objects.filter(type=label, object_id__in=pks).delete()
    for label, pks in only_here.items():
        # Nobody else gets it from now on; the rest of its entry is as true as it was.
        SearchEntry.objects.filter(type=label, object_id__in=pks).update(syndication=Syndication.NONE, digest="")
    save(entries_of(found))


def save(entries: list[SearchEntry]) -> int:
    """Write what differs from the index; return how many did."""
    by_label: dict[str, list[int]] = {}
    for entry in entries:
        by_label.setdefault(entry.type, []).append(entry.object_id)
    known = {
        (label, pk): digest
        for label, pks in by_label.items()
        for pk, digest in SearchEntry.objects.filter(type=label, object_id__in=pks).values_list("object_id", "digest")
    }
    differing = [entry for entry in entries if known.get((entry.type, entry.object_id)) != entry.digest]
    SearchEntry.objects.bulk_create(
        differing, update_conflicts=True, unique_fields=["type", "object_id"], update_fields=WRITTEN
    )
    return len(differing)


def entries_of(pages: list[Page]) -> list[SearchEntry]:
    """Return these pages' entries, not saved, each in its page's own language whoever asks."""
    read_bodies(pages)
    shown, entries = shown_texts(pages), []
    for page in pages:
        language = page.locale.language_code
        with translation.override(language):
            entries.append(_entry_of(page, language, shown[page.pk]))
    return entries


def _entry_of(page: Page, language: str, shown: list[str]) -> SearchEntry:
    searched = searched_as(type(page))
    fields = own_fields(type(page))
    leading = [text_of(field, page) for field in fields if (field.boost or 1) >= BOOST_OF_TITLES]
    others = [text_of(field, page) for field in fields if (field.boost or 1) < BOOST_OF_TITLES]
    title = clean_text(page.title)
    texts = (*others, searched.more_text(page), *shown)
    body = clean_text("\n".join(text for text in texts if text))[:MAX_BODY]
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
    return complete(entry, " ".join([*leading, title])[:MAX_TITLE])


def complete(entry: SearchEntry, heading: str) -> SearchEntry:
    """Give an entry its words (those of `heading` weigh as its title's) and its digest."""
    head, rest = keys_of(heading, entry.locale), keys_of(entry.body, entry.locale)
    entry.sequence = " ".join([*(word.exact for word in head), BODY, *(word.exact for word in rest[:MAX_SEQUENCE])])
    entry.words = " ".join(sorted(terms_of(head, rest)))
    said = (str(getattr(entry, name)) for name in WRITTEN if name not in ("digest", "words"))
    entry.digest = hashlib.sha256("\0".join(said).encode()).hexdigest()
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
