"""The question about the other languages, in the forms that unpublish, delete or move a page."""

from django import template

from cms.core.other_languages import FIELD, others

register = template.Library()


@register.inclusion_tag("components/admin/other_languages.html", takes_context=True)
def other_languages(context, page, action: str):
    return {"pages": others(page, context["request"].user, action), "field": FIELD, "action": action}
