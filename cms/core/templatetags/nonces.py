"""The nonce of an inline script, known in every template: see cms.core.headers."""

from django import template
from django.utils.html import format_html

from cms.core.headers import nonces

register = template.Library()


@register.simple_tag
def csp_nonce() -> str:
    """Return ` nonce="…"` in the admin, elsewhere nothing."""
    nonce = nonces.current()
    return format_html(' nonce="{}"', nonce) if nonce else ""
