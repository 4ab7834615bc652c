"""What each public address is asked about a thing that must not be shown; an address without a verdict is a mistake.

A verdict is a list of questions. In them stand, of the thing: {pk}, {uuid}, {locale}, {path} (its address), {slug},
{file} (its file's name), {word} (see tests.delivery.private). Those of `OF_THE_WEBSITE` may show what is on the website
and not for other sites.
"""

import re
from collections.abc import Iterator

from django.urls import URLResolver, get_resolver

from tests.delivery.private import COMMON

# The first that fits a route counts. What holds no content has a reason instead.
VERDICTS: list[tuple[str, list[str] | str]] = [
    (r"healthz|readyz|metrics", "says how the processes are"),
    (r".*_util/login/", "leads to the page to sign in"),
    (r".*authenticate_with_password/.*", "takes a password, and only by POST"),
    (r"uploads/<path:path>", ["/uploads/{file}", "/uploads/original_images/{file}", "/uploads/documents/{file}"]),
    (r"documents/<int:document_id>/<path:document_filename>", ["/documents/{pk}/{file}"]),
    (r"api/v2/openapi\.json|api/v2/docs/.*", "describes, shows no content"),
    (r"api/v2/changes/", ["/api/v2/changes/?include=document&limit=1000"]),
    (r"api/v2/resolve/", ["/api/v2/resolve/?url={path}"]),
    (
        r"api/v2/search/",
        [f"/api/v2/search/?q={COMMON}&limit=100", "/api/v2/search/?q={word}"],
    ),
    (r"api/v2/statistics/", ["/api/v2/statistics/", "/api/v2/statistics/?path={path}"]),
    (r"api/v2/", ["/api/v2/"]),
    (r"api/v2/locales/.*", ["/api/v2/locales/"]),
    (r"api/v2/(?P<e>[\w-]+)/<int:pk>/", ["/api/v2/{e}/{pk}/?fields=*"]),
    (r"api/v2/(?P<e>[\w-]+)/find/", ["/api/v2/{e}/find/?id={pk}", "/api/v2/{e}/find/?html_path={path}"]),
    (
        r"api/v2/(?P<e>[\w-]+)/",
        ["/api/v2/{e}/?limit=100&fields=*", "/api/v2/{e}/?limit=100&locale=en&fallback=vi"],
    ),
    (r"api/v2/<path:address>/", "is where the API has nothing"),
    (r"tim-kiem/goi-y/", ["/tim-kiem/goi-y/?q={word}", f"/tim-kiem/goi-y/?q={COMMON}"]),
    (r"en/search/suggestions/", ["/en/search/suggestions/?q={word}"]),
    # Single words are asked of the API: both doors have one engine.
    (r"tim-kiem/", [f"/tim-kiem/?q={COMMON}", f"/tim-kiem/?q={COMMON}&page=2"]),
    (r"en/search/", [f"/en/search/?q={COMMON}", "/en/search/?q=Story"]),
    (r"thong-ke/so-lieu\.json", ["/thong-ke/so-lieu.json"]),
    (r"thong-ke/", ["/thong-ke/"]),
    (r"en/statistics/", ["/en/statistics/"]),
    (r"gui-cau-hoi/", ["/gui-cau-hoi/"]),
    (r"en/ask/", ["/en/ask/"]),
    (r"gui-yeu-cau/", ["/gui-yeu-cau/"]),
    (r"en/request/", ["/en/request/"]),
    (r"theo-doi/", ["/theo-doi/"]),
    (r"en/track/", ["/en/track/"]),
    (r"oembed/", ["/oembed/?url=http://localhost{path}", "/oembed/?format=xml&url=http://localhost{path}"]),
    (r"embed/<uuid:uuid>/<slug:locale>/", ["/embed/{uuid}/{locale}/", "/embed/{uuid}/en/"]),
    (r"robots\.txt|\.well-known/security\.txt|security\.txt", "is for robots and researchers"),
    (r"sitemap\.xml", ["/sitemap.xml"]),
    (r"sitemaps/.*", ["/sitemaps/vi-1.xml", "/sitemaps/en-1.xml"]),
    # A link that is good is made to show a draft; those that are over are in tests/previews.
    (r"preview/<str:token>/", ["/preview/{uuid}/", "/preview/{pk}/"]),
    (r"preview/<str:token>/data\.json", ["/preview/{uuid}/data.json"]),
    (r"feeds/<feed:name>", ["/feeds/{feed}", "/en/feeds/{feed}"]),
    (
        r"feeds/<slug:section>/<feed:name>",
        ["/feeds/tin-hoat-dong/{feed}", "/feeds/noi-bo/{feed}", "/en/feeds/news/{feed}"],
    ),
    (r"feeds/<slug:section>/<slug:topic>/<feed:name>", ["/feeds/tin-hoat-dong/{slug}/rss.xml"]),
    (
        re.escape(r"^((?:[\w\-]+/)*)$"),
        ["/", "/en/", "/tin-hoat-dong/", "/tin-hoat-dong/?page=2", "/en/news/", "/noi-bo/", "{path}", "/en{path}"],
    ),
]
# Of the API, what is on the website may be known by its address alone.
OF_THE_WEBSITE = re.compile(
    r"(en/)?(tim-kiem|search|thong-ke|statistics|sitemap|gui-|theo-doi|ask|request|track)|\^|api/v2/statistics/"
)
FEEDS = ("rss.xml", "atom.xml", "feed.json")


def public_routes() -> Iterator[str]:
    """Yield every address of the URL conf but the admin's, as it is written there, without a language."""

    def walk(resolver, prefix: str):
        for pattern in resolver.url_patterns:
            route = prefix + str(pattern.pattern)
            yield from walk(pattern, route) if isinstance(pattern, URLResolver) else [route]

    return (route for route in walk(get_resolver(), "") if not route.startswith("admin/"))


def verdict_of(route: str) -> list[str] | str | None:
    """Return the questions an address is asked, why it is asked none, or None where nobody has said."""
    for pattern, verdict in VERDICTS:
        if match := re.fullmatch(pattern, route):
            endpoint = match.groupdict().get("e", "")
            if isinstance(verdict, str):
                return verdict
            return [question.replace("{e}", endpoint) for question in verdict]
    return None
