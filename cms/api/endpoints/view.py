"""The view all endpoints are made from.

A plain Django view: what is answered are ready bytes, and DRF's request, negotiation and rendering would cost several
times what reading them does. DRF makes the bytes (cms.delivery) and the contract (cms.api.schema) instead.
"""

import logging

from django.db import OperationalError
from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views import View

from cms.api.deprecations import announce
from cms.api.language import LANGUAGES, language_of
from cms.api.problems import ProblemError
from cms.api.query import Query

logger = logging.getLogger(__name__)

# When to try again while the database is away or locked.
UNAVAILABLE_SECONDS = 5
ALLOWED = "GET, HEAD, OPTIONS"
# Understood everywhere: the language of errors; Wagtail's `format`; jQuery's cache buster.
COMMON_PARAMETERS = frozenset({"lang", "format", "_"})


class ApiView(View):
    """GET, HEAD and OPTIONS; whatever else happens is a problem document. Subclasses give `read()`."""

    # A DeliveredEndpoint, for views that one makes.
    endpoint = None
    http_method_names = ["get", "head", "options"]
    parameters: frozenset[str] = frozenset()
    # Whether it takes the short way, see cms.api.shortcut.
    is_data = True

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)
        # No cookie is read here; and a POST is answered 405, not 403.
        view.csrf_exempt = True
        view.is_data = cls.is_data
        return view

    def dispatch(self, request, *args, **kwargs):
        try:
            response = super().dispatch(request, *args, **kwargs)
        except ProblemError as problem:
            response = problem.write_to(HttpResponse(), language_of(request))
        except OperationalError:
            logger.exception("The database does not answer")
            response = ProblemError.of_status(503).write_to(HttpResponse(), language_of(request))
            response["Retry-After"] = str(UNAVAILABLE_SECONDS)
        if self.endpoint is not None and self.endpoint.has_deprecations:
            announce(response, request, self.endpoint)
        if request.method == "HEAD":
            # The headers of a GET, its length among them, without its body.
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    def get(self, request, *args, **kwargs):
        self.query = Query(request.GET)
        self.query.check(COMMON_PARAMETERS | self.parameters)
        self.query.choice("lang", LANGUAGES, _("lang must be 'vi' or 'en'"))
        self.query.choice("format", ("json",), _("format must be 'json'"))
        return self.read(request, *args, **kwargs)

    def read(self, request, *args, **kwargs):
        raise NotImplementedError

    def options(self, request, *args, **kwargs):
        return HttpResponse(status=204, headers={"Allow": ALLOWED})

    def http_method_not_allowed(self, request, *args, **kwargs):
        response = ProblemError.of_status(405).write_to(HttpResponse(), language_of(request))
        response["Allow"] = ALLOWED
        return response
