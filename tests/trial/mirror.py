"""Whether a puller's folder equals the API, byte for byte, by asking every address there is."""

import hashlib
import http.client
import json
import time
from pathlib import Path
from urllib.parse import urlsplit

LIMIT = 100


class Walk:
    """One reader with one connection; `ask` gives the body of an address."""

    def __init__(self, root: str):
        self.connection = http.client.HTTPConnection(urlsplit(root).netloc, timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.connection.close()

    def ask(self, address: str) -> bytes:
        while True:
            self.connection.request("GET", address)
            response = self.connection.getresponse()
            body = response.read()
            if response.status == http.client.TOO_MANY_REQUESTS:
                time.sleep(int(response.headers.get("Retry-After", "1")))
                continue
            assert response.status == http.client.OK, (address, response.status, body[:500])
            return body

    def items(self, endpoint: str, query: str = "") -> list[dict]:
        """Return every item of a list."""
        found, total = [], 1
        while len(found) < total:
            page = json.loads(self.ask(f"/api/v2/{endpoint}/?limit={LIMIT}&offset={len(found)}{query}"))
            total = page["meta"]["total_count"]
            found += page["items"]
        return found

    def documents(self, lists: dict[str, str]) -> dict[str, bytes]:
        """Return {path in a mirror: bytes} of the items of these lists (endpoint to further query)."""
        found = {}
        for endpoint, query in lists.items():
            for item in self.items(endpoint, query):
                meta = item["meta"]
                path = f"{meta['type']}/{meta.get('locale', '-')}/{meta['uuid']}.json"
                found[path] = self.ask(urlsplit(meta["detail_url"]).path)
        return found

    def endpoints(self) -> list[str]:
        names = json.loads(self.ask("/api/v2/"))["endpoints"]
        # These give no items of their own; the feed is what is compared.
        return [name for name in names if name not in ("locales", "changes", "resolve", "search", "statistics")]


def documents_in(folder: Path) -> dict[str, bytes]:
    items = folder / "items"
    return {str(path.relative_to(items)): path.read_bytes() for path in items.rglob("*.json")}


def differences(mirror: dict[str, bytes], api: dict[str, bytes]) -> list[str]:
    """Return one line for each item that is missing, too much or different."""
    lines = [f"missing: {path}" for path in sorted(api.keys() - mirror.keys())]
    lines += [f"too much: {path}" for path in sorted(mirror.keys() - api.keys())]
    return lines + [f"differs: {path}" for path in sorted(api.keys() & mirror.keys()) if api[path] != mirror[path]]


def wrong_files(folder: Path) -> list[str]:
    """Return one line for each file that is missing, too much or not what its name says."""
    named = {digest for document in documents_in(folder).values() for digest in _digests(json.loads(document))}
    there = {path.name: path for path in (folder / "files").rglob("*") if path.is_file()}
    lines = [f"missing file: {name}" for name in sorted(named - there.keys())]
    lines += [f"file too much: {name}" for name in sorted(there.keys() - named)]
    return lines + [
        f"wrong file: {name}" for name, path in there.items() if hashlib.sha256(path.read_bytes()).hexdigest() != name
    ]


def _digests(value) -> set[str]:
    if isinstance(value, dict):
        own = {value["sha256"]} if value.get("sha256") and value.get("url") else set()
        return own.union(*(_digests(one) for one in value.values()))
    return set().union(*(_digests(one) for one in value)) if isinstance(value, list) else set()
