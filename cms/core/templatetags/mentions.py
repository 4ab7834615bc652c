"""Rich text in templates, with links to what it names."""

from django import template
from django.utils.safestring import mark_safe

from cms.core.mentions import link_mentions_of

register = template.Library()


@register.simple_tag(takes_context=True)
def linked(context, rich_text) -> str:
    """Write a rich text value; what it names becomes links on the page of the context."""
    html = rich_text.__html__() if hasattr(rich_text, "__html__") else ""
    page = context.get("page")
    return mark_safe(link_mentions_of(page, html) if page is not None else html)  # as Wagtail writes rich text
