"""`{% load kept %}{% kept "footer" current %}…{% endkept %}`: a part that many pages show alike, rendered once."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.models import Site

from cms.core.by_number import keep, number_of

register = template.Library()


class KeptNode(template.Node):
    """Renders what is between the tags once for each number of the site, site, language and values."""

    def __init__(self, name: str, values: list, nodelist: template.NodeList):
        self.name, self.values, self.nodelist = name, values, nodelist

    def render(self, context):
        request = context.get("request")
        values = [value.resolve(context) for value in self.values]
        # Without a request nobody knows the number; a draft is nobody else's.
        if request is None or getattr(request, "is_preview", False) or None in values:
            return self.nodelist.render(context)
        site = Site.find_for_request(request)
        key = ("kept", self.name, site and site.pk, get_language(), *map(str, values))
        return keep(number_of(request), key, lambda: mark_safe(self.nodelist.render(context)))  # already rendered


@register.tag
def kept(parser, token):
    """Name the part, then all that it depends on besides what is published.

    Where one of these is None nothing is kept.
    """
    _tag, name, *values = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(name.strip('"'), [parser.compile_filter(value) for value in values], nodelist)
