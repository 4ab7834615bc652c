"""The image library."""

from cms.operations.demo.content import identity, is_translated, read, text
from cms.operations.demo.loading.dates import day
from cms.operations.demo.loading.library import Library
from cms.operations.demo.storing import store_picture
from media.models import GalleryIndexPage, GalleryItem, GalleryPage


def load_galleries(library: Library, home) -> None:
    content = read("galleries")
    index = library.page(
        home,
        "index",
        "galleries",
        lambda language: GalleryIndexPage(
            title=text(content["index"]["title"], language),
            introduction=text(content["index"]["introduction"], language),
        ),
    )
    for item in sorted(content["galleries"], key=lambda item: item["event_date"]):
        library.page(
            index,
            "gallery",
            item["key"],
            lambda language, item=item: _gallery(library, item, language),
            translated=is_translated(item),
        )


def _gallery(library: Library, item: dict, language: str) -> GalleryPage:
    gallery = GalleryPage(
        title=text(item["title"], language),
        event_date=day(item["event_date"]),
        place=text(item.get("place"), language),
        summary=text(item.get("summary"), language),
        cover=store_picture(item["cover"]),
        cover_alt_text=text(item["cover_alt"], language),
    )
    gallery.items = [
        GalleryItem(
            translation_key=identity("gallery_item", f"{item['key']}/{order}"),
            locale=library.vietnamese if language == "vi" else library.english,
            image=store_picture(picture["picture"]),
            caption=text(picture.get("caption"), language),
            alt_text=text(picture.get("alt"), language),
            is_decorative=picture.get("decorative", False),
            credit=text(picture.get("credit"), language),
            sort_order=order,
        )
        for order, picture in enumerate(item["items"])
    ]
    return gallery
