"""What kind of address a request is for: few words, so that counts stay few."""

# By the beginning of the path; the first that fits counts.
KINDS = (
    ("/static/", "static"),
    ("/uploads/", "upload"),
    ("/documents/", "document"),
    ("/api/", "api"),
    ("/admin/", "admin"),
    ("/_util/", "admin"),
    ("/accounts/", "account"),
    ("/healthz", "health"),
    ("/readyz", "health"),
    ("/metrics", "health"),
    ("/thong-ke/dem", "count"),
    ("/feeds/", "feed"),
    ("/en/feeds/", "feed"),
    ("/sitemap", "discovery"),
    ("/robots.txt", "discovery"),
    ("/.well-known/", "discovery"),
    ("/oembed/", "discovery"),
    ("/embed/", "discovery"),
    ("/tim-kiem/", "search"),
    ("/en/search/", "search"),
    ("/gui-", "form"),
    ("/en/ask/", "form"),
    ("/en/request/", "form"),
    ("/theo-doi/", "form"),
    ("/en/track/", "form"),
    ("/preview/", "preview"),
)
PAGE = "page"
_BEGINNINGS = tuple(beginning for beginning, _kind in KINDS)


def kind_of(path: str) -> str:
    if not path.startswith(_BEGINNINGS):
        return PAGE
    return next(kind for beginning, kind in KINDS if path.startswith(beginning))
