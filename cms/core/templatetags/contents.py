"""The headings of a body as a table of contents: `{% contents page.body as entries %}`."""

from django import template

from cms.core.text.slugs import slugify_vietnamese

register = template.Library()

# With fewer one sees at a glance what there is.
LEAST = 3


@register.simple_tag
def contents(body) -> list[dict]:
    """Return [{text, anchor}] of the sections of a StreamField's value, [] where there are few; no query."""
    sections = [
        block["value"]
        for block in getattr(body, "raw_data", ())
        if block["type"] == "heading" and block["value"].get("level") == "h2"
    ]
    entries = {slugify_vietnamese(value.get("text") or ""): value.get("text") for value in sections}
    entries.pop("", None)
    return [{"text": text, "anchor": anchor} for anchor, text in entries.items()] if len(entries) >= LEAST else []
