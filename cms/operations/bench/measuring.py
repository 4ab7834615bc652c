"""Measuring requests in process, without network: the CPU time of the WSGI application alone."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle
from urllib.parse import urlsplit

# Requests of one address one after the other, besides the one that brings it in: so many at least, and for so long.
IN_A_ROW, SECONDS_IN_A_ROW = 9, 0.1


@dataclass(frozen=True)
class Answer:
    """What a GET gave."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Measured:
    """What was asked, what it answered last, and the median CPU time of one answer in milliseconds."""

    addresses: tuple[str, ...]
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


def measure_in_turns(application: Callable, asked: list[tuple[str, ...]], host: str, rounds: int) -> list[Measured]:
    """Ask each a few times in each round, so that a slow moment of the machine meets all of them alike.

    Each is one address or several, which are asked one after the other.

    In a row, as a server is asked: after another address the processor has to fetch again what it runs, and the first
    answers of one millisecond pay for the sixty milliseconds of their neighbour.
    """
    times: dict[tuple[str, ...], list[float]] = {addresses: [] for addresses in asked}
    following = {addresses: cycle(addresses) for addresses in asked}
    answers = {}
    for turn in range(rounds + 1):
        for addresses in asked:
            ask(application, next(following[addresses]), host)
            began, asks = time.process_time(), 0
            while asks < IN_A_ROW or time.process_time() - began < SECONDS_IN_A_ROW:
                address, asks = next(following[addresses]), asks + 1
                started = time.process_time()
                answers[addresses] = ask(application, address, host)
                # The first round fills caches of templates, types and connections.
                if turn:
                    times[addresses].append(time.process_time() - started)
    return [
        Measured(addresses, answer.status, len(answer.body), statistics.median(times[addresses]) * 1000)
        for addresses, answer in answers.items()
    ]
