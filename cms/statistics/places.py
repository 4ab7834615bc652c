"""Which addresses are counted: live pages, the search, the page on this method; and where in the site they are."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page, Site

# Depth of the pages right below home: each section of the site is one.
SECTION_DEPTH = 3
SECTION_LENGTH = SECTION_DEPTH * Page.steplen
SEARCH = "search"
VISITS = "visits"


@dataclass(frozen=True)
class Place:
    """An address as it is counted. `section` is a uuid, "" for home and for what is no page."""

    path: str
    locale: str
    section: str = ""
    is_search: bool = False


def places_of(paths: set[str]) -> dict[str, Place]:
    """Return the places of those paths that have one. Two queries, and none without a path of a page."""
    found, wanted = {}, {}
    others = _other_places()
    homes = _homes()
    for path in paths:
        whole = path if path.endswith("/") else f"{path}/"
        if whole in others:
            found[path] = others[whole]
        elif url_path := _url_path(whole, homes):
            wanted[path] = whole, url_path
    pages = _pages_at({url_path for _whole, url_path in wanted.values()})
    sections = _sections_of({path[:SECTION_LENGTH] for path, _locale in pages.values()})
    for path, (whole, url_path) in wanted.items():
        if url_path in pages:
            tree_path, locale = pages[url_path]
            found[path] = Place(whole, locale, sections.get(tree_path[:SECTION_LENGTH], ""))
    return found


def _other_places() -> dict[str, Place]:
    languages = [code for code, _name in settings.LANGUAGES]
    return {
        reverse(f"{name}_{language}"): Place(reverse(f"{name}_{language}"), language, is_search=name == SEARCH)
        for name in (SEARCH, VISITS)
        for language in languages
    }


def _homes() -> list[tuple[str, str]]:
    """Return [(prefix of addresses, url_path of its home page)], the longest prefix first."""
    homes = {}
    for root in Site.get_site_root_paths():
        prefix = "/" if root.language_code == settings.LANGUAGE_CODE else f"/{root.language_code}/"
        homes.setdefault(prefix, root.root_path)
    return sorted(homes.items(), key=lambda home: -len(home[0]))


def _url_path(path: str, homes: list[tuple[str, str]]) -> str:
    for prefix, root_path in homes:
        if path.startswith(prefix):
            return root_path + path.removeprefix(prefix)
    return ""


def _pages_at(url_paths: set[str]) -> dict[str, tuple[str, str]]:
    """Return {url_path: (path in the tree, language)} of live pages; slugs have an index, url_path has none."""
    if not url_paths:
        return {}
    slugs = {url_path.rstrip("/").rpartition("/")[2] for url_path in url_paths}
    rows = Page.objects.live().filter(slug__in=slugs).values_list("url_path", "path", "locale__language_code")
    return {url_path: (path, locale) for url_path, path, locale in rows if url_path in url_paths}


def _sections_of(tree_paths: set[str]) -> dict[str, str]:
    """Return {path in the tree: uuid} of the pages right below home."""
    if not tree_paths:
        return {}
    rows = Page.objects.filter(path__in=tree_paths, depth=SECTION_DEPTH).values_list("path", "translation_key")
    return {path: str(uuid) for path, uuid in rows}
