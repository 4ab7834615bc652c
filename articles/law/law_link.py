"""Which document does what to which: read from relations and events on saving, looked up from both ends."""

from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import Q

from articles.law.law_document_parts import LAW_DOCUMENT
from articles.law.law_relation import RELATION_OF_EVENT, RelationType

Edge = tuple[UUID, str, UUID]


class LawLink(models.Model):
    """One relation between two documents, named by what all their languages share; `owner` is the page that says so."""

    owner = models.ForeignKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="links")
    actor_key = models.UUIDField(db_index=True)
    relation = models.CharField(max_length=16, choices=RelationType)
    target_key = models.UUIDField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "actor_key", "relation", "target_key"], name="law_link_once")
        ]

    def __str__(self) -> str:
        return f"{self.actor_key} {self.relation} {self.target_key}"


def edges_of(key: UUID, relations: Iterable[tuple[str, UUID]], events: Iterable[tuple[str, UUID]]) -> set[Edge]:
    """Return what a document says: (relation, target) of its own, and (event, source) that make the source an actor."""
    own = {(key, relation, target) for relation, target in relations}
    done = {(source, RELATION_OF_EVENT[event], key) for event, source in events if event in RELATION_OF_EVENT}
    return {edge for edge in own | done if edge[0] != edge[2]}


def write_links(owner, edges: set[Edge]) -> set[UUID]:
    """Write what a page says; return the keys of the other documents for whom something came or went."""
    rows = {(row.actor_key, row.relation, row.target_key): row.pk for row in owner.links.all()}
    gone, new = rows.keys() - edges, edges - rows.keys()
    LawLink.objects.filter(pk__in=[rows[edge] for edge in gone]).delete()
    LawLink.objects.bulk_create(
        LawLink(owner=owner, actor_key=actor, relation=relation, target_key=target)
        for actor, relation, target in sorted(new)
    )
    return {key for actor, _relation, target in gone | new for key in (actor, target)} - {owner.translation_key}


def links_of(keys: Iterable[UUID]) -> list[Edge]:
    """Return everything said of these documents by anyone, each once; in the order of the relations' names."""
    keys = list(keys)
    found = LawLink.objects.filter(Q(actor_key__in=keys) | Q(target_key__in=keys))
    order = {name: place for place, name in enumerate(RelationType.values)}
    edges = set(found.values_list("actor_key", "relation", "target_key"))
    return sorted(edges, key=lambda edge: (order[edge[1]], edge[0], edge[2]))


def closes_a_circle(key: UUID, edges: set[Edge]) -> bool:
    """Return whether a document that says `edges` would, over any number of documents, be replaced by itself."""
    replaces = [(actor, target) for actor, relation, target in edges if relation == RelationType.REPLACES]
    stored = LawLink.objects.filter(relation=RelationType.REPLACES).exclude(owner__translation_key=key)
    frontier, seen = {key}, set()
    while frontier:
        seen |= frontier
        following = set(stored.filter(actor_key__in=frontier).values_list("target_key", flat=True))
        following |= {target for actor, target in replaces if actor in frontier}
        if key in following:
            return True
        frontier = following - seen
    return False
