"""Measuring requests in process, without network: the CPU time of the WSGI application alone."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What a GET gave."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Measured:
    """An address, what it answered, and the median CPU time of one answer in milliseconds."""

    address: str
    status: int
    size: int
    milliseconds: float


def ask(application: Callable, address: str, host: str) -> Answer:
    """Return the answer to a GET of `address`, as a web server would ask for it."""
    parts = urlsplit(address)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": host,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    started = []
    answer = application(environ, lambda status, headers, _error=None: started.append((status, headers)))
    try:
        body = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    status, headers = started[0]
    return Answer(int(status.split()[0]), dict(headers), body)


def measure_in_turns(application: Callable, addresses: list[str], host: str, rounds: int) -> list[Measured]:
    """Ask every address once in each round, so that a slow moment of the machine meets all of them alike."""
    times: dict[str, list[float]] = {address: [] for address in addresses}
    answers = {}
    for turn in range(rounds + 2):
        for address in addresses:
            started = time.process_time()
            answers[address] = ask(application, address, host)
            # The first two rounds fill caches of templates, types and connections.
            if turn >= 2:
                times[address].append(time.process_time() - started)
    return [
        Measured(address, answers[address].status, len(answers[address].body), statistics.median(times[address]) * 1000)
        for address in addresses
    ]
