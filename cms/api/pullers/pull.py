"""Keep a folder equal to what a website publishes, by its change feed. Needs Python 3.9 or newer and nothing else.

    python3 pull.py https://www.example.vn/api/v2/changes/ FOLDER
                    [--type articles.ArticlePage,…] [--locale vi] [--stream UUID]

Run it every few minutes. In the folder there are after each run:
    items/TYPE/LOCALE/UUID.json   every item as the API gives it, byte for byte; LOCALE is "-" where it has none
    files/AB/ABCD…                every file that an item names (an object with "sha256" and "url"), by its SHA-256
    .pull/                        where this program stands; delete it to begin again

What is withdrawn is removed, its files too when no item names them any more. It may be killed at any moment: files are
written beside their place and renamed into it, and where it stands is written down last. A partner's key is read from
the environment variable API_KEY. It ends with 0 when the copy is complete; otherwise run it again.
"""

from __future__ import annotations

import argparse
import email.utils
import hashlib
import http.client
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: there nothing hinders two at once
    fcntl = None

FILTERS = ("type", "locale", "stream")
TRIES, LONGEST_WAIT, TIMEOUT = 8, 60, 60  # times, seconds, seconds
DIGEST = re.compile(rb'"sha256": ?"([0-9a-f]{64})"')
PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class PullError(Exception):
    """What went wrong, for a person to read."""


class Puller:
    """One folder and the feed it follows."""

    def __init__(self, feed: str, folder: Path):
        self.feed, self.items, self.files, self.own = feed, folder / "items", folder / "files", folder / ".pull"
        self.own.mkdir(parents=True, exist_ok=True)
        self.lock = (self.own / "lock").open("w")
        try:
            if fcntl is not None:
                fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise PullError(f"another process is pulling into {folder}") from None
        written = self.own / "state.json"
        self.state = json.loads(written.read_bytes()) if written.exists() else {}
        if self.state.get("feed") != feed:
            self.begin(feed)

    def begin(self, address: str) -> None:
        """Start again: what the feed no longer has is removed at the end, until then the old copy stays."""
        (self.own / "seen").write_bytes(b"")
        self.save(feed=self.feed, next=address, etag="", number=0, is_renewing=True, has_to_sweep=True)

    def save(self, **values) -> None:
        self.state = {**self.state, **values}
        self.put(self.own / "state.json", json.dumps(self.state, indent=1).encode())

    def run(self) -> None:
        """Read the feed to its end, then put the files in order. Raises PullError."""
        while True:
            status, headers, body = ask(self.state["next"], self.state["etag"])
            if status == 410:
                if self.state["is_renewing"] and self.state["number"] == 0:
                    raise PullError("the feed refuses to begin")
                self.begin(on_site(json.loads(body).get("restart", self.feed), self.feed))
            elif status not in (200, 304):
                raise PullError(f"{self.state['next']} answered {status}: {body[:300].decode(errors='replace')}")
            elif status == 304 or not self.take(body, headers.get("ETag", "")):
                break
        if self.state["is_renewing"]:
            self.remove_unseen()
        if self.state["has_to_sweep"]:
            self.sweep()

    def take(self, body: bytes, etag: str) -> bool:
        """Bring the folder up to one page; return whether there is more."""
        page = json.loads(body)
        meta, changes = page["meta"], page["items"]
        # Each item stands on a line of its own, its document last: its bytes can be taken as they are.
        lines = [line for line in body.split(b"\n")[1:] if line.startswith(b"{")]
        if len(lines) != len(changes):
            raise PullError("the feed's page is not written line by line")
        number, seen = self.state["number"], ""
        for change, line in zip(changes, lines):
            if change["sequence"] <= number:
                raise PullError(f"number {change['sequence']} came after {number}")
            number = change["sequence"]
            path = self.path_of(change)
            if change["op"] == "delete":
                self.replace(path, None)
            else:
                self.replace(path, line[line.index(b',"document":') + 12 :].rstrip(b",")[:-1])
                seen += f"{path.relative_to(self.items)}\n"
        if self.state["is_renewing"]:
            with (self.own / "seen").open("a", encoding="utf-8") as file:
                file.write(seen)
                file.flush()
                os.fsync(file.fileno())
        following = on_site(meta["next"], self.feed)
        number = max(number, int(meta["token"].rpartition(".")[2]))
        self.save(next=following, etag=etag if following == self.state["next"] else "", number=number)
        return meta["has_more"]

    def path_of(self, change: dict) -> Path:
        kind, locale, uuid = change["type"], change["locale"] or "-", change["uuid"]
        if not all(part == "-" or PART.fullmatch(part) for part in (kind, locale, uuid)):
            raise PullError(f"not a name for a file: {kind}/{locale}/{uuid}")
        return self.items / kind / locale / f"{uuid}.json"

    def replace(self, path: Path, document: bytes | None) -> None:
        """Write or remove an item; its files come first, and those it no longer names are swept later."""
        old = path.read_bytes() if path.exists() else None
        if old == document:
            return
        lacking = [] if document is None else self.fetch_files(document)
        gone = set(DIGEST.findall(old or b"")) - set(DIGEST.findall(document or b""))
        if (gone or lacking) and not self.state["has_to_sweep"]:
            self.save(has_to_sweep=True)
        if document is None:
            path.unlink()
        else:
            self.put(path, document)

    def fetch_files(self, document: bytes) -> list[str]:
        """Fetch the files a document names and the folder lacks; return the addresses that gave no such file."""
        lacking = []
        for digest, address in named_files(json.loads(document)):
            path = self.files / digest[:2] / digest
            if path.exists():
                continue
            status, _headers, body = ask(address, key=address.startswith(on_site("/", self.feed)))
            if status == 200 and hashlib.sha256(body).hexdigest() == digest:
                self.put(path, body)
            else:
                lacking.append(address)  # replaced since, perhaps: then a later change names another
        return lacking

    def remove_unseen(self) -> None:
        """At the end of a first copy, or one begun again: remove the items it did not have."""
        seen = set((self.own / "seen").read_text(encoding="utf-8").split("\n"))
        for path in [path for path in self.items.rglob("*.json") if str(path.relative_to(self.items)) not in seen]:
            path.unlink()
        self.save(is_renewing=False, has_to_sweep=True)

    def sweep(self) -> None:
        """Look at every item: fetch the files that are missing, remove those that no item names."""
        named, lacking = set(), []
        for path in self.items.rglob("*.json"):
            document = path.read_bytes()
            digests = {digest.decode() for digest in DIGEST.findall(document)}
            named |= digests
            if not all((self.files / digest[:2] / digest).exists() for digest in digests):
                lacking += self.fetch_files(document)
        for path in [path for path in self.files.rglob("*") if path.is_file() and path.name not in named]:
            path.unlink()
        if lacking:
            raise PullError("files could not be had: " + ", ".join(sorted(set(lacking))))
        self.save(has_to_sweep=False)

    def put(self, path: Path, data: bytes) -> None:
        """Write a file so that there is the old one or the new one at any moment, never a part."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.own / "unfinished"
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)


def named_files(value) -> list[tuple[str, str]]:
    """Return (SHA-256, address) of every file that a document names, however deep."""
    if isinstance(value, list):
        return [found for one in value for found in named_files(one)]
    if not isinstance(value, dict):
        return []
    digest, address = value.get("sha256"), value.get("url")
    own = [(digest, address)] if isinstance(address, str) and re.fullmatch("[0-9a-f]{64}", str(digest)) else []
    return own + named_files(list(value.values()))


def on_site(address: str, feed: str) -> str:
    """Return the path and query of `address` on the host that was asked first: it may have several names."""
    return urllib.parse.urlunsplit((*urllib.parse.urlsplit(feed)[:2], *urllib.parse.urlsplit(address)[2:4], ""))


def ask(address: str, etag: str = "", *, key: bool = True) -> tuple[int, dict, bytes]:
    """Return status, headers and body; wait and ask again where the server is busy. Raises PullError."""
    if not address.startswith(("https://", "http://")):
        raise PullError(f"not an address of the web: {address}")
    request = urllib.request.Request(address, headers={"If-None-Match": etag} if etag else {})
    if key and os.environ.get("API_KEY"):
        request.add_unredirected_header("Authorization", f"Bearer {os.environ['API_KEY']}")
    problem, wait = "", 0.0
    for attempt in range(TRIES):
        time.sleep(wait)
        wait = min(2**attempt, LONGEST_WAIT)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            body = answer.read()
            if answer.code != 429 and answer.code < 500:
                return answer.code, answer.headers, body
            problem, wait = f"status {answer.code}", retry_after(answer.headers.get("Retry-After"), wait)
        except (OSError, http.client.HTTPException) as error:
            problem = str(error)
    raise PullError(f"{address}: {problem}")


def retry_after(text: str | None, default: float) -> float:
    """Return the seconds a Retry-After header asks for: a number of them, or a date."""
    if text and text.strip().isdigit():
        return int(text)
    date = email.utils.parsedate_tz(text or "")
    return max(0.0, email.utils.mktime_tz(date) - time.time()) if date else default


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep a folder equal to what a website publishes.")
    parser.add_argument("feed", help="address of the change feed")
    parser.add_argument("folder", type=Path)
    for name in FILTERS:
        parser.add_argument(f"--{name}", help=f"follow only items of this {name}")
    given = vars(parser.parse_args())
    filters = {name: given[name] for name in FILTERS if given[name]}
    query = urllib.parse.urlencode({**filters, "include": "document", "limit": "200"})
    try:
        Puller(f"{given['feed']}?{query}", given["folder"]).run()
    except (PullError, OSError, ValueError, KeyError) as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
