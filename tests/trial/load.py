"""People and machines who ask the site all at once, each over connections of their own, and what they were answered."""

import gzip
import http.client
import random
import secrets
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

AGENT = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Asked:
    """One request: when it began (monotonic), who asked, for what, the status (0: none), how many seconds it took."""

    at: float
    who: str
    address: str
    status: int
    seconds: float


@dataclass
class Notes:
    """What all of them were answered."""

    asked: list[Asked] = field(default_factory=list)

    def of(self, *who: str, since: float = 0, until: float = float("inf")) -> list[Asked]:
        return [one for one in self.asked if one.who in who and since <= one.at < until]

    def wrong(self, expected: dict[str, tuple[int, ...]]) -> list[Asked]:
        """Return what got another status than its asker is to get (200 where nothing is said)."""
        return [one for one in self.asked if one.status not in expected.get(one.who, (200,))]


def percentile(asked: list[Asked], share: float) -> float:
    """Return the seconds within which this share of them was answered."""
    return sorted(one.seconds for one in asked)[int(len(asked) * share)]


def some_address(chance: random.Random) -> str:
    """Return an address of one of four thousand people (RFC 2544's network, which nobody has)."""
    return f"198.18.{chance.randrange(16)}.{chance.randrange(1, 255)}"


class Client:
    """A connection that stays open, as a browser's or a partner's does."""

    def __init__(self, port: int, notes: Notes, who: str):
        self.port, self.notes, self.who = port, notes, who
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(self, address: str, body: dict | None = None, **headers: str) -> bytes:
        """Ask, note, and return the body; b"" where nothing came."""
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        content = None
        if body is not None:
            content = urlencode(body)
            headers |= {"Content-Type": FORM, "Origin": f"http://127.0.0.1:{self.port}"}
        began, status, data = time.monotonic(), 0, b""
        try:
            self.connection.request("POST" if body is not None else "GET", address, content, headers)
            answer = self.connection.getresponse()
            data, status = answer.read(), answer.status
            if answer.headers["Content-Encoding"] == "gzip":
                data = gzip.decompress(data)
        except (OSError, http.client.HTTPException):
            self.connection.close()
        self.notes.asked.append(Asked(began, self.who, address, status, time.monotonic() - began))
        return data

    def view(self, path: str, sender: str) -> None:
        """Tell the site of a view, as a page's script does."""
        said = {"id": secrets.token_hex(16), "path": path, "from": ""}
        self.ask("/thong-ke/dem", said, X_Forwarded_For=sender, Sec_Fetch_Site="same-origin")


@contextmanager
def busy(*groups: tuple[int, Callable[[int], None], float]) -> Iterator[None]:
    """Let all of these work meanwhile: (how many, what each does again and again, seconds from one time to the next).

    Each is told its number once and gives what it then repeats. One that falls behind does not catch up.
    """
    over = threading.Event()
    broken: list[str] = []

    def work(make: Callable, number: int, seconds: float) -> None:
        chance = random.Random(number)
        over.wait(chance.uniform(0, seconds))
        try:
            act = make(number)
            while not over.is_set():
                due = time.monotonic() + seconds * chance.uniform(0.5, 1.5)
                act()
                over.wait(max(0, due - time.monotonic()))
        except Exception:
            broken.append(traceback.format_exc())

    threads = [
        threading.Thread(target=work, args=(make, number, seconds))
        for count, make, seconds in groups
        for number in range(count)
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(60)
    assert not broken, "\n".join(broken)
