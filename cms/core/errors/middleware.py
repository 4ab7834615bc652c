"""Refusals that come without a word get a page that explains them."""

from cms.core.errors.pages import error_page


class ExplainRefusalMiddleware:
    """Give an empty 4xx answer (405 of a view's decorator, say) its page; its headers stay."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_bare = 400 <= response.status_code < 500 and not response.streaming and not response.content
        if is_bare and not request.path_info.startswith("/api/"):
            page = error_page(request, response.status_code)
            response.content = page.content
            # What was inside has counted nothing already.
            response.headers["Content-Length"] = str(len(page.content))
            response.headers["Content-Type"] = page.headers["Content-Type"]
            response.headers["Content-Language"] = page.headers["Content-Language"]
        return response
