"""What is measured: our addresses, and beside each the yardstick's that asks for the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management.base import CommandError

from articles.models import ArticlePage
from cms.delivery.models import DeliverySequence
from cms.operations.bench.measuring import ask

OURS, STOCK = "/api/v2/articles/?locale=vi&limit=20", "/stock/api/v2/articles/?locale=vi&limit=20"
# More than are asked for in one run: no article is asked for twice.
MOST_ARTICLES = 60
NAMED = "&fields=_,title,slug,date,category,cover"
NAMED_STOCK = "&fields=_,title,slug,display_date,category,cover_wide"


@dataclass(frozen=True)
class Pair:
    """Addresses that are asked one after the other, and the yardstick's: () where it has nothing like it."""

    name: str
    ours: tuple[str, ...]
    stock: tuple[str, ...] = ()


def pairs(application: Callable, host: str, ask: Callable = ask) -> list[Pair]:
    """Return what is measured over the articles there are. Raises CommandError if they are fewer than a page.

    `ask(application, address, host)` answers as measuring.ask does.
    """
    articles = ArticlePage.objects.live().filter(locale__language_code="vi")
    count, latest = articles.count(), list(articles.order_by("-pk")[:MOST_ARTICLES])
    if count < 20:
        raise CommandError("There are fewer than 20 articles: run `manage.py fill --articles 1000` first")
    deep = max(0, count * 3 // 10 if count >= 20_000 else count - 40)
    here = DeliverySequence.current()
    before = ask(application, f"{OURS}&offset={max(0, deep - 20)}", host)
    return [
        Pair("list, five fields", (OURS + NAMED,), (STOCK + NAMED_STOCK,)),
        Pair("list, default fields", (OURS,), (STOCK,)),
        Pair("list, all fields", (OURS + "&fields=*",), (STOCK + "&fields=*",)),
        Pair("deep page, five fields", (f"{OURS}{NAMED}&offset={deep}",), (f"{STOCK}{NAMED_STOCK}&offset={deep}",)),
        Pair("deep page by cursor", (_following(before.headers),)),
        _pair_of_articles("detail", [f"/api/v2/articles/{article.pk}/" for article in latest], "/stock"),
        _pair_of_articles("article as HTML", [article.url for article in latest], "/stock/page"),
        Pair("changes, nothing new", (f"/api/v2/changes/?token={here.epoch}.{here.value}",)),
    ]


def _pair_of_articles(name: str, ours: list[str], prefix: str) -> Pair:
    return Pair(name, tuple(ours), tuple(f"{prefix}{address}" for address in ours))


def _following(headers: dict[str, str]) -> str:
    """Return the path and query of the page a Link header leads to."""
    found = re.match(r"<https?://[^/]+(/[^>]*)>", headers.get("Link", ""))
    if found is None:
        raise CommandError("the list names no next page")
    return found[1]
