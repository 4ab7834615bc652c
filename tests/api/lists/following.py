"""Following a list from page to page, as its reader would."""

from urllib.parse import urlsplit


def follow(client, address):
    """Return the ids of every page from `address` on, as `meta.next` leads."""
    pages = []
    while address:
        parts = urlsplit(address)
        response = client.get(f"{parts.path}?{parts.query}")
        assert response.status_code == 200, response.content
        body = response.json()
        pages.append([item["id"] for item in body["items"]])
        address = body["meta"].get("next")
        assert bool(address) == ("Link" in response)
    return pages
