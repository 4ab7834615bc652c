"""What cannot be written now (a full disk, a database that only reads or is away): an answer that loses nothing.

It is no fault of the request: 503, in the reader's language, and what was sent is on the page to be sent again.
"""

import errno
import sqlite3

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.core import request_id
from cms.core.errors.pages import language_of

RETRY_AFTER_SECONDS = 30
NOTHING = _("The site can be read, but it cannot save anything at the moment. Your administrator sees why.")
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# PostgreSQL's code for writing where only reading is allowed; Django makes an InternalError of it.
READ_ONLY_TRANSACTION = "25006"


def is_unwritable(error: BaseException | None) -> bool:
    """Whether this error, or one that it came from, says that nothing can be written just now."""
    seen = set()
    while error is not None and id(error) not in seen:
        if _says_so(error):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def unwritable_page(request, text: str | Promise = NOTHING) -> HttpResponse:
    """Return the answer to a request that failed so; it asks no database that has not been asked."""
    with translation.override(_language(request)):
        text = str(text)
        if _wants_json(request):
            response = JsonResponse(
                {"success": False, "error_code": "cannot_save_now", "error_message": text}, status=503
            )
        else:
            context = {
                "text": text,
                "language": translation.get_language(),
                "address": request.get_full_path(),
                "sent": _sent(request),
                "was_sent": request.method == "POST",
                "request_id": request_id.current(),
            }
            response = HttpResponse(render_to_string("errors/unwritable.html", context), status=503)
            response.headers["Content-Language"] = context["language"]
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _says_so(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", "") == READ_ONLY_TRANSACTION
    if isinstance(error, OperationalError):
        # SQLite says so of statements that are wrong, too.
        return getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR
    return isinstance(error, InterfaceError)


def _language(request) -> str:
    """Return the language an editor reads the admin in, for others that of the address."""
    try:
        if request.path_info.startswith("/admin/"):
            return request.user.wagtail_userprofile.get_preferred_language()
    except Exception:  # whoever it is cannot be asked now
        return language_of(request)
    return language_of(request)


def _wants_json(request) -> bool:
    is_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return is_script or request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _sent(request) -> list[tuple[str, str]]:
    """Return the fields that were sent; none where there is a password among them, or they cannot be read."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # the disk may have been full while they were read
        return []
    return [] if any("password" in name for name, _value in fields) else fields
