"""Menus as readers of one language see them: each page in that language, or else what stands in for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from cms.core.fallbacks import has_own_text, is_untranslated
from cms.core.restrictions import is_restricted
from home.menus.menu import Menu
from home.menus.menu_item import MenuItem


@dataclass
class MenuEntry:
    """What templates show of an item; `lang` is a language code only where the title is not in the page's language."""

    title: str
    url: str
    lang: str = ""
    is_current: bool = False
    children: list["MenuEntry"] = field(default_factory=list)
    page: Page | None = None

    def marked(self, path: str, home: str) -> "MenuEntry":
        """Return the entry as the page at `path` shows it; `home` is the address of the language's home page."""
        is_here = is_in(path, self.url, home)
        return replace(self, is_current=is_here, children=[child.marked(path, home) for child in self.children])


def is_in(path: str, url: str, home: str) -> bool:
    """Whether the page at `path` is the one at `url`, or in the section that this is; every page is in `home`."""
    if not url or path == url:
        return bool(url)
    return url not in {"/", home} and url.endswith("/") and path.startswith(url)


def menu_entries(language: str, request=None) -> dict[str, list[MenuEntry]]:
    """Return {place: entries} of all menus for readers of `language`. At most three queries, whatever they hold."""
    languages = {language, settings.LANGUAGE_CODE}
    items = MenuItem.objects.filter(menu__live=True, menu__locale__language_code__in=languages)
    menus: dict[str, dict[str, list[MenuItem]]] = {}
    for item in items.select_related("menu__locale"):
        menus.setdefault(item.menu.place, {}).setdefault(item.menu.locale.language_code, []).append(item)
    # A language's own menu, or else the Vietnamese.
    chosen = {place: versions.get(language) or versions[settings.LANGUAGE_CODE] for place, versions in menus.items()}
    return MenuReader(language, request).read(chosen)


def entries_of(menu: Menu) -> list[MenuEntry]:
    """Return one menu's entries in its own language."""
    items = list(menu.items.all())
    return MenuReader(menu.locale.language_code).read({menu.place: items})[menu.place]


class MenuReader:
    """Turns menus into entries, finding the pages of all of them at once."""

    def __init__(self, language: str, request=None):
        self.language = language
        self.request = request

    def read(self, menus: dict[str, list[MenuItem]]) -> dict[str, list[MenuEntry]]:
        everything = [item for items in menus.values() for item in items]
        self._load_pages(everything)
        self._load_children(everything)
        return {
            place: [entry for item in items if (entry := self._entry(item, item.menu.locale.language_code))]
            for place, items in menus.items()
        }

    def _load_pages(self, items: Iterable[MenuItem]) -> None:
        """Find every language's page of every item, in one query."""
        pks = {item.page_id for item in items if item.page_id}
        keys = Page.objects.filter(pk__in=pks).values("translation_key")
        self.translations: dict = {}
        self.keys: dict[int, str] = {}
        found = Page.objects.filter(translation_key__in=keys).select_related("locale")
        found = found.annotate(is_restricted=is_restricted()) if pks else []
        for page in found:
            self.keys[page.pk] = page.translation_key
            if page.live and not page.is_restricted:
                self.translations.setdefault(page.translation_key, {})[page.locale.language_code] = page

    def _load_children(self, items: Iterable[MenuItem]) -> None:
        """Find the pages below the items that show them, in one query."""
        parents = [page for item in items if item.show_children and (page := self._page(item)) is not None]
        self.children: dict[str, list[Page]] = {}
        if not parents:
            return
        below = Q()
        for parent in parents:
            below |= Q(path__startswith=parent.path, depth=parent.depth + 1)
        visible = Page.objects.live().exclude(is_restricted())
        children = list(visible.in_menu().filter(below).select_related("locale").order_by("path"))
        keys = {child.translation_key for child in children if is_untranslated(child)}
        read = visible.filter(has_own_text(), translation_key__in=keys).values_list("translation_key", flat=True)
        sources = set(read) if keys else set()
        for child in children:
            if not is_untranslated(child) or child.translation_key in sources:
                self.children.setdefault(child.path[: -Page.steplen], []).append(child)

    def _page(self, item: MenuItem) -> Page | None:
        """Return the page an item leads to: in this language, else in Vietnamese, else in any it is live in."""
        pages = self.translations.get(self.keys.get(item.page_id), {})
        if all(is_untranslated(page) for page in pages.values()):
            # What they stand in for is shown to nobody, or not to everybody.
            return None
        return pages.get(self.language) or pages.get(settings.LANGUAGE_CODE) or next(iter(pages.values()), None)

    def _entry(self, item: MenuItem, menu_language: str) -> MenuEntry | None:
        own_title = item.title if menu_language == self.language else ""
        if not item.page_id:
            return MenuEntry(item.title, item.url, "" if own_title else menu_language)
        page = self._page(item)
        if page is None:
            return None
        entry = self._page_entry(page)
        if own_title:
            entry.title, entry.lang = own_title, ""
        elif entry.lang and entry.lang == menu_language and item.title:
            entry.title = item.title
        if item.show_children:
            entry.children = [self._page_entry(child) for child in self.children.get(page.path, [])]
        return entry

    def _page_entry(self, page: Page) -> MenuEntry:
        """Return a page under its own title, or under its source's where it has no text of its own."""
        titled = page
        if is_untranslated(page):
            titled = self.translations.get(page.translation_key, {}).get(settings.LANGUAGE_CODE, page)
        language = titled.locale.language_code
        if titled is page and is_untranslated(page):
            language = settings.LANGUAGE_CODE
        return MenuEntry(
            title=titled.title,
            url=page.get_url(request=self.request) or "",
            lang="" if language == self.language else language,
            page=page,
        )
