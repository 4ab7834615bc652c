"""Links that share a page, without scripts and without anything loaded from those they lead to."""

import base64
import json
from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True)
class ShareLink:
    """`name` is a service's own, or "mail"."""

    name: str
    url: str


def share_links(url: str, title: str) -> list[ShareLink]:
    """Return where a page with this absolute address can be shared, what people here use most first."""
    payload = base64.b64encode(json.dumps({"url": url}).encode()).decode()
    zalo = urlencode({"layout": 1, "color": "blue", "customize": "false", "d": payload, "shareType": 0})
    mail = urlencode({"subject": title, "body": f"{title}\n{url}"}, quote_via=quote)
    return [
        ShareLink("Zalo", f"https://button-share.zalo.me/share_external?{zalo}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}"),
        ShareLink("mail", f"mailto:?{mail}"),
    ]
