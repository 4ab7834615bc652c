"""Rich text as clean HTML: real addresses, a short list of elements, nothing internal."""

import nh3
from wagtail.rich_text import expand_db_html

from cms.core.addresses import absolute_url
from cms.core.mentions import link_mentions

ALLOWED_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "sup", "sub"}
ALLOWED_ATTRIBUTES = {"a": {"href", "hreflang", "lang"}}


def clean_html(source: str) -> str:
    """Return Wagtail's stored rich text as HTML anyone can show.

    Links to pages and documents become addresses; a link whose target is gone becomes its text; `data-*`, styles and
    Wagtail's `linktype` never leave. What the page being written names becomes links too, see cms.core.mentions.
    """
    if not source:
        return ""
    return nh3.clean(
        link_mentions(expand_db_html(source)),
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        attribute_filter=lambda _tag, name, value: absolute_url(value) if name == "href" else value,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
