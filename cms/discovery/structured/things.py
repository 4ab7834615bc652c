"""The thing a page is about, by its type: every value is one of its delivered document's."""

from collections.abc import Callable

from cms.core.addresses import site_root_url
from cms.discovery.feeds.blocks import blocks_html
from cms.discovery.item import Item
from cms.discovery.structured.legislation import legislation
from cms.discovery.text import plain_text


def organisation_id() -> str:
    return f"{site_root_url()}/#organization"


def thing_of(item: Item) -> dict:
    """Return the node of an item, with its language and its translations; WebPage for a type with no better word."""
    make = THINGS.get(item.type, _web_page)
    return {**_common(item), **translations_of(item), **make(item)}


def _common(item: Item) -> dict:
    rights = item.document["rights"]
    return {
        "@id": thing_id(item.url),
        "url": item.url,
        "mainEntityOfPage": item.url,
        "name": item.title,
        "description": item.summary,
        "inLanguage": item.language,
        "datePublished": item.published.isoformat() if item.published else "",
        "dateModified": item.updated.isoformat() if item.updated else "",
        "publisher": {"@id": organisation_id()},
        "license": rights["licence_url"],
        "creditText": rights["attribution"],
        "isBasedOn": rights["canonical_url"] if rights["canonical_url"] != item.url else "",
    }


def thing_id(url: str, mark: str = "item") -> str:
    return f"{url}#{mark}"


def translations_of(item: Item, kind: str = "CreativeWork", mark: str = "item") -> dict:
    """Return which work this one translates, or which translate it (schema.org: translationOfWork)."""
    source = [other for other in item.meta["translations"] if other["state"] == "source"]
    if source:
        return {"translationOfWork": _work(source[0], kind, mark)}
    return {"workTranslation": [_work(other, kind, mark) for other in item.meta["translations"]]}


def _work(translation: dict, kind: str, mark: str) -> dict:
    url = translation["html_url"]
    return {
        "@type": kind,
        "@id": thing_id(url, mark),
        "url": url,
        "name": translation["title"],
        "inLanguage": translation["locale"],
    }


def _image(picture: dict | None, caption: str = "", credit: str = "") -> dict | None:
    """Return the largest JPEG of a picture as an ImageObject, None where there is none."""
    sizes = [
        size
        for shape in ("full", "wide")
        for size in ((picture or {}).get("renditions") or {}).get(shape) or []
        if size.get("jpeg")
    ]
    if not sizes:
        return None
    widest = max(sizes, key=lambda size: size["width"])
    return {
        "@type": "ImageObject",
        "contentUrl": widest["jpeg"],
        "url": widest["jpeg"],
        "width": widest["width"],
        "height": widest["height"],
        "caption": caption or picture["alt"],
        "creditText": credit or picture["credit"],
    }


def _article(item: Item) -> dict:
    document = item.document
    author = {"@type": "Person", "name": document["author"]} if document["author"] else {"@id": organisation_id()}
    return {
        "@type": "NewsArticle",
        # Search engines show no more of it.
        "headline": item.title[:110],
        "author": author,
        "image": _image(document["cover"], document["cover_caption"], document["cover_credit"]),
        "articleSection": [*([item.section["title"]] if item.section else []), *item.topics],
        "contentLocation": {"@type": "Place", "name": document["place"]} if document["place"] else None,
    }


def _gallery(item: Item) -> dict:
    document = item.document
    pictures = [_image(entry["image"], entry["caption"], entry["credit"]) for entry in document["pictures"]]
    return {
        "@type": "ImageGallery",
        "image": _image(document["cover"]),
        "associatedMedia": [picture for picture in pictures if picture],
        "contentLocation": {"@type": "Place", "name": document["place"]} if document["place"] else None,
    }


def _video(item: Item) -> dict:
    document = item.document
    poster = _image(document["poster"])
    captions = [
        {"@type": "MediaObject", "encodingFormat": "text/vtt", "inLanguage": track["lang"], "contentUrl": track["url"]}
        for track in document["captions"]
    ]
    return {
        "@type": "VideoObject",
        "description": item.summary or item.title,
        "uploadDate": item.published.isoformat() if item.published else "",
        "thumbnailUrl": [poster["url"]] if poster else [],
        "duration": f"PT{document['duration']}S" if document["duration"] else "",
        "contentUrl": document["file"]["url"] if document["file"] else "",
        "encodingFormat": document["file"]["content_type"] if document["file"] else "",
        "embedUrl": document["provider"]["embed_url"] if document["provider"] else "",
        "caption": captions,
        "transcript": plain_text(document["transcript"]),
    }


def _question(item: Item) -> dict:
    document = item.document
    author = {"@type": "Organization", "name": document["answered_by"]} if document["answered_by"] else None
    moment = item.published.isoformat() if item.published else ""
    return {
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": item.title,
            "text": document["question"]["text"] or item.title,
            "inLanguage": item.language,
            "datePublished": moment,
            "answerCount": 1,
            "about": [{"@type": "Thing", "name": topic} for topic in item.topics],
            # Who asked is nobody's affair.
            "acceptedAnswer": {
                "@type": "Answer",
                "text": plain_text(blocks_html(document["answer"])),
                "url": item.url,
                "inLanguage": item.language,
                "datePublished": document["answer_date"] or moment,
                "author": author or {"@id": organisation_id()},
                "citation": [
                    {"@type": "Legislation", "name": law["title"], "url": law["meta"]["html_url"]}
                    for law in document["legal_basis"]
                ],
            },
        },
    }


def _web_page(item: Item) -> dict:
    return {"@type": "CollectionPage" if item.type in COLLECTIONS else "WebPage"}


COLLECTIONS = {
    "articles.ArticleStreamPage",
    "articles.LawLibraryPage",
    "articles.QuestionIndexPage",
    "media.GalleryIndexPage",
    "media.VideoIndexPage",
    "home.LinkIndexPage",
}
THINGS: dict[str, Callable[[Item], dict]] = {
    "articles.ArticlePage": _article,
    "media.GalleryPage": _gallery,
    "media.VideoPage": _video,
    "articles.LawDocumentPage": legislation,
    "articles.LegalQuestionPage": _question,
}
