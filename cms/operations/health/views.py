"""/healthz and /readyz, for probes and load balancers: JSON, no language, no session, never an exception."""

import logging

from django.db import connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.operations.health import parts

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def healthz(request):
    """200 as long as the process answers; asks nothing of anything else."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request):
    """{"status", "parts": {name: "ok" | "failed"}}: 200 when every part works, else 503. Why is in the log.

    Where only parts fail that one can do without, it is 200 and the status "degraded".
    """
    found = try_parts()
    is_ready = all(works for name, works in found.items() if name not in parts.DISPENSABLE)
    status = "failed" if not is_ready else "ok" if all(found.values()) else "degraded"
    body = {"status": status, "parts": {n: "ok" if ok else "failed" for n, ok in found.items()}}
    return JsonResponse(body, status=200 if is_ready else 503)


def try_parts() -> dict[str, bool]:
    """Return by name whether each part works."""
    return {name: _try(name, check) for name, check in parts.PARTS.items()}


def _try(name: str, check) -> bool:
    try:
        check()
    except Exception as error:
        _note(name, type(error).__name__, str(error))
        if connection.errors_occurred:
            # The next request gets a new connection.
            connection.close()
        return False
    _note(name)
    return True


# What each part failed with when it was last looked at; probes ask every few seconds, of each process.
_failing: dict[str, str] = {}


def _note(name: str, error: str = "", text: str = "") -> None:
    """Log what has changed since the last look alone."""
    if error == _failing.get(name, ""):
        return
    if error:
        _failing[name] = error
        logger.warning("Not ready: %s: %s: %s", name, error, text)
    else:
        _failing.pop(name, None)
        logger.warning("Ready again: %s", name)
