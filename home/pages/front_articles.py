"""The articles on the home page: those at the top and the newest of each stream, in one query."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from django.db.models import Q
from wagtail.models import Page

from articles.models import ArticlePage
from cms.core.cards import Card
from cms.core.fallbacks import cards_by_pk
from cms.core.restrictions import is_restricted
from home.pages.own_text import own_text_first, prefer_own_text
from home.pages.sections.featured import FEATURED_COUNT
from home.pages.sections.stream import STREAM_COUNT


class FrontArticles:
    """`wanted` maps the tree path of each stream to the number of its articles shown, None for the usual number."""

    def __init__(self, tree: Page, wanted: Mapping[str, int | None], *, has_featured: bool):
        self.tree = tree
        self.wanted = wanted
        self.has_featured = has_featured

    def featured(self) -> list[Card]:
        """Return the cards of the newest featured articles of this tree."""
        return self._cards(self._featured)

    def newest_in(self, stream: Page, count: int) -> list[Card]:
        """Return the cards of a stream's newest articles, without those at the top unless it has no others."""
        members = prefer_own_text(article for article in self._found if article.path.startswith(stream.path))
        top = {article.pk for article in self._featured}
        return self._cards(([article for article in members if article.pk not in top] or members)[:count])

    def _cards(self, articles: Iterable[ArticlePage]) -> list[Card]:
        return [self._cards_by_pk[article.pk] for article in articles if article.pk in self._cards_by_pk]

    @cached_property
    def _cards_by_pk(self) -> dict[int, Card]:
        return cards_by_pk(self._found)

    @cached_property
    def _found(self) -> list[ArticlePage]:
        wanted = Q()
        live = ArticlePage.objects.live().exclude(is_restricted())
        if self.has_featured:
            featured = live.descendant_of(self.tree).filter(is_featured=True)
            wanted |= Q(pk__in=self._newest(featured, FEATURED_COUNT))
        for path, count in self.wanted.items():
            # As many more as may be at the top already.
            more = FEATURED_COUNT if self.has_featured else 0
            wanted |= Q(pk__in=self._newest(live.filter(path__startswith=path), (count or STREAM_COUNT) + more))
        if not wanted:
            return []
        # Cards show no body, and bodies are most of what an article weighs.
        return list(ArticlePage.objects.filter(wanted).newest_first().with_cards().defer("body"))

    @cached_property
    def _featured(self) -> list[ArticlePage]:
        if not self.has_featured:
            return []
        return prefer_own_text(article for article in self._found if article.is_featured)[:FEATURED_COUNT]

    def _newest(self, articles, count: int):
        return own_text_first(articles.newest_first()).values("pk")[:count]
