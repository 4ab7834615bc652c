"""HTML pages carry the cache tags of what they show."""

from cms.caching import tags


class PageTagsMiddleware:
    """Set Cache-Tag on HTML; the WSGI layer adds the tags that follow from the address and the status."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            # What Wagtail found at this address, see wagtail.models.Page.find_for_request.
            found = getattr(request, "_wagtail_route_for_request", None)
            # A search, say, shows anything.
            shown = tags.of_page(found[0].specific_deferred) if found else tags.every_type()
            names = [tags.HTML, *(shown if response.status_code == 200 else ())]
            response.headers.setdefault(tags.HEADER, ",".join(names))
        return response
