"""The table of citations: kept with each publication, and asked who must be written again when a record changes."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from wagtail.models import Page

from articles.citations.citation import Citation
from articles.citations.cited_texts import cited_in, has_cited_texts
from articles.citations.keys import keys_of_record, records_named
from articles.law.law_document_page import LawDocumentPage
from cms.core.fallbacks import is_untranslated
from cms.delivery.spread import Key, Trace, chunks

LAW = LawDocumentPage._meta.label


def remember(instances: Iterable) -> None:
    """Bring the citations of changed pages up to date: those of their live text."""
    pages = [page for page in instances if isinstance(page, Page) and has_cited_texts(type(page))]
    for chunk in chunks(pages):
        before = {(row.page_id, row.key): row for row in Citation.objects.filter(page__in=[page.pk for page in chunk])}
        wanted = {
            (page.pk, key): printed
            for page in chunk
            if page.live and not is_untranslated(page)
            for key, printed in _citations_of(page).items()
        }
        gone = [row.pk for identity, row in before.items() if identity not in wanted]
        if gone:
            Citation.objects.filter(pk__in=gone).delete()
        new = {identity: printed for identity, printed in wanted.items() if identity not in before}
        if new:
            records = _records_of({key for _pk, key in new})
            Citation.objects.bulk_create(
                [
                    Citation(page_id=pk, key=key, printed=printed, record=records.get(key))
                    for (pk, key), printed in new.items()
                ],
                ignore_conflicts=True,
            )


def citing(traces: Mapping[Key, Trace]) -> set[Key]:
    """Return the pages whose documents name a changed law document, or will from now on."""
    changed = {trace.translation_key for (label, _pk), trace in traces.items() if label == LAW}
    keys: set[Key] = set()
    for chunk in chunks(changed):
        keys |= _citing(set(chunk))
    return keys


def _citing(uuids: set[UUID]) -> set[Key]:
    names: dict[str, UUID] = {}
    rows = LawDocumentPage.objects.filter(translation_key__in=uuids).order_by("issue_date")
    for uuid, number, title, issued in rows.values_list("translation_key", "number", "title", "issue_date"):
        names |= dict.fromkeys(keys_of_record(number, title, issued), uuid)
    named = {row.pk: row for row in Citation.objects.filter(record__in=uuids).select_related("page")}
    for chunk in chunks(names):
        named |= {row.pk: row for row in Citation.objects.filter(key__in=chunk).select_related("page")}
    renamed = []
    for row in named.values():
        # A block names its record by itself, whatever its number becomes.
        record = names.get(row.key) if not _is_block(row.key) else row.record
        if record != row.record and (record is not None or row.record in uuids):
            row.record = record
            renamed.append(row)
    Citation.objects.bulk_update(renamed, ["record"], batch_size=400)
    return {(row.page.specific_class._meta.label, row.page_id) for row in named.values() if row.page.specific_class}


def _citations_of(page) -> dict[str, str]:
    printed, chosen = cited_in(page)
    if chosen:
        documents = LawDocumentPage.objects.filter(pk__in=chosen).values_list("translation_key", "number", "title")
        # Not into what is kept of the page.
        printed = printed | {_block_key(uuid): (number or title)[:255] for uuid, number, title in documents}
    return printed


def _block_key(uuid: UUID) -> str:
    return f"#{uuid}"


def _is_block(key: str) -> bool:
    return key.startswith("#")


def _records_of(keys: set[str]) -> dict[str, UUID]:
    """Return the newest record of each key, published or not."""
    found = {key: UUID(key.removeprefix("#")) for key in keys if _is_block(key)}
    asked = records_named(key for key in keys if not _is_block(key))
    if asked:
        rows = LawDocumentPage.objects.filter(asked).order_by("issue_date")
        for uuid, number, title, issued in rows.values_list("translation_key", "number", "title", "issue_date"):
            found |= dict.fromkeys(keys_of_record(number, title, issued) & keys, uuid)
    return found
