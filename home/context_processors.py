"""What every page of the site shows around its content."""

from home.frame import Frame

# The admin and the API have frames of their own.
OTHER_FRAMES = ("/admin/", "/api/", "/documents/", "/uploads/", "/static/", "/healthz", "/readyz")


def site_frame(request) -> dict:
    """Return organisation, menus, language switch, breadcrumbs and addresses; nothing is read before it is shown."""
    if request.path.startswith(OTHER_FRAMES):
        return {}
    return Frame(request).context()
