"""A person with a browser without scripts: opens pages of a running site, fills their forms in, sends them."""

import http.client
import http.cookiejar
import json
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser

PASSWORD = "mat-khau-thu-8215"
Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Seen:
    """An answer: `status` is 0 where nobody answered. `address` is where it came from in the end."""

    status: int
    html: str
    address: str
    seconds: float

    def form(self, field: str) -> Fields:
        """Return what the first form with this field would send. Raises LookupError where there is none."""
        parser = _Forms()
        parser.feed(self.html)
        for form in parser.forms:
            if any(name == field for name, _value in form):
                return form
        raise LookupError(f"no form with {field!r} at {self.address} ({self.status})")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are answers too."""

    def redirect_request(self, *_arguments):
        return None


class Person:
    """`root` is the site's address; cookies are kept."""

    def __init__(self, root: str):
        self.root = root
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener, self.waiting = urllib.request.build_opener(cookies), urllib.request.build_opener(cookies, _Stay)

    def ask(
        self,
        address: str,
        sent: Fields | None = None,
        seconds: float = 60,
        *,
        follow: bool = True,
        file: tuple[str, str, bytes] | None = None,
        script: bool = False,
    ) -> Seen:
        """Return what is seen in the end; with `follow=False` the first answer. `file` is (field, name, content).

        With `script` it is a page's script that asks.
        """
        url = urllib.parse.urljoin(self.root, address)
        data = None if sent is None else urllib.parse.urlencode(sent).encode()
        headers = {"Origin": self.root, "Referer": url, "Accept": "text/html"}
        if script:
            headers["X-Requested-With"] = "XMLHttpRequest"
        if file is not None:
            headers["Content-Type"], data = _in_parts(sent, file)
        began = time.monotonic()
        try:
            opener = self.opener if follow else self.waiting
            with opener.open(urllib.request.Request(url, data, headers), timeout=seconds) as answer:
                status, html, url = answer.status, answer.read().decode(), answer.url
        except urllib.error.HTTPError as error:
            with error:
                status, html = error.code, error.read().decode()
        except (OSError, http.client.HTTPException):
            status, html = 0, ""
        return Seen(status, html, url, time.monotonic() - began)

    def log_in(self, name: str = "admin") -> Seen:
        page = self.ask("/admin/login/")
        said = {"login": name, "username": name, "password": PASSWORD}
        return self.ask(page.address, [(name, said.get(name, value)) for name, value in page.form("password")])

    def article(self, number: int = 0) -> int:
        """Return the key of one of the site's Vietnamese articles."""
        return json.loads(self.ask("/api/v2/articles/?locale=vi&order=id").html)["items"][number]["id"]

    def editing(self, pk: int, title: str, text: str = "Một đoạn văn.") -> Fields:
        """Return what the article's edit form sends with this title and body."""
        page = self.ask(f"/admin/pages/{pk}/edit/")
        block = {"key": "aaaaa", "text": text, "type": "unstyled", "depth": 0}
        body = {
            "count": "1",
            "0-deleted": "",
            "0-order": "0",
            "0-type": "paragraph",
            "0-id": "",
            "0-value": json.dumps(
                {"blocks": [{**block, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}},
                ensure_ascii=False,
            ),
        }
        kept = [(name, title if name == "title" else value) for name, value in page.form("title")]
        kept = [(name, value) for name, value in kept if not name.startswith("body")]
        return kept + [(f"body-{name}", value) for name, value in body.items()]

    def save(self, pk: int, sent: Fields, *, publish: bool = False, follow: bool = True) -> Seen:
        action = [("action-publish", "action-publish")] if publish else []
        return self.ask(f"/admin/pages/{pk}/edit/", sent + action, follow=follow)


def filled(form: Fields, **values: str) -> Fields:
    """Return the form with these values in it, further fields (boxes ticked) at its end."""
    kept = [(name, value) for name, value in form if name not in values]
    return kept + list(values.items())


def _in_parts(sent: Fields, file: tuple[str, str, bytes]) -> tuple[str, bytes]:
    """Return Content-Type and body of a form with a file (RFC 7578)."""
    boundary = secrets.token_hex(16)
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="'
    parts = [f'{head}{name}"\r\n\r\n{value}\r\n'.encode() for name, value in sent]
    name, filename, content = file
    parts.append(f'{head}{name}"; filename="{filename}"\r\nContent-Type: image/png\r\n\r\n'.encode())
    parts += [content, f"\r\n--{boundary}--\r\n".encode()]
    return f"multipart/form-data; boundary={boundary}", b"".join(parts)


class _Forms(HTMLParser):
    """`forms`: the fields of each, as a browser would send them without pressing a button of a name."""

    def __init__(self):
        super().__init__()
        self.forms: list[Fields] = []
        self._form: Fields | None = None
        self._area: list[str] | None = None
        self._select: str | None = None
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name, value = found.get("name"), found.get("value")
        if tag == "form":
            self._form = []
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input" and name:
            kind = found.get("type")
            if kind in ("checkbox", "radio"):
                if "checked" in found:
                    self._form.append((name, value or "on"))
            elif kind not in ("submit", "file", "button", "image"):
                self._form.append((name, value or ""))
        elif tag == "textarea" and name:
            self._area = [name]
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select:
            self._options.append((value or "", "selected" in found))

    def handle_data(self, data):
        if self._area is not None:
            self._area.append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area is not None:
            name, *text = self._area
            self._form.append((name, "".join(text).removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            chosen = [value for value, is_selected in self._options if is_selected]
            first = [value for value, _is_selected in self._options[:1]]
            self._form += [(self._select, value) for value in chosen or first]
            self._select = None
