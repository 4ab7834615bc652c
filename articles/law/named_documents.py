"""The law documents that a search of the whole website names by their number: they stand above all else."""

from articles.law.law_document_page import LawDocumentPage
from articles.law.law_lookup import read_lookup

# "Nghị định 145" may be several of several years; more than these are not named any more.
MAX_NAMED = 5


def find_named(query: str, language: str) -> list[tuple[str, int]]:
    """Return (label, primary key) of the live documents whose number `query` is, or contains for sure; nearest first.

    No query to the database for what holds no number.
    """
    lookup = read_lookup(query)
    if lookup.number is None and not (lookup.serial and lookup.is_certain):
        return []
    documents = LawDocumentPage.objects.live().filter(locale__language_code=language).matching(query)
    pks = documents.newest_first().values_list("pk", flat=True)[: MAX_NAMED + 1]
    return [(LawDocumentPage._meta.label, pk) for pk in pks] if len(pks) <= MAX_NAMED else []
