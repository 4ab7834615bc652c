"""The question about the other languages, in the forms that unpublish, delete or move a page."""

from django import template

from cms.core.other_languages import FIELD, following, others

register = template.Library()
NAMED = 10


@register.inclusion_tag("components/admin/other_languages.html", takes_context=True)
def other_languages(context, page, action: str):
    # Unpublished translations have nothing to be unpublished; else they go along, and are named.
    drafts = [] if action == "unpublish" else following(page)
    return {
        "pages": others(page, context["request"].user, action),
        "field": FIELD,
        "action": action,
        "drafts": drafts[:NAMED],
        "more": max(len(drafts) - NAMED, 0),
    }
