"""The frame of a page: who speaks, where one is, where one can go."""

from functools import cached_property

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
from home.alerts.shown_alerts import shown_alerts
from home.lost import LostAddress
from home.menus.menu import Place
from home.menus.menu_entries import MenuEntry, menu_entries
from home.organisation.organisation_texts import OrganisationTexts, organisation_texts


class Frame:
    """One request's frame. What costs a query is lazy: what a template does not show costs nothing."""

    def __init__(self, request):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE

    def context(self) -> dict:
        lazy = {
            "organisation": lambda: self._organisation,
            "alerts": self._alerts,
            "lost": lambda: LostAddress(self.request.path_info, self.language),
            "today": timezone.localdate,
            "main_menu": lambda: self._menus.get(Place.MAIN, []),
            "footer_menu": self._footer_menu,
            "language_switch": lambda: language_switch(self.request, self.page),
            "breadcrumbs": self._breadcrumbs,
            "outdated": lambda: outdated(self.page),
            "alternates": lambda: alternates(self.page),
            "canonical_url": lambda: canonical_url(self.page, self._page_number),
        }
        return {
            "home_url": "/" if self.language == settings.LANGUAGE_CODE else f"/{self.language}/",
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

    @cached_property
    def _organisation(self) -> OrganisationTexts:
        return organisation_texts(self.language)

    def _alerts(self) -> list[Alert]:
        return shown_alerts(self.language) if self._organisation.has_alerts else []

    @cached_property
    def _menus(self) -> dict[str, list[MenuEntry]]:
        return menu_entries(self.language, self.request)

    def _footer_menu(self) -> list[MenuEntry]:
        entries = self._menus.get(Place.FOOTER, [])
        for entry in entries:
            # The footer marks the page one is on, not the section around it.
            entry.is_current = entry.url == self.request.path
        return entries

    def _breadcrumbs(self) -> list[dict]:
        """Return [{title, url, lang}] from home to this page; nothing on the home page itself."""
        if self.page is None or self.page.depth <= 2:
            return []
        pages = self.page.get_ancestors(inclusive=True).filter(depth__gt=1).live().select_related("locale")
        return [
            {
                "title": page.title,
                "url": page.get_url(request=self.request) or "",
                "lang": settings.LANGUAGE_CODE if is_untranslated(page) else "",
            }
            for page in pages
        ]

    @property
    def _page_number(self) -> int:
        """The page of a list that was asked for; a wrong one is refused by the list itself."""
        number = self.request.GET.get("page", "")
        return int(number) if number.isascii() and number.isdigit() and len(number) <= 6 else 1
