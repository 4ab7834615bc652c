"""What is said of an item: a rich card in a frame, and beside it a plain quotation for those who show no frames."""

from django.urls import reverse
from django.utils.html import format_html

from cms.core.addresses import absolute_url, site_root_url
from cms.discovery.item import Item
from home.organisation.organisation_texts import organisation_texts

# In pixels. A card with a picture is taller.
WIDTH, HEIGHT, HEIGHT_WITH_PICTURE = 600, 260, 560
CACHE_SECONDS = 3600


def embed_url(item: Item) -> str:
    return absolute_url(reverse("embed", args=[item.meta["uuid"], item.language]))


def oembed_of(item: Item, max_width: int | None, max_height: int | None) -> dict:
    """Return the answer. Nothing in it is larger than asked for, in pixels; None: as large as it likes."""
    texts = organisation_texts(item.language)
    height = HEIGHT_WITH_PICTURE if item.picture else HEIGHT
    width, height = min(WIDTH, max_width or WIDTH), min(height, max_height or height)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": item.title,
        "author_name": item.document.get("author") or texts.name,
        "author_url": f"{site_root_url()}/",
        "provider_name": texts.name,
        "provider_url": f"{site_root_url()}/",
        "cache_age": CACHE_SECONDS,
        "width": width,
        "height": height,
        "html": _html(item, width, height),
        # Beyond the specification: consumers keep what they do not know (section 2.3.4).
        "language": item.language,
        "description": item.summary,
        "url": item.url,
    }
    thumbnail = _thumbnail(item, max_width, max_height)
    if thumbnail:
        answer |= {f"thumbnail_{name}": value for name, value in thumbnail.items()}
    return {name: value for name, value in answer.items() if value != ""}


def _thumbnail(item: Item, max_width: int | None, max_height: int | None) -> dict | None:
    """Return {"url", "width", "height"} of the widest JPEG that fits, None where none does."""
    sizes = [
        size
        for shape in ("wide", "thumb", "full")
        for size in ((item.picture or {}).get("renditions") or {}).get(shape) or []
        if size.get("jpeg")
        and size["width"] <= (max_width or 1200)
        and size["height"] <= (max_height or size["height"])
    ]
    if not sizes:
        return None
    widest = max(sizes, key=lambda size: size["width"])
    return {"url": widest["jpeg"], "width": widest["width"], "height": widest["height"]}


def _html(item: Item, width: int, height: int) -> str:
    """Return a quotation and a sandboxed frame: the pair that WordPress expects of a site it does not know."""
    return format_html(
        '<blockquote class="wp-embedded-content" lang="{lang}"><a href="{url}">{title}</a></blockquote>'
        '<iframe class="wp-embedded-content" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'src="{src}" width="{width}" height="{height}" title="{title}" loading="lazy" '
        'frameborder="0" marginwidth="0" marginheight="0" scrolling="no"></iframe>',
        lang=item.language,
        url=item.url,
        title=item.title,
        src=embed_url(item),
        width=width,
        height=height,
    )
