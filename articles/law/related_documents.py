"""The other documents a law document names, or is named by: what may be said of them in public, from both ends."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils.functional import cached_property

from articles.law.law_history import history_of
from articles.law.law_link import links_of
from articles.law.law_relation import RelationType
from cms.core.fallbacks import cards_by_pk, has_own_text
from cms.core.restrictions import is_restricted

# Named by whoever does so in any number: a list of its own, not a part of the document.
UNBOUNDED = frozenset({(RelationType.CITES.value, False)})


class Relation(NamedTuple):
    """`is_outgoing`: this document does it to the other; otherwise the other does it to this one."""

    type: str
    is_outgoing: bool
    other: UUID

    @property
    def direction(self) -> str:
        return "outgoing" if self.is_outgoing else "incoming"

    @property
    def label(self) -> str:
        relation = RelationType(self.type)
        return str(relation.label) if self.is_outgoing else relation.inverse_label


def relations_of(key: UUID) -> list[Relation]:
    """Return the relations of a document, whoever says so; one query."""
    found = []
    for actor, relation, target in links_of([key]):
        is_outgoing = actor == key
        if (relation, is_outgoing) not in UNBOUNDED:
            found.append(Relation(relation, is_outgoing, target if is_outgoing else actor))
    return found


def public_documents(keys: Iterable[UUID], language: str) -> dict:
    """Return {key: page} of the documents everybody may see, in a language where there is one, else in Vietnamese."""
    from articles.models import LawDocumentPage

    keys = set(keys)
    if not keys:
        return {}
    pages = LawDocumentPage.objects.said_of(keys).live().exclude(is_restricted()).filter(has_own_text())
    pages = pages.filter(locale__language_code__in={language, settings.LANGUAGE_CODE}).defer_streamfields()
    # The language asked for comes last, and stays.
    ordered = sorted(pages, key=lambda page: page.locale.language_code == language)
    return {page.translation_key: page for page in ordered}


def documents_beside(pks: Iterable[int]):
    """Return what repeats something of these law documents: those they are related to, and what they are said to do."""
    from articles.models import LawDocumentPage

    keys = set(LawDocumentPage.objects.filter(pk__in=list(pks)).values_list("translation_key", flat=True))
    others = {key for actor, _relation, target in links_of(keys) for key in (actor, target)} - keys
    return LawDocumentPage.objects.filter(translation_key__in=others).only("pk") if others else ()


class Mentions:
    """A document's history and relations, and the public pages they name, found once for the whole document."""

    def __init__(self, document):
        self.history = history_of(document)
        self.relations = relations_of(document.translation_key)
        self._language = document.locale.language_code

    @property
    def wanted(self) -> set[UUID]:
        """The translation keys of all they name."""
        named = {entry.source_key for entry in self.history if entry.source_key is not None}
        return named | {relation.other for relation in self.relations}

    @cached_property
    def pages(self) -> dict:
        """See `public_documents`."""
        return public_documents(self.wanted, self._language)


def cards_in_tree_of(page, keys: Iterable[UUID]) -> dict:
    """Return {key: card} as readers of a page's tree see these documents; where one is untranslated, its source's."""
    from articles.models import LawDocumentPage

    keys = set(keys)
    if not keys:
        return {}
    pages = LawDocumentPage.objects.filter(translation_key__in=keys, locale=page.locale).live()
    pages = list(pages.exclude(is_restricted()).with_cards().defer_streamfields())
    cards = cards_by_pk(pages)
    return {page.translation_key: cards[page.pk] for page in pages if page.pk in cards}
