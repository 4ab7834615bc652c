"""Cache tags: by which names an edge is told what to forget.

- `site`: every answer; `html`: every HTML page; `missing`: every 404, 410 and redirect;
- `<type>`: every answer that lists items of a type; `<type>-<uuid>`: the pages of one item in all languages;
- `<type>-<id>`: one document of the API; `changes`: what follows the sequence.
"""

from collections.abc import Callable
from functools import cache

from django.db import models
from wagtail.models import Page

from cms.delivery.registry import all_types

HEADER = "Cache-Tag"
SITE, HTML, MISSING, CHANGES = "site", "html", "missing", "changes"


def all_of(model: type[models.Model]) -> str:
    return model._meta.model_name


def item(model: type[models.Model], identity: object) -> str:
    """Return the tag of one item by its uuid or its primary key."""
    return f"{model._meta.model_name}-{identity}"


def of_page(page: Page) -> list[str]:
    """Return the tags of a page's HTML: itself, and the types it lists."""
    return [item(type(page), page.translation_key), *listed_types(type(page))]


def every_type() -> tuple[str, ...]:
    return tuple(sorted(all_of(made.model) for made in all_types()))


@cache
def listed_types(model: type[Page]) -> tuple[str, ...]:
    """Return the tags of the types that pages of this type list.

    These are what may stand below them; and what a type says by `lists_own_type` (neighbours) or `lists_every_type`.
    """
    if getattr(model, "lists_every_type", False):
        return every_type()
    listed = {all_of(child) for child in model.clean_subpage_models()}
    if getattr(model, "lists_own_type", False):
        listed.add(all_of(model))
    return tuple(sorted(listed))


_readers: list[Callable[[str], list[str]]] = []


def register(reader: Callable[[str], list[str]]) -> None:
    """Ask `reader(path)` too for the tags of an answer; it returns [] for an address that is not its own."""
    _readers.append(reader)


def of_address(path: str) -> list[str]:
    """Return the tags that follow from an address alone."""
    return [tag for reader in _readers for tag in reader(path)]
