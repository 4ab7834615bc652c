"""Whether a form was sent from a page of this site: what a cookie's token would say, without a cookie."""

from urllib.parse import urlsplit

from django.conf import settings


def is_from_here(request) -> bool | None:
    """Return False for a form of another site, None where the browser does not say."""
    own = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    origin = request.headers.get("Origin")
    if origin:
        return origin in own
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    referrer = urlsplit(request.headers.get("Referer", ""))
    if referrer.netloc:
        return f"{referrer.scheme}://{referrer.netloc}" in own
    return None
