"""Where Wagtail calls this room."""

from wagtail import hooks

from cms.translation.fallback import serve_source

# After Wagtail's own check of view restrictions, so inside it.
hooks.register("on_serve_page", serve_source, order=100)
