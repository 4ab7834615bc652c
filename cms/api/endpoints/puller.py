"""The reference pullers, to be downloaded."""

from functools import cache
from pathlib import Path

from django.http import HttpResponse

from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView

FOLDER = Path(__file__).parent.parent / "pullers"
# The programs offered, by file name.
CONTENT_TYPES = {"pull.py": "text/x-python; charset=utf-8", "pull.php": "application/x-httpd-php; charset=utf-8"}


class PullerView(ApiView):
    """`name` is set by the router: one of CONTENT_TYPES."""

    name = ""

    def read(self, request) -> HttpResponse:
        response = answer(request, program(self.name), content_type=CONTENT_TYPES[self.name])
        response["Content-Disposition"] = f'attachment; filename="{self.name}"'
        return response


@cache
def program(name: str) -> bytes:
    return Path(FOLDER, name).read_bytes()
