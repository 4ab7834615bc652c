"""A page in its languages: the switch in the masthead, hreflang, the canonical address, whether it is outdated."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.core.fallbacks import is_untranslated
from cms.core.known_tree import is_restricted_page
from cms.core.restrictions import is_restricted
from cms.delivery.known_row import KnownRow
from cms.delivery.translation_states import source_among
from cms.translation.models import TranslationState
from cms.translation.switch_link import other_language, switch_link, switch_of_address


def language_switch(request, page: Page | None) -> dict | None:
    """Return {url, lang, label, is_exact, is_fallback, notice} for the other language; None if it has no site.

    `page` is the page at this address (see fallback.addressed_page), None where there is none: then the switch leads
    to the same form in the other language, or to the other home page. `is_exact` is False where it leads to the
    nearest translated ancestor; `notice` says so, in this page's language. `is_fallback`: the page is there, but shown
    in its source's language.
    """
    return PageLanguages.of(page).switch(request) if page is not None else switch_of_address(request)


def alternates(page: Page | None) -> list[dict]:
    """Return [{hreflang, href}] of a page that exists in several languages, itself included, and `x-default`.

    Only pages that are live, public and really translated count, so the lists of all of them are the same: reciprocal.
    """
    return PageLanguages.of(page).alternates() if page is not None else []


def canonical_url(page: Page | None, number: int = 1) -> str:
    """Return the one address search engines should keep: the original's for an untranslated page, "" where none is.

    `number` is the page of a list: each page of a list is its own.
    """
    return PageLanguages.of(page).canonical_url(number) if page is not None else ""


@dataclass(frozen=True)
class Outdated:
    """That a page's source has changed since it was translated: when, and where the original is."""

    since: datetime
    source_lang: str
    source_url: str
    label: str


def outdated(page: Page | None) -> Outdated | None:
    """Return what readers of an outdated translation are told; None where there is nothing to tell."""
    return PageLanguages.of(page).outdated() if page is not None else None


class PageLanguages:
    """A page, its ancestors, and all their translations, read in one query."""

    def __init__(self, page: Page):
        self.page = page

    @classmethod
    def of(cls, page: Page) -> "PageLanguages":
        """Return the one object of this page instance, so that its readers share the queries."""
        if "_page_languages" not in page.__dict__:
            page._page_languages = cls(page)
        return page._page_languages

    def switch(self, request) -> dict | None:
        here = self.page.locale.language_code
        there = other_language(here)
        if there is None:
            return None
        known = (self._delivered_translations or {}).get(there)
        if known is not None:
            return switch_link(self._as_linked_here(known["html_url"], request), there)
        same = next((page for page in self._versions if page.locale.language_code == there), None)
        if same is not None and self._is_served(same):
            return switch_link(same.get_url(request), there, is_fallback=is_untranslated(same))
        for ancestor in self._ancestors_in(there):
            if self._is_shown(ancestor):
                with translation.override(here):
                    notice = _("This page does not exist in the other language. The link leads to “%(title)s”.")
                return switch_link(ancestor.get_url(request), there, notice=notice % {"title": ancestor.title})
        return None

    def alternates(self) -> list[dict]:
        links = self._shown_versions
        if len(links) < 2:
            return []
        links.sort(key=lambda link: (link["hreflang"] != settings.LANGUAGE_CODE, link["hreflang"]))
        if links[0]["hreflang"] == settings.LANGUAGE_CODE:
            links.append({"hreflang": "x-default", "href": links[0]["href"]})
        return links

    def canonical_url(self, number: int) -> str:
        elsewhere = getattr(self.page, "canonical_source_url", "")
        if elsewhere:
            return elsewhere
        if is_untranslated(self.page):
            url = (self._source.full_url or "") if self._source is not None else ""
        else:
            url = self._full_url
        return f"{url}?page={number}" if url and number > 1 else url

    def outdated(self) -> Outdated | None:
        if self._delivered_translations is not None and not self._may_be_outdated():
            return None
        here = next((page for page in self._versions if page.pk == self.page.pk), None)
        if here is None or here.outdated_since is None or not self._is_shown(here):
            return None
        shown = [page for page in self._versions if page.pk != here.pk and self._is_shown(page)]
        if not shown:
            return None
        source = source_among(shown)
        with translation.override(source.locale.language_code):
            label = _("Read the original")
        return Outdated(here.outdated_since, source.locale.language_code, source.full_url or "", label)

    def _may_be_outdated(self) -> bool:
        """Whether it is worth to read all versions. One query, none for the language the others are translated from."""
        if self.page.locale.language_code == settings.LANGUAGE_CODE:
            return False
        states = TranslationState.objects.filter(
            translation_key=self.page.translation_key,
            locale=self.page.locale_id,
            state=TranslationState.State.OUTDATED,
        )
        return states.exists()

    @property
    def _full_url(self) -> str:
        known = KnownRow.of(self.page)
        return known.document["meta"]["html_url"] if known is not None else self.page.full_url or ""

    def _as_linked_here(self, html_url: str, request) -> str:
        """Return the address of a translation as Wagtail writes it in links: without the host if there is one site."""
        own = self.page.get_url(request) or ""
        root = self._full_url.removesuffix(own)
        is_relative = own.startswith("/")
        return html_url.removeprefix(root) if is_relative and html_url.startswith(f"{root}/") else html_url

    @cached_property
    def _delivered_translations(self) -> dict[str, dict] | None:
        """What the page's own document says of its other languages, by language; None where that is not known.

        They are what `_is_shown` says of each, written when one of them last changed.
        """
        known = KnownRow.of(self.page)
        if known is None:
            return None
        return {other["locale"]: other for other in known.document["meta"]["translations"]}

    @property
    def _shown_versions(self) -> list[dict]:
        """Return [{hreflang, href}] of this page and its translations, nothing if the page itself is not shown."""
        if self._delivered_translations is not None:
            others = [{"hreflang": code, "href": one["html_url"]} for code, one in self._delivered_translations.items()]
            return [{"hreflang": self.page.locale.language_code, "href": self._full_url}, *others]
        shown = [page for page in self._versions if self._is_shown(page)]
        if self.page.pk not in {page.pk for page in shown}:
            return []
        return [{"hreflang": page.locale.language_code, "href": page.full_url} for page in shown]

    @cached_property
    def _members(self) -> list[Page]:
        steps = range(2 * Page.steplen, len(self.page.path) + 1, Page.steplen)
        keys = Page.objects.filter(path__in=[self.page.path[:end] for end in steps]).values("translation_key")
        members = Page.objects.filter(translation_key__in=keys).select_related("locale")
        behind = TranslationState.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale=OuterRef("locale_id"),
            state=TranslationState.State.OUTDATED,
        )
        return list(
            members.annotate(is_restricted=is_restricted(), outdated_since=Subquery(behind.values("outdated_since")))
        )

    @property
    def _versions(self) -> list[Page]:
        return [page for page in self._members if page.translation_key == self.page.translation_key]

    def _ancestors_in(self, language: str) -> list[Page]:
        """Return the translations of this page's ancestors, nearest first."""
        own = [page for page in self._members if self.page.path.startswith(page.path) and page.pk != self.page.pk]
        depths = {page.translation_key: page.depth for page in own}
        there = [
            page for page in self._members if page.locale.language_code == language and page.translation_key in depths
        ]
        return sorted(there, key=lambda page: -depths[page.translation_key])

    @property
    def _source(self) -> Page | None:
        """The shown page an untranslated one stands in for, without a further query where both are translations."""
        shown = [page for page in self._versions if self._is_shown(page)]
        shown.sort(
            key=lambda page: (page.pk != self.page.alias_of_id, page.locale.language_code != settings.LANGUAGE_CODE)
        )
        if shown:
            return shown[0]
        original = self.page.alias_of
        is_shown = original is not None and original.live and not is_restricted_page(original)
        return original if is_shown else None

    def _is_shown(self, page: Page) -> bool:
        """Whether a page is live, public and has a text of its own."""
        return page.live and not is_untranslated(page) and self._is_public(page)

    def _is_served(self, page: Page) -> bool:
        """Whether its address answers: with a text of its own, or with one of its other versions'."""
        if not page.live or not self._is_public(page):
            return False
        return not is_untranslated(page) or any(self._is_shown(version) for version in self._versions)

    def _is_public(self, page: Page) -> bool:
        return not page.is_restricted
