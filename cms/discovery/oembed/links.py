"""How a page says that it can be embedded: oEmbed's discovery links (section 4)."""

from urllib.parse import urlencode

from django.urls import reverse

from cms.core.addresses import absolute_url
from cms.discovery.kinds import KINDS
from cms.discovery.shown_page import ShownPage

TYPES = {"json": "application/json+oembed", "xml": "text/xml+oembed"}


def oembed_links(shown: ShownPage) -> list[dict]:
    """Return [{"type", "title", "url"}]; nothing for a page that others may not show."""
    if not shown.is_public or shown.item.type not in KINDS:
        return []
    endpoint = absolute_url(reverse("oembed"))
    return [
        {
            "type": content_type,
            "title": shown.item.title,
            "url": f"{endpoint}?{urlencode({'url': shown.item.url, 'format': name})}",
        }
        for name, content_type in TYPES.items()
    ]
