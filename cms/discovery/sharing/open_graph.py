"""Open Graph (https://ogp.me) and Twitter's card: what a page looks like where its address is shared."""

from django.conf import settings

from cms.core.addresses import absolute_url
from cms.discovery.sharing.poster import HEIGHT, WIDTH
from cms.discovery.shown_page import ShownPage

TERRITORIES = {"vi": "vi_VN", "en": "en_GB"}
TYPES = {"articles.ArticlePage": "article", "media.VideoPage": "video.other"}


def open_graph(shown: ShownPage, organisation: str, description: str, canonical_url: str) -> list[tuple[str, str]]:
    """Return (property, content) in order; nothing is said twice or left empty."""
    item = shown.item
    tags = [
        ("og:type", TYPES.get(item.type, "website")),
        ("og:site_name", organisation),
        ("og:title", item.title),
        ("og:description", description or item.summary),
        ("og:url", canonical_url or item.url),
        ("og:locale", TERRITORIES.get(item.language, item.language)),
        *(
            ("og:locale:alternate", TERRITORIES.get(other["locale"], other["locale"]))
            for other in item.meta["translations"]
            if other["locale"] in dict(settings.LANGUAGES)
        ),
        *_picture(shown),
    ]
    if tags[0][1] == "article":
        tags += [
            ("article:published_time", item.published.isoformat() if item.published else ""),
            ("article:modified_time", item.updated.isoformat() if item.updated else ""),
            ("article:section", item.section["title"] if item.section else ""),
            *(("article:tag", topic) for topic in item.topics),
        ]
    return [(name, content) for name, content in tags if content]


def share_picture(shown: ShownPage) -> dict | None:
    """Return {"url", "width", "height", "type", "alt"} of a page's picture for sharing, None while there is none.

    Its own picture cut for it, else (from before there was such a cut) its widest, else the drawn card.
    """
    item = shown.item
    if item.picture:
        rendition = _cut(shown) or item.rendition("wide", "full")
        return {**rendition, "type": "image/jpeg", "alt": item.picture["alt"] or item.title} if rendition else None
    card = shown.card_url
    if not card:
        return None
    size = {"width": WIDTH, "height": HEIGHT}
    return {"url": absolute_url(card), **size, "type": "image/png", "alt": item.title}


def _cut(shown: ShownPage) -> dict | None:
    """Return the picture's rendition of the shape "share"; pages know theirs, documents of partners do not."""
    picture = picture_of(shown)
    sources = picture.sources("share", "jpeg") if picture is not None else []
    if not sources:
        return None
    return {"url": absolute_url(sources[-1].url), "width": sources[-1].width, "height": sources[-1].height}


def picture_of(shown: ShownPage):
    """Return the page's Picture (see media.files.picture), or None."""
    return getattr(shown.page, "cover_picture", None) or getattr(shown.page, "poster_picture", None)


def _picture(shown: ShownPage) -> list[tuple[str, str]]:
    picture = share_picture(shown)
    if picture is None:
        return []
    return [
        ("og:image", picture["url"]),
        ("og:image:type", picture["type"]),
        ("og:image:width", str(picture["width"])),
        ("og:image:height", str(picture["height"])),
        ("og:image:alt", picture["alt"]),
    ]


def has_picture(tags: list[tuple[str, str]]) -> bool:
    return any(name == "og:image" for name, _content in tags)
