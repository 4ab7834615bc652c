"""The frame of a page: who speaks, where one is, where one can go."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from cms.core.fallbacks import is_untranslated
from cms.translation.fallback import addressed_page
from cms.translation.switcher import alternates, canonical_url, language_switch, outdated
from home.alerts.alert import Alert
from home.alerts.shown_alerts import alerts_to_come, shown_alerts
from home.frame_memory import keep_for_all
from home.lost import LostAddress
from home.menus.menu import Place
from home.menus.menu_entries import MenuEntry, is_in, menu_entries
from home.organisation.organisation_texts import OrganisationTexts, organisation_texts


class Frame:
    """One request's frame. What costs a query is lazy: what a template does not show costs nothing."""

    def __init__(self, request):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE

    def context(self) -> dict:
        lazy = {
            "organisation": self._organisation,
            "alerts": self._alerts,
            "lost": lambda: LostAddress(self.request.path_info, self.language),
            "today": timezone.localdate,
            "main_menu": self._main_menu,
            "footer_menu": self._footer_menu,
            "language_switch": lambda: language_switch(self.request, self.page),
            "menu_mark": lambda: self._mark(Place.MAIN),
            "footer_mark": lambda: self._mark(Place.FOOTER),
            "breadcrumbs": self._breadcrumbs,
            "outdated": lambda: outdated(self.page),
            "alternates": lambda: alternates(self.page),
            "canonical_url": lambda: canonical_url(self.page, self._page_number),
        }
        return {
            "home_url": self._home_url,
            "search_url": reverse(f"search_{self.language}"),
            **{name: SimpleLazyObject(make) for name, make in lazy.items()},
        }

    @cached_property
    def page(self) -> Page | None:
        """The page at this address, None where the address is no page's (search, errors)."""
        page = addressed_page(self.request)
        active = Locale.get_active()
        if page is not None and page.locale_id == active.pk:
            # At its own address a page is in the active language: no need to ask which that is.
            page.locale = active
        return page

    def _keep(self, name: str, make: Callable[[], Any]) -> Any:
        return keep_for_all(name, self.request, self.language, make)

    def _organisation(self) -> OrganisationTexts:
        return self._keep("organisation", lambda: organisation_texts(self.language))

    def _alerts(self) -> list[Alert]:
        return shown_alerts(self.language, self._keep("alerts", alerts_to_come))

    def _menu(self, place: str) -> list[MenuEntry]:
        return self._keep("menus", lambda: menu_entries(self.language, self.request)).get(place, [])

    def _main_menu(self) -> list[MenuEntry]:
        return [entry.marked(self.request.path, self._home_url) for entry in self._menu(Place.MAIN)]

    def _footer_menu(self) -> list[MenuEntry]:
        # The footer marks the page one is on, not the section around it.
        return [replace(entry, is_current=entry.url == self.request.path) for entry in self._menu(Place.FOOTER)]

    def _mark(self, place: str) -> str | None:
        """Return what a menu's look on this page depends on: the path where it marks an entry, "" where it does not.

        The main menu marks the section around a page as well: for all pages in it alike. With a search in its field it
        is as on no other page: None.
        """
        if self.request.GET.get("q"):
            return None
        path = self.request.path
        if place == Place.FOOTER:
            return path if any(entry.url == path for entry in self._menu(place)) else ""
        urls = {url for entry in self._menu(place) for url in (entry.url, *(child.url for child in entry.children))}
        return path if path in urls else " ".join(sorted(url for url in urls if is_in(path, url, self._home_url)))

    @property
    def _home_url(self) -> str:
        return "/" if self.language == settings.LANGUAGE_CODE else f"/{self.language}/"

    def _breadcrumbs(self) -> list[dict]:
        """Return [{title, url, lang}] from home to this page; nothing on the home page itself."""
        if self.page is None or self.page.depth <= 2:
            return []
        path = self.page.path[: -self.page.steplen]
        above = self._keep(f"breadcrumbs {path}", lambda: self._crumbs_of_sections(path))
        return [*above, self._crumb(self.page)] if self.page.live else above

    def _crumbs_of_sections(self, path: str) -> list[dict]:
        """Return the crumbs of the pages down to the one at this tree path."""
        paths = [path[:end] for end in range(2 * Page.steplen, len(path) + 1, Page.steplen)]
        pages = Page.objects.filter(path__in=paths).live().order_by("path").select_related("locale")
        return [self._crumb(page) for page in pages]

    def _crumb(self, page: Page) -> dict:
        return {
            "title": page.title,
            "url": page.get_url(request=self.request) or "",
            "lang": settings.LANGUAGE_CODE if is_untranslated(page) else "",
        }

    @property
    def _page_number(self) -> int:
        """The page of a list that was asked for; a wrong one is refused by the list itself."""
        number = self.request.GET.get("page", "")
        return int(number) if number.isascii() and number.isdigit() and len(number) <= 6 else 1
