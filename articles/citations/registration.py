"""What the rooms below must know of citations: links while text is written, and what is written again with a record."""

from articles.citations.keeping import citing, remember
from articles.citations.page_citations import PageCitations, linker_of
from cms.core.mentions import register_mentions
from cms.core.models import BasePage
from cms.delivery.registry import Naming, register_naming


def register() -> None:
    register_mentions(linker_of)
    register_naming(Naming(remember=remember, naming=citing, due_at=next_change))


def next_change(instance):
    """Return when the document of an item says something else, because the status of what it cites changes."""
    return PageCitations.of(instance).next_change() if isinstance(instance, BasePage) else None
