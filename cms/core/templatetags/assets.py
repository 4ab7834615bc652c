"""`{% load assets %}{% stylesheet %}`: the link to the site's one stylesheet."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from cms.core.assets import stylesheet as site_stylesheet

register = template.Library()


@register.simple_tag
def stylesheet() -> str:
    """The `<link>` to css/site.css, under its hashed name where files are collected."""
    return format_html('<link rel="stylesheet" href="{}">', static(site_stylesheet.NAME))
