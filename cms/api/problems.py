"""What the API says when it refuses: problem details (RFC 9457), in the language asked for.

`message` is Wagtail v2's own key and keeps Wagtail's English wording, so that its clients go on reading it; `detail` is
the same sentence in the reader's language.
"""

import json
from http import HTTPStatus
from urllib.parse import parse_qs

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from cms.core import request_id

CONTENT_TYPE = "application/problem+json"
TYPE_PREFIX = "/api/v2/docs/#problem-"

TITLES = {
    "unknown-parameter": _("Unknown parameter"),
    "invalid-parameter": _("Invalid parameter"),
    "malformed-request": _("Malformed request"),
    "not-found": _("Not found"),
    "method-not-allowed": _("Method not allowed"),
    "precondition-failed": _("Precondition failed"),
    "content-too-large": _("Content too large"),
    "address-too-long": _("Address too long"),
    "token-expired": _("Token no longer served"),
    "unauthorised": _("Key not valid"),
    "quota-exceeded": _("Quota exceeded"),
    "too-many-requests": _("Too many requests"),
    "gone": _("Withdrawn"),
    "refused": _("Request refused"),
    "internal-error": _("Internal error"),
    "unavailable": _("Not available for the moment"),
}

# For what was refused elsewhere (Django, another middleware): its status is all that is known.
OF_STATUS = {
    HTTPStatus.BAD_REQUEST: ("malformed-request", _("the request could not be read")),
    HTTPStatus.NOT_FOUND: ("not-found", _("not found")),
    HTTPStatus.METHOD_NOT_ALLOWED: ("method-not-allowed", _("only GET, HEAD and OPTIONS are allowed")),
    HTTPStatus.PRECONDITION_FAILED: ("precondition-failed", _("a condition in the request's headers does not hold")),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("content-too-large", _("what was sent is too large; send nothing")),
    HTTPStatus.SERVICE_UNAVAILABLE: ("unavailable", _("try again after the seconds that Retry-After says")),
    HTTPStatus.UNAUTHORIZED: ("unauthorised", _("only keys are taken: Authorization: Bearer <key>")),
    HTTPStatus.TOO_MANY_REQUESTS: ("too-many-requests", _("wait for the seconds that Retry-After says, or use a key")),
    HTTPStatus.REQUEST_URI_TOO_LONG: ("address-too-long", _("the address is too long")),
}
REFUSED = ("refused", _("the request was refused"))
FAILED = ("internal-error", _("something went wrong on our side"))


class ProblemError(Exception):
    """A refusal. `message` is an English msgid with %-placeholders for `values`; `parameter` names the culprit.

    `members` are further members of the document (RFC 9457, section 3.2).
    """

    def __init__(
        self,
        kind: str,
        message: str,
        *,
        status: int = 400,
        parameter: str = "",
        members: dict[str, str] | None = None,
        **values,
    ):
        super().__init__(message % values)
        self.kind, self.message, self.status = kind, message, status
        self.parameter, self.members, self.values = parameter, members or {}, values

    @classmethod
    def of_status(cls, status: int) -> "ProblemError":
        """Return the problem an answer of this status stands for."""
        kind, message = OF_STATUS.get(status) or (FAILED if status >= 500 else REFUSED)
        return cls(kind, message, status=status)

    def body(self, language: str) -> bytes:
        """Return the problem document as JSON; a lazy value is said in the document's languages too."""
        with translation.override(language):
            title, detail = gettext(TITLES[self.kind]), gettext(self.message) % self.values
        with translation.override("en"):
            message = gettext(self.message) % self.values
        document = {"type": TYPE_PREFIX + self.kind, "title": title, "status": self.status, "detail": detail}
        if self.parameter:
            document["parameter"] = self.parameter
        document |= {**self.members, "message": message}
        if identity := request_id.current():
            document["request_id"] = identity
        return json.dumps(document, ensure_ascii=False).encode()

    def write_to(self, response: HttpResponse, language: str) -> HttpResponse:
        """Make `response` say this problem, keeping the headers it has."""
        response.status_code = self.status
        response.content = self.body(language)
        response["Content-Type"] = CONTENT_TYPE
        response["Content-Length"] = str(len(response.content))
        response["Content-Language"] = language
        response["Cache-Control"] = "no-store"
        return response


def not_found() -> ProblemError:
    return ProblemError.of_status(HTTPStatus.NOT_FOUND)


def invalid(parameter: str, message: str, **values) -> ProblemError:
    """Return the problem of a value that its parameter cannot have."""
    return ProblemError("invalid-parameter", message, parameter=parameter, **values)


def too_many_requests(environ: dict) -> tuple[str, str, bytes]:
    """Return (content type, language, body) of the refusal that is said before any request is built."""
    asked = parse_qs(environ.get("QUERY_STRING", ""), max_num_fields=None).get("lang", [""])[-1]
    language = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    problem = ProblemError.of_status(HTTPStatus.TOO_MANY_REQUESTS)
    return CONTENT_TYPE, language, problem.body(language)
