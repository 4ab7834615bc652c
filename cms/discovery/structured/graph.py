"""A page's graph: what it shows, where it stands, whose it is (JSON-LD 1.1, https://schema.org)."""

import json
from collections.abc import Hashable

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from cms.core.addresses import absolute_url, site_root_url
from cms.core.by_number import keep
from cms.discovery.item import Item
from cms.discovery.structured.things import organisation_id, thing_id, thing_of, translations_of
from home.organisation.organisation_texts import OrganisationTexts

# As Django's json_script does: within a script element nothing else can end it or begin a comment.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def graph_of(
    item: Item | None,
    organisation: OrganisationTexts,
    breadcrumbs: list[dict],
    home_url: str,
    search_url: str,
    number: Hashable | None = None,
) -> list[dict]:
    """Return the nodes of a page's graph; empty values are left out. Whose site it is, is made once a `number`."""
    key = ("organisation", get_language(), organisation.name)
    nodes = [keep(number, key, lambda: _organisation(organisation))]
    if item is not None and item.type == "home.HomePage":
        nodes.append(_website(item, organisation, home_url, search_url))
    elif item is not None:
        nodes.append(thing_of(item))
    if breadcrumbs:
        nodes.append(_breadcrumbs(breadcrumbs))
    return [without_empty(node) for node in nodes if node.get("name") or node["@type"] != "Organization"]


def script_of(nodes: list[dict]) -> SafeString:
    """Return the script element; it is data, which a Content-Security-Policy lets stand (it is never run)."""
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>')


def without_empty(value):
    """Return a value without the keys that say nothing, at every depth."""
    if isinstance(value, dict):
        kept = {name: without_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in (None, "", [], {})}
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value


def _organisation(texts: OrganisationTexts) -> dict:
    return {
        "@type": "Organization",
        "@id": organisation_id(),
        "name": texts.name,
        "alternateName": texts.other_name,
        "slogan": texts.slogan,
        "url": f"{site_root_url()}/",
        "logo": absolute_url(static("img/emblem.svg")),
        "email": texts.email,
        "telephone": texts.telephone,
        "address": texts.address,
    }


def _website(item: Item, texts: OrganisationTexts, home_url: str, search_url: str) -> dict:
    return {
        "@type": "WebSite",
        "@id": thing_id(item.url, "website"),
        "name": texts.name or item.title,
        "url": absolute_url(home_url),
        "inLanguage": item.language,
        "publisher": {"@id": organisation_id()},
        **translations_of(item, "WebSite", "website"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{absolute_url(search_url)}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def _breadcrumbs(breadcrumbs: list[dict]) -> dict:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": crumb["title"], "item": absolute_url(crumb["url"])}
            for number, crumb in enumerate(breadcrumbs, start=1)
        ],
    }
