"""Following every link of a running site, from the home pages on: what is there, and what is wrong with it."""

import http.client
from collections import deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from tests.live.document import Document

# More than the demo has: a listing that links to ever new addresses of itself would go on for ever.
MOST_ADDRESSES = 5000
# Forms of an address that are not fetched.
CONTACTS = {"tel", "mailto"}
LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1"}


@dataclass
class Answer:
    status: int
    content_type: str
    location: str
    document: Document | None


class Crawl:
    """`answers` maps every internal address that was met to its answer; `faults` is what is wrong, in sentences."""

    def __init__(self, base_url: str):
        self.base_url = base_url
        self.answers: dict[str, Answer] = {}
        self.faults: list[str] = []
        self._fragments: list[tuple[str, str, str]] = []
        self._connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=60)

    def follow(self, *paths: str) -> None:
        """Fetch these addresses and all they lead to."""
        waiting = deque((f"{self.base_url}{path}", "the start") for path in paths)
        while waiting:
            address, found_in = waiting.popleft()
            if address in self.answers:
                continue
            if len(self.answers) >= MOST_ADDRESSES:
                self.faults.append(f"more than {MOST_ADDRESSES} addresses, such as {address}")
                break
            answer = self.answers[address] = self.fetch(address)
            if answer.status != http.client.OK and self._still_names(found_in, address):
                self.faults.append(f"{address} answers {answer.status} {answer.location}, named by {found_in}")
            if answer.document is not None:
                waiting.extend((target, address) for target in self._targets(address, answer.document))
        self._judge_fragments()

    def _still_names(self, page: str, address: str) -> bool:
        """Return whether a page names an address still: an editor may have moved what it named meanwhile."""
        again = self.fetch(page).document if page in self.answers else None
        return again is None or address in self._targets(page, again)

    def fetch(self, address: str) -> Answer:
        """Ask for one address, redirects not followed."""
        parts = urlsplit(address)
        self._connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
        response = self._connection.getresponse()
        body, content_type = response.read(), response.getheader("Content-Type", "")
        is_html = content_type.startswith("text/html") and response.status == http.client.OK
        document = Document(body.decode()) if is_html else None
        return Answer(response.status, content_type, response.getheader("Location", ""), document)

    def close(self) -> None:
        self._connection.close()

    def pages(self) -> dict[str, Document]:
        """Return the HTML documents that were met, by their address."""
        return {address: answer.document for address, answer in self.answers.items() if answer.document is not None}

    def _targets(self, address: str, document: Document) -> list[str]:
        """Return the internal addresses a document names; note what cannot be right in any address of it."""
        targets = []
        for reference in sorted(document.references, key=lambda reference: (reference.address, reference.place)):
            complaint = self._complaint(reference.address)
            if complaint:
                self.faults.append(f"{reference.place} “{reference.address}” {complaint}, in {address}")
                continue
            target, fragment = urldefrag(urljoin(address, reference.address))
            if not target.startswith(f"{self.base_url}/"):
                continue
            targets.append(target)
            if fragment:
                self._fragments.append((address, target, fragment))
        return targets

    def _complaint(self, address: str) -> str:
        """Return what is wrong with how an address is written; "" if nothing is."""
        parts = urlsplit(address)
        if not address:
            return "is empty"
        if any(character.isspace() for character in address):
            return "has a space in it"
        if parts.scheme in CONTACTS:
            # A letter to whom the reader chooses: a page is shared so.
            return "" if parts.path or (parts.scheme == "mailto" and "subject=" in parts.query) else "names nobody"
        if parts.scheme == "data" or not (parts.scheme or parts.netloc):
            return ""
        if parts.scheme not in ("http", "https"):
            return "is of no kind a reader can follow"
        if address == self.base_url or address.startswith(f"{self.base_url}/"):
            return ""
        if parts.hostname in LOCAL_HOSTS:
            return "names this site by another host"
        return "" if "." in (parts.hostname or "") else "names no host"

    def _judge_fragments(self) -> None:
        for address, target, fragment in self._fragments:
            document = self.answers[target].document if target in self.answers else None
            if document is not None and fragment not in document.ids:
                self.faults.append(f"#{fragment} is not in {target}, named by {address}")
        self._fragments.clear()
