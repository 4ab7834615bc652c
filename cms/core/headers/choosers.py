"""Choosers' scripts get the nonce, too: Wagtail 8.0 writes them in Python (wagtail.admin.widgets.chooser)."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.admin.widgets import BaseChooser

from cms.core.headers import nonces


def render(self, name, value, attrs=None, renderer=None):
    """Return the widget and the script that starts it, as Wagtail's own method does."""
    value_data = self.get_value_data(value)
    widget = self.render_html(name, value_data, attrs)
    nonce = nonces.current()
    opening = format_html('<script nonce="{}">', nonce) if nonce else "<script>"
    return mark_safe(f"{widget}{opening}{self.render_js_init(attrs['id'], name, value_data)}</script>")


def take_over() -> None:
    BaseChooser.render = render
