"""Whether the started site answers that all of it that runs here is there."""

import http.client

from django.conf import settings


def is_ready(has_worker: bool) -> bool:
    """Ask /readyz of the site that was started here, or /healthz where the worker runs elsewhere.

    That one may come much later, and each time /readyz misses it is an error in the log.
    """
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.HOST, settings.HOST)
    connection = http.client.HTTPConnection(host, settings.PORT, timeout=5)
    path = "/readyz" if has_worker else "/healthz"
    try:
        connection.request("GET", path, headers={"Host": _allowed_host()})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _allowed_host() -> str:
    first = settings.ALLOWED_HOSTS[0].removeprefix(".")
    return "localhost" if first == "*" else first
