"""One law document of the volume content, from its number."""

from datetime import date, timedelta

from articles.law.law_status_period import LawStatusPeriod
from articles.law.numbers.reading import system_of
from articles.lookup_text import folded_words
from articles.models import LawDocumentField, LawDocumentIssuer, LawDocumentPage
from cms.core.text.folding import fold_number
from cms.operations.fill.articles import uuid_of
from cms.operations.fill.ground import LawGround
from cms.operations.fill.prose import Prose

# The type, how a number of it is written, and of which language's terms its title is made.
KINDS = (
    ("nghi_dinh", "{serial}/{year}/NĐ-CP"),
    ("thong_tu", "{serial}/{year}/TT-BNV"),
    ("quyet_dinh", "{serial}/QĐ-TLĐ"),
    ("luat", "{serial}/{year}/QH15"),
    ("nghi_quyet", "{serial}-NQ/TW"),
    ("huong_dan", "{serial}/HD-LĐLĐ"),
)
YEARS = 30
LATEST = date(2026, 6, 26)


def make_law_document(ground: LawGround, seed: int, number: int, language: str) -> LawDocumentPage:
    """Return it unsaved, with issuer and field, complete but for its place in the tree."""
    prose = Prose(language, f"{seed}/law/{number}")
    document_type, spelling = KINDS[number % len(KINDS)]
    issued = LATEST - timedelta(days=number * 13 % (YEARS * 365))
    printed = spelling.format(serial=number + 1, year=issued.year)
    page = LawDocumentPage(
        title=f"{prose.statement()} ({number})",
        slug=f"{'van-ban' if language == 'vi' else 'document'}-{number}",
        number=printed,
        number_folded=fold_number(printed),
        number_system=system_of(printed),
        document_type=document_type,
        abstract=prose.paragraph(2),
        issue_date=issued,
        effective_date=issued + timedelta(days=45),
        expiry_date=issued + timedelta(days=3650) if number % 4 == 0 else None,
        translation_key=uuid_of(seed, "law", number),
        locale=ground.locales[language],
    )
    page.lookup_text = folded_words(" ".join(page.lookup_parts()))
    page.issuers = [LawDocumentIssuer(issuer=ground.issuers[number % len(ground.issuers)])]
    page.fields = [LawDocumentField(field=ground.fields[number % len(ground.fields)])]
    return page


def add_children(pages: list[LawDocumentPage]) -> None:
    """Write what saving a page would write beside it: its children, and the periods of its status."""
    issuers = [row for page in pages for row in page.issuers.all()]
    fields = [row for page in pages for row in page.fields.all()]
    LawDocumentIssuer.objects.bulk_create(_below(issuers, pages))
    LawDocumentField.objects.bulk_create(_below(fields, pages))
    LawStatusPeriod.objects.bulk_create(
        LawStatusPeriod(document_id=page.pk, start=period.start, until=period.until, status=period.status)
        for page in pages
        for period in page.reckon_periods()
    )


def _below(rows: list, pages: list[LawDocumentPage]) -> list:
    """Return rows that know their page's key: one a page, in their order."""
    for row, page in zip(rows, pages, strict=True):
        row.law_document_id = page.pk
    return rows
