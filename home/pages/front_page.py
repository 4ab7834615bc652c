"""Everything the home page's sections read, in as few queries as possible and each once."""

from collections.abc import Iterable
from functools import cached_property

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from cms.core.cards import Card
from cms.core.fallbacks import cards_of
from cms.core.restrictions import is_restricted
from home.elections.election import Election
from home.pages.front_articles import FrontArticles
from home.pages.own_text import own_text_first, prefer_own_text


class FrontPage:
    """The home page of one language in one request. `tree` is the home page whose children are shown."""

    def __init__(self, tree: Page, raw_sections: Iterable[dict], request=None):
        self.tree = tree
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.now = timezone.now()
        self._raw_sections = list(raw_sections)

    def index_page(self, label: str) -> Page | None:
        """Return the live page of a type ("app.Model") directly below home, None where there is none."""
        content_type = ContentType.objects.get_for_model(apps.get_model(label), for_concrete_model=False)
        return next((page for page in self._children if page.content_type_id == content_type.pk), None)

    def translation_here(self, pk: int | None) -> Page | None:
        """Return the page below this home page that is, or translates, the chosen page; None where none is live."""
        key = next((page.translation_key for page in self._pages if page.pk == pk), None)
        return next((page for page in self._children if page.translation_key == key), None) if key else None

    def url_of(self, page: Page | None) -> str:
        return (page.get_url(request=self.request) or "") if page is not None else ""

    def newest(self, label: str, index: Page, count: int) -> list[Card]:
        """Return cards of the newest items of a type below an index page."""
        items = apps.get_model(label).objects.child_of(index).live().exclude(is_restricted())
        return cards_of(prefer_own_text(own_text_first(items.newest_first().with_cards())[:count]))

    def election(self, pk: int | None) -> Election | None:
        """Return a chosen election in this language, else in Vietnamese; None where neither is live."""
        if pk not in self._elections:
            return None
        key = self._elections[pk].translation_key
        by_language = {
            election.locale.language_code: election
            for election in self._elections.values()
            if election.translation_key == key and election.live
        }
        return by_language.get(self.language) or by_language.get(settings.LANGUAGE_CODE)

    @cached_property
    def articles(self) -> FrontArticles:
        """The articles of every section, found together."""
        wanted = {
            stream.path: raw["value"].get("count")
            for raw in self._of_kind("stream")
            if (stream := self.translation_here(raw["value"].get("stream"))) is not None
        }
        return FrontArticles(self.tree, wanted, has_featured=bool(self._of_kind("featured")))

    @cached_property
    def _pages(self) -> list[Page]:
        """Home's children, and the pages that sections name in whatever language they were chosen."""
        chosen = [raw["value"].get("stream") for raw in self._of_kind("stream")]
        pages = Page.objects.all()
        wanted = pages.child_of_q(self.tree) | Q(pk__in=chosen)
        return list(pages.filter(wanted).exclude(is_restricted()).order_by("path"))

    @cached_property
    def _children(self) -> list[Page]:
        return [page for page in self._pages if page.live and page.is_child_of(self.tree)]

    @cached_property
    def _elections(self) -> dict[int, Election]:
        chosen = [raw["value"].get("election") for raw in self._of_kind("election")]
        if not chosen:
            return {}
        keys = Election.objects.filter(pk__in=chosen).values("translation_key")
        elections = Election.objects.filter(translation_key__in=keys).select_related("locale", "banner")
        return {election.pk: election for election in elections.prefetch_related("phases", "links")}

    def _of_kind(self, kind: str) -> list[dict]:
        return [raw for raw in self._raw_sections if raw["type"] == kind]
