"""Installed applications' templates, whose inline scripts get the admin's nonce.

Wagtail 8.0 and wagtail-localize have inline scripts without one. It is put into the source of templates, never into
what they make: markup that somebody smuggled into a text gets none. May go when Wagtail says nonces itself.
"""

from django.template.loaders import app_directories

INLINE = ("<script>", '<script type="text/javascript">')


class NonceLoader(app_directories.Loader):
    """Django's loader of applications' templates."""

    def get_contents(self, origin):
        source = super().get_contents(origin)
        for tag in INLINE:
            source = source.replace(tag, "<script{% csp_nonce %}>")
        return source
