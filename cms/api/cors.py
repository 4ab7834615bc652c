"""Reading is open to any site's scripts, and says so on every answer.

django-cors-headers says so only to requests with an Origin, and therefore sends `Vary: origin`, which splits every
cache although nothing varies. For an API that is open to all and takes no cookie, one header for everybody is right
(Fetch standard, "CORS protocol and HTTP caches").
"""

from corsheaders.middleware import CorsMiddleware
from django.conf import settings


class OpenCorsMiddleware(CorsMiddleware):
    """CORS for addresses that CORS_URLS_REGEX names."""

    def __call__(self, request):
        if request.method == "OPTIONS" or not (settings.CORS_ALLOW_ALL_ORIGINS and self.is_enabled(request)):
            return super().__call__(request)
        response = self.get_response(request)
        # Two headers, the same for everybody: django-cors-headers would look at the request first.
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = ", ".join(settings.CORS_EXPOSE_HEADERS)
        return response

    def add_response_headers(self, request, response):
        varied = response.get("Vary")
        response = super().add_response_headers(request, response)
        if getattr(request, "_cors_enabled", False) and settings.CORS_ALLOW_ALL_ORIGINS:
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = ", ".join(settings.CORS_EXPOSE_HEADERS)
            if varied is None:
                del response["Vary"]
            else:
                response["Vary"] = varied
        return response
