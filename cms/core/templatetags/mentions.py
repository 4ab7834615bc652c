"""Rich text in templates, with links to what it names."""

from django import template
from django.conf import settings
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from cms.core.mentions import LooseText, link_mentions_of
from cms.core.text.words import plain_text

register = template.Library()


@register.simple_tag(takes_context=True)
def linked(context, rich_text) -> str:
    """Write a rich text value; what it names becomes links on the page of the context."""
    html = rich_text.__html__() if hasattr(rich_text, "__html__") else ""
    page = context.get("page")
    return mark_safe(link_mentions_of(page, html) if page is not None else html)  # as Wagtail writes rich text


@register.filter
def with_links(text) -> str:
    """Write a text that is on no page, escaped unless it is HTML already; what it names becomes links."""
    html = conditional_escape(text)
    loose = LooseText(plain_text(html), get_language() or settings.LANGUAGE_CODE)
    return mark_safe(link_mentions_of(loose, html))  # escaped above
