"""Reading together what the documents of many items say: a handful of queries for all, instead of some for each."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import models
from django.db.models import prefetch_related_objects
from django.utils import translation
from wagtail.models import Page

from cms.core.blocks.reading import read_bodies
from cms.core.once import keeping
from cms.delivery.known_translations import KnownTranslations
from cms.delivery.registry import type_of
from cms.delivery.rows import identity_of
from cms.delivery.visibility import learn_audiences


@contextmanager
def read_together(instances: Iterable[models.Model]) -> Iterator[None]:
    """Within it, making the documents of these items asks for little more than what only one of them shows.

    They hold what was read as long as they live: only for work during which nobody changes what they show.
    """
    instances = list(instances)
    read_bodies(instances)
    _prefetch(instances)
    with keeping(), KnownTranslations(instance for instance in instances if isinstance(instance, Page)):
        learn_audiences(instances)
        yield


def _prefetch(instances: list[models.Model]) -> None:
    groups: dict[tuple[str, str], list[models.Model]] = {}
    for instance in instances:
        groups.setdefault((instance._meta.label, identity_of(instance)[1]), []).append(instance)
    for (_label, locale), members in groups.items():
        # A term is fetched in the language of the document that names it.
        with translation.override(locale or None):
            prefetch_related_objects(members, *type_of(members[0]).reads)
