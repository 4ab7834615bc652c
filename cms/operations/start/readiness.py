"""Whether the started site answers that it is ready."""

import http.client

from django.conf import settings


def is_ready() -> bool:
    """Ask /readyz of the site that was started here."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.HOST, settings.HOST)
    connection = http.client.HTTPConnection(host, settings.PORT, timeout=5)
    try:
        connection.request("GET", "/readyz", headers={"Host": _allowed_host()})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _allowed_host() -> str:
    first = settings.ALLOWED_HOSTS[0].removeprefix(".")
    return "localhost" if first == "*" else first
