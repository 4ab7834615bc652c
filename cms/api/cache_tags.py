"""Which cache tags an answer of the API has: they follow from its address.

`/api/v2/articles/` lists articles and goes when any of them changes; `/api/v2/articles/12/` goes with its own item;
whatever else stands here may follow the sequence.
"""

from wagtail.models import Page

from cms.caching import tags
from cms.delivery.registry import all_types

PREFIX = "/api/v2/"


def tags_of_address(path: str) -> list[str]:
    if not path.startswith(PREFIX):
        return []
    name, _slash, rest = path.removeprefix(PREFIX).partition("/")
    models = [Page] if name == "pages" else [made.model for made in all_types() if made.endpoint == name]
    pk = rest.strip("/")
    if not models:
        return [tags.CHANGES]
    return [tags.item(model, pk) if pk.isdigit() else tags.all_of(model) for model in models]
