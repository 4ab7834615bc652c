"""The address the site listens on."""

import errno
import socket

from django.core.management.base import CommandError


def refuse_if_taken(host: str, port: int) -> None:
    """Raise CommandError with one line if `host`:`port` cannot be listened on."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno == errno.EADDRINUSE:
            reason = f"it is in use; choose another with PORT, such as PORT={port + 1 if port < 65535 else port - 1}"
        raise CommandError(f"Cannot listen on {host}:{port}: {reason}") from error
