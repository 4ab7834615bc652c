"""The API's front door: the addresses of its endpoints."""

from django.http import HttpResponse

from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.language import language_of
from cms.api.problems import not_found
from cms.core.addresses import absolute_url
from cms.delivery.documents import to_json


class IndexView(ApiView):
    """`names` are those of the lists."""

    names: tuple[str, ...] = ()

    def read(self, request) -> HttpResponse:
        body = {
            "meta": {
                "schema_url": absolute_url("/api/v2/openapi.json"),
                "documentation_url": absolute_url("/api/v2/docs/"),
            },
            "endpoints": {name: absolute_url(f"/api/v2/{name}/") for name in self.names},
        }
        return answer(request, to_json(body).encode())


def nothing_here(request, address: str) -> HttpResponse:
    """Answer every other address under the API: the site's own addresses do not reach in here."""
    return not_found().write_to(HttpResponse(), language_of(request))


nothing_here.is_data, nothing_here.is_place = True, False
