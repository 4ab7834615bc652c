"""The law library: fields, issuers, documents with their demonstration PDFs."""

from articles.models import (
    Issuer,
    LawDocumentField,
    LawDocumentFile,
    LawDocumentIssuer,
    LawDocumentPage,
    LawEvent,
    LawLibraryPage,
    LawRelation,
    LegalField,
)
from cms.core.text.formats import short_date
from cms.core.text.slugs import slugify_vietnamese
from cms.operations.demo.content import identity, is_translated, read, text
from cms.operations.demo.loading.dates import day
from cms.operations.demo.loading.library import Library
from cms.operations.demo.statute_pdf import demonstration_pdf
from cms.operations.demo.storing import store_document

WITHOUT_NUMBER = "Không số"


def load_law(library: Library, home) -> None:
    content = read("law")
    for model, kind in ((LegalField, "field"), (Issuer, "issuer")):
        for item in content[f"{kind}s"]:
            library.snippet(
                model,
                kind,
                item["key"],
                lambda language, model=model, item=item: model(name=text(item["name"], language)),
            )
    index = library.page(
        home,
        "index",
        "law",
        lambda language: LawLibraryPage(
            title=text(content["index"]["title"], language),
            introduction=text(content["index"]["introduction"], language),
        ),
    )
    # What names others comes after them.
    for item in sorted(content["documents"], key=lambda item: (_names_others(item), item["issue_date"] or "")):
        library.page(
            index,
            "law_document",
            item["key"],
            lambda language, item=item: _document(library, item, language),
            translated=is_translated(item),
        )


def _document(library: Library, item: dict, language: str) -> LawDocumentPage:
    number = item["number"]
    page = LawDocumentPage(
        title=text(item["title"], language),
        # In every language the number makes the address, where there is one.
        slug="" if number == WITHOUT_NUMBER else slugify_vietnamese(number),
        number=item["number"],
        document_type=item["document_type"],
        abstract=text(item["abstract"], language),
        issue_date=day(item.get("issue_date")),
        effective_date=day(item.get("effective_date")),
        expiry_date=day(item.get("expiry_date")),
        signatory_title=text(item.get("signatory_title"), language),
        source_url=item.get("source_url") or "",
        status=item.get("status", ""),
        status_note=text(item.get("status_note"), language),
    )
    page.events = [_event(library, item, order, language) for order in range(len(item.get("events", ())))]
    page.relations = [
        LawRelation(
            relation=entry["relation"],
            target_id=library.find("law_document", entry["target"]),
            sort_order=order,
        )
        for order, entry in enumerate(item.get("relations", ()))
    ]
    page.issuers = [
        LawDocumentIssuer(issuer_id=library.find("issuer", key), sort_order=order)
        for order, key in enumerate(item["issuers"])
    ]
    page.fields = [
        LawDocumentField(field_id=library.find("field", key), sort_order=order)
        for order, key in enumerate(item["fields"])
    ]
    if item.get("file"):
        page.files = [_file(library, item, language)]
    return page


def _names_others(item: dict) -> bool:
    return "relations" in item or any("source" in event for event in item.get("events", ()))


def _event(library: Library, item: dict, order: int, language: str) -> LawEvent:
    event = item["events"][order]
    return LawEvent(
        translation_key=identity("law_event", f"{item['key']}-{order}"),
        locale=library.vietnamese if language == "vi" else library.english,
        date=day(event["day"]),
        event=event["event"],
        source_document_id=library.find("law_document", event.get("source", "")),
        affected_part=text(event.get("affected_part"), language),
        note=text(event.get("note"), language),
        sort_order=order,
    )


def _file(library: Library, item: dict, language: str) -> LawDocumentFile:
    title = {"vi": "Bản minh họa", "en": "Demonstration copy"}
    facts = []
    if item.get("issue_date"):
        facts.append(f"Ngày ban hành: {short_date(day(item['issue_date']), 'vi')}")
    if item.get("effective_date"):
        facts.append(f"Ngày có hiệu lực: {short_date(day(item['effective_date']), 'vi')}")
    issuers = {issuer["key"]: issuer["name"]["vi"] for issuer in read("law")["issuers"]}
    document = store_document(
        item["key"],
        f"{item['number']} – {text(item['title'], 'vi')} (bản minh họa)",
        f"{item['key']}-ban-minh-hoa.pdf",
        lambda: demonstration_pdf(
            language="vi",
            above=", ".join(issuers[key] for key in item["issuers"]),
            number=item["number"],
            title=text(item["title"], "vi"),
            facts=facts,
            paragraphs=[text(item["abstract"], "vi"), text(item["content"], "vi")],
        ),
    )
    return LawDocumentFile(
        translation_key=identity("law_file", item["key"]),
        locale=library.vietnamese if language == "vi" else library.english,
        document=document,
        title=title[language],
        kind=LawDocumentFile.Kind.OTHER,
        language=LawDocumentFile.Language.VIETNAMESE,
        is_official=False,
        sort_order=0,
    )
