"""`{% load discovery %}`: what the head of a page tells machines, and the links by which people pass it on."""

from django import template
from django.utils.html import format_html_join

from cms.core.by_number import number_of
from cms.discovery.feeds.links import feed_links
from cms.discovery.oembed.links import oembed_links
from cms.discovery.sharing import links
from cms.discovery.sharing.open_graph import has_picture, open_graph
from cms.discovery.shown_page import ShownPage
from cms.discovery.structured.graph import graph_of, script_of
from home.organisation.organisation_texts import OrganisationTexts

register = template.Library()


@register.inclusion_tag("components/discovery_head.html", takes_context=True)
def discovery_head(context) -> dict:
    """Say nothing of a preview: it is of a draft.

    Context: page (where the address is a page's), organisation, breadcrumbs, canonical_url, description, alternates.
    """
    request, page = context.get("request"), context.get("page")
    if request is None or getattr(request, "is_preview", False):
        return {}
    shown = ShownPage(page) if getattr(page, "pk", None) else None
    if shown is not None and shown.item is None:
        return {}
    organisation = context.get("organisation") or OrganisationTexts()
    item = shown.item if shown is not None else None
    number = number_of(request)
    breadcrumbs = list(context.get("breadcrumbs") or [])
    nodes = graph_of(item, organisation, breadcrumbs, context["home_url"], context["search_url"], number)
    tags = []
    if item is not None:
        description = context.get("description")
        if item.type == "home.HomePage":
            description = description or organisation.slogan or organisation.name
        tags = open_graph(shown, organisation.name, description, str(context.get("canonical_url") or ""))
    alternates = feed_links(shown, request.GET, organisation.name, number)
    alternates = [*alternates, *(oembed_links(shown) if shown is not None else [])]
    return {
        # Every page has dozens of these: a loop of the template's would cost a hundred steps.
        "alternates": format_html_join(
            "\n",
            '<link rel="alternate" type="{}" title="{}" href="{}">',
            ((link["type"], link["title"], link["url"]) for link in alternates),
        ),
        "open_graph": format_html_join("\n", '<meta property="{}" content="{}">', tags),
        "has_picture": has_picture(tags),
        "structured_data": script_of(nodes),
    }


@register.simple_tag
def share_links(url, title) -> list[links.ShareLink]:
    """Return where the page with this absolute address can be shared."""
    return links.share_links(str(url), title)
