"""The public numbers in templates, and where a page counts its view."""

from django import template

from cms.statistics.counter import Visits
from cms.statistics.layer import BEACON_PATH, PICTURE_PATH
from cms.statistics.snapshot import shown_numbers

register = template.Library()


@register.simple_tag(takes_context=True)
def visits(context) -> Visits:
    """Return the numbers, the same throughout one answer."""
    request = context["request"]
    if not hasattr(request, "visits"):
        request.visits = shown_numbers.visits()
    return request.visits


@register.simple_tag
def beacon_path() -> str:
    """Where a page's script counts its view."""
    return BEACON_PATH


@register.simple_tag
def picture_path() -> str:
    """Where a page without scripts counts its view, as best it can."""
    return PICTURE_PATH
