"""The home page is light: all its HTML, styles and scripts together."""

import http.client
from urllib.parse import urlsplit

import brotli
import pytest

from tests.live.document import Document

MOST_BYTES = 120 * 1024


def get(live_site, path: str) -> tuple[bytes, str]:
    """Return a body as it goes over the wire, and its encoding."""
    connection = http.client.HTTPConnection(urlsplit(live_site.url).netloc, timeout=60)
    connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == http.client.OK, path
    return body, response.getheader("Content-Encoding", "")


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_home_is_at_most_120_kb_compressed(live_site, path):
    body, encoding = get(live_site, path)
    # Where the server leaves compression to what stands before it.
    html = {"br": brotli.decompress, "": bytes}[encoding](body)
    weights = {path: len(body if encoding else brotli.compress(html, quality=5))}
    for reference in Document(html.decode()).references:
        address = urlsplit(reference.address)
        if address.path.endswith((".css", ".js")):
            body, encoding = get(live_site, address.path)
            assert encoding == "br", f"{address.path} is not compressed"
            weights[address.path] = len(body)
    assert len(weights) >= 3
    assert sum(weights.values()) <= MOST_BYTES, weights
