"""The home page, standard pages, the support page and the menus."""

from wagtail.models import Page, Site

from cms.operations.demo.content import identity, is_translated, read, text
from cms.operations.demo.loading.library import Library
from cms.operations.demo.storing import store_picture
from home.models import HomePage, Menu, MenuItem, StandardPage, SupportPage

# What menus and sections call the pages of other files.
INDEXES = {"law", "questions", "galleries", "videos", "links", "support"}
STREAM_PLACES = {"stream-2": 1, "stream-3": 2, "stream-4": 3}


def load_home(library: Library) -> HomePage:
    """Return the home page; on a new database it takes the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page")
    site = Site.objects.filter(is_default_site=True).first()
    title = read("pages")["home"]["title"]
    home = library.page(
        root,
        "home",
        "home",
        lambda language: HomePage(title=text(title, language), slug={"vi": "trang-chu", "en": "home"}[language]),
    )
    if site is None:
        site = Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != home.pk:
        site.root_page, site.site_name = home, read("pages")["organisation"]["name"]["vi"]
        site.save()
    for page in welcome:
        page.delete()
    return home


def fill_home(library: Library, home: HomePage) -> None:
    """Give the home page its sections, once everything they show is there."""
    if home.sections:
        return
    home.sections = _sections(library, "vi")
    library.publish(home)
    english = HomePage(title=read("pages")["home"]["title"]["en"], slug="home", sections=_sections(library, "en"))
    library.untranslated = [pair for pair in library.untranslated if pair[0] != home]
    # First: everything else in English is below it.
    library.untranslated.insert(0, (HomePage.objects.get(pk=home.pk), english))


def _sections(library: Library, language: str) -> list[dict]:
    sections = []
    for place, section in enumerate(read("pages")["home"]["sections"]):
        value = {"heading": text(section.get("heading"), language)}
        if section["kind"] == "stream":
            value["stream"] = library.find("stream", _stream_key(section["stream"]))
        elif section["kind"] == "election":
            value["election"] = library.find("election", "bau-cu-2026")
        if "text" in section:
            value["text"] = text(section["text"], language)
        sections.append({"type": section["kind"], "value": value, "id": str(identity("section", str(place)))})
    return sections


def _stream_key(key: str) -> str:
    return read("streams")["streams"][STREAM_PLACES[key]]["key"] if key in STREAM_PLACES else key


def load_standard_pages(library: Library, home: HomePage) -> None:
    for item in read("pages")["standard"]:
        parent = StandardPage.objects.get(pk=library.find("standard", item["parent"])) if item["parent"] else home
        library.page(
            parent,
            "standard",
            item["key"],
            lambda language, item=item: _standard_page(library, item, language),
            translated=is_translated(item),
        )


def _standard_page(library: Library, item: dict, language: str) -> StandardPage:
    page = StandardPage(
        title=text(item["title"], language),
        summary=text(item["summary"], language),
        show_in_menus=item.get("in_menu", False),
        body=library.body(language, f"standard/{item['key']}", item["body"]),
    )
    if item.get("cover"):
        page.cover = store_picture(item["cover"])
        page.cover_alt_text = text(item["cover_alt"], language)
    return page


def load_support(library: Library, home: HomePage) -> None:
    item = read("pages")["support"]
    library.page(
        home,
        "index",
        "support",
        lambda language: SupportPage(
            title=text(item["title"], language),
            introduction=text(item["introduction"], language),
            body=library.body(language, "support", item["body"]),
        ),
    )


def load_menus(library: Library) -> None:
    for place, entries in read("pages")["menus"].items():
        library.snippet(
            Menu, "menu", place, lambda language, place=place, entries=entries: _menu(library, place, entries, language)
        )


def _menu(library: Library, place: str, entries: list[dict], language: str) -> Menu:
    menu = Menu(place=place)
    menu.items = [
        MenuItem(
            translation_key=identity("menu_item", f"{place}/{order}"),
            locale=library.vietnamese if language == "vi" else library.english,
            page_id=_page_pk(library, entry["page"]),
            title=text(entry.get("title"), language),
            show_children=library.find("standard", entry["page"]) is not None and place == "main",
            sort_order=order,
        )
        for order, entry in enumerate(entries)
    ]
    return menu


def _page_pk(library: Library, key: str) -> int:
    if key in INDEXES:
        return library.find("index", key)
    return library.find("standard", key) or library.find("stream", _stream_key(key))
