"""A law document as schema.org's Legislation, which follows the European Legislation Identifier (ELI)."""

from datetime import date, timedelta

from articles.law.numbers.reading import is_without_number
from cms.core.addresses import absolute_url
from cms.discovery.item import Item

# https://schema.org/LegalForceStatus; what is suspended or unknown is neither.
LEGAL_FORCE = {
    "in_force": "https://schema.org/InForce",
    "partly_expired": "https://schema.org/PartiallyInForce",
    "expired": "https://schema.org/NotInForce",
    "not_yet": "https://schema.org/NotInForce",
}
# What a document does to another, in schema.org's words.
WORDS = {
    "replaces": "legislationRepeals",
    "repeals": "legislationRepeals",
    "amends": "legislationAmends",
    "corrects": "legislationCorrects",
    "suspends": "legislationChanges",
    "consolidates": "legislationConsolidates",
    "implements": "legislationEnsuresImplementationOf",
    "legal_basis": "citation",
    "cites": "citation",
}
OFFICIAL, UNOFFICIAL = "https://schema.org/OfficialLegalValue", "https://schema.org/UnofficialLegalValue"


def legislation(item: Item) -> dict:
    """Return what is said of a law document as such; empty values are left out by the graph."""
    document, number = item.document, _number(item.document)
    return {
        "@type": "Legislation",
        "legislationIdentifier": number,
        "alternateName": f"{document['document_type']['label']} {number}" if number else "",
        "legislationType": document["document_type"]["label"],
        "legislationDate": document["issue_date"],
        "legislationDateOfApplicability": document["effective_date"],
        "expires": document["expiry_date"],
        "temporalCoverage": _coverage(document),
        "legislationLegalForce": LEGAL_FORCE.get(document["status"]["code"]),
        "legislationPassedBy": [{"@type": "Organization", "name": issuer["name"]} for issuer in document["issuers"]],
        "legislationJurisdiction": {"@type": "Country", "name": "VN"},
        "abstract": document["abstract"],
        "keywords": item.topics,
        "sameAs": document["source_url"],
        "isAccessibleForFree": True,
        **_relations(document),
        "encoding": [_file(file) for file in document["files"]],
    }


def _number(document: dict) -> str:
    """Return a law's number; that it has none is no identifier, and is said in one language."""
    return "" if is_without_number(document["number"]) else document["number"]


def _coverage(document: dict) -> str:
    """Return the days on which it holds as ISO 8601 has an interval, ".." for an end that is not known."""
    begins, ends = document["effective_date"], document["expiry_date"]
    if not begins:
        return ""
    last = (date.fromisoformat(ends) - timedelta(days=1)).isoformat() if ends else ".."
    return f"{begins}/{last}"


def _relations(document: dict) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for other in document["relations"]:
        if other["direction"] == "outgoing":
            found.setdefault(WORDS[other["type"]], []).append(_legislation_named(other))
    return found


def _legislation_named(other: dict) -> dict:
    return {
        "@type": "Legislation",
        "@id": f"{other['html_url']}#item",
        "url": other["html_url"],
        "name": other["title"],
        "legislationIdentifier": _number(other),
    }


def _file(file: dict) -> dict:
    return {
        "@type": "LegislationObject",
        "name": file["title"],
        "contentUrl": absolute_url(file["url"]),
        "encodingFormat": file["content_type"],
        "contentSize": f"{file['size']} B" if file["size"] else "",
        "sha256": file["sha256"],
        "inLanguage": file["language"],
        "legislationLegalValue": OFFICIAL if file["is_official"] else UNOFFICIAL,
    }
