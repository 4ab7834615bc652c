"""Requests that leave the house: to public HTTPS only, to the very address that was looked at, and never for long.

Against server-side request forgery (OWASP): the host is resolved once and the connection made to that address, so that
a name cannot mean one thing when it is checked and another when it is used; the certificate is checked against the
name. Redirects are not followed. Whatever in this project asks a host that a person entered goes through `send`.
Servers that only the environment names (edges, machine translation, mail, storage, the database) are the operator's
and are asked directly; tests/partners/test_outgoing_rule.py holds both.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings

from cms.partners.target import Target, read_target

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 10.0
MAX_RESPONSE_BYTES = 64 * 1024


class UnreachableError(Exception):
    """No answer. `kind` is one of "name", "connection", "certificate", "timeout", "protocol"."""

    def __init__(self, kind: str, message: str):
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True)
class Answer:
    """What came back: at most the bytes asked for, whatever else followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Deadline:
    """A moment after which a connection is cut, however busily the other side drips."""

    def __init__(self, seconds: float):
        self._ends_at = time.monotonic() + seconds
        self.has_passed = False

    def left(self) -> float:
        """Return the seconds left. Raises TimeoutError where there are none."""
        left = self._ends_at - time.monotonic()
        if left <= 0:
            self.has_passed = True
            raise TimeoutError("the time was up")
        return left

    def watch(self, connection: socket.socket) -> threading.Timer:
        """Cut `connection` at the moment; the caller cancels what is returned."""

        def cut() -> None:
            self.has_passed = True
            with suppress(OSError):
                # The plain socket's: a TLS socket's own would take its state from under the reading thread.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)

        timer = threading.Timer(self.left(), cut)
        timer.daemon = True
        timer.start()
        return timer


class PinnedConnection(http.client.HTTPConnection):
    """A connection to one of the addresses that were looked at; the name goes into Host, SNI and the certificate."""

    def __init__(self, target: Target, addresses: list[str], connect_seconds: float, deadline: Deadline):
        super().__init__(target.host, target.port)
        self.default_port = 80 if target.is_plain_http else 443
        self._target, self._addresses = target, addresses
        self._connect_seconds, self._deadline = connect_seconds, deadline

    def connect(self) -> None:
        connecting = Deadline(min(self._connect_seconds, self._deadline.left()))
        self.sock = self._first_that_answers(connecting)
        if not self._target.is_plain_http:
            self.sock.settimeout(connecting.left())
            self.sock = tls_context().wrap_socket(self.sock, server_hostname=self._target.host)
        self.sock.settimeout(self._deadline.left())

    def _first_that_answers(self, connecting: Deadline) -> socket.socket:
        error: OSError | None = None
        for address in self._addresses:
            try:
                return socket.create_connection((address, self._target.port), connecting.left())
            except OSError as refused:
                error = error or refused
        raise error or OSError("the host has no address")


def tls_context() -> ssl.SSLContext:
    """Return the rules of every TLS connection: the system's authorities, the name checked, TLS 1.2 at least."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def send(
    url: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    connect_seconds: float = CONNECT_SECONDS,
    total_seconds: float = TOTAL_SECONDS,
    max_bytes: int = MAX_RESPONSE_BYTES,
) -> Answer:
    """Make one request and return the answer, of any status.

    Raises TargetRefusedError (see cms.partners.target) for an address nothing may be sent to, UnreachableError where
    no answer came in time. Resolving the name is the system resolver's affair and takes as long as that lets it.
    """
    target = read_target(url)
    try:
        addresses = target.addresses()
    except OSError as error:
        raise UnreachableError("name", str(error)) from None
    deadline = Deadline(total_seconds)
    connection = PinnedConnection(target, addresses, connect_seconds, deadline)
    try:
        return _exchange(connection, deadline, method, target.path, body, headers or {}, max_bytes)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(error, deadline) from None
    finally:
        connection.close()


def _exchange(connection, deadline: Deadline, method, path, body, headers, max_bytes) -> Answer:
    connection.connect()
    timer = deadline.watch(connection.sock)
    try:
        own = {"User-Agent": user_agent(), "Accept-Encoding": "identity", "Connection": "close"}
        connection.request(method, path, body=body, headers={**own, **headers})
        response = connection.getresponse()
        text = response.read(max_bytes)
        if deadline.has_passed:
            raise TimeoutError("the time was up")
        return Answer(response.status, dict(response.getheaders()), text)
    finally:
        timer.cancel()


def _unreachable(error: Exception, deadline: Deadline) -> UnreachableError:
    if deadline.has_passed or isinstance(error, TimeoutError):
        return UnreachableError("timeout", "no answer in time")
    if isinstance(error, ssl.SSLCertVerificationError):
        return UnreachableError("certificate", error.verify_message)
    if isinstance(error, OSError) and not isinstance(error, http.client.RemoteDisconnected):
        return UnreachableError("connection", error.strerror or str(error))
    return UnreachableError("protocol", f"{type(error).__name__}: {error}")


def user_agent() -> str:
    return f"CongDoanQuangNinh/2 (+{settings.WAGTAILADMIN_BASE_URL})"
