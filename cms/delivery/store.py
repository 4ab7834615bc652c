"""Writing the store: spread what was marked, write the rows that differ, give them the next numbers.

The sequence's row is locked before the store is read and held to the commit, so units of work are written one after
another: numbers appear in commit order, no reader sees N+1 before N, and of two publishes that touch the same item the
later sees the earlier. What else is locked is locked before it, in one order (see tree_lock), so two publishes cannot
wait for each other.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.core.known_tree import KnownTree
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.delivery.registry import all_file_holders, all_types
from cms.delivery.spread import (
    Key,
    Trace,
    by_label,
    children_of,
    children_of_stand_ins,
    delivered_among,
    dependants_of,
    files_of,
    load,
    named_in,
    refresh_references,
    subtrees,
)
from cms.delivery.unit_of_work import enqueue_once
from cms.delivery.writer import Writer

# Dependants written with the change itself; more than these become due and are written by the worker.
MAX_DEPENDANTS = 200


def write(work) -> None:
    """Write a unit of work (see unit_of_work) inside its transaction."""
    changed = load(work.items)
    # Pictures of a draft that was never published are nobody's affair yet.
    files = refresh_references(filter(_was_published, changed.values())) | work.files
    media = files | refresh_references(itertools.filterfalse(_was_published, changed.values()))
    sequence = DeliverySequence.locked()
    with KnownTree():
        in_collections = {key for path in work.collections for key in _files_in(path)}
        files |= in_collections
        below = subtrees(work.subtrees)
        moved = frozenset(below if work.moved == work.subtrees else subtrees(work.moved))
        traces = {key: Trace.of(instance) for key, instance in changed.items()} | below
        # What shows a file names it only while any reader may have it.
        traces |= {key: Trace(apps.get_model(key[0]), key[1]) for key in in_collections}
        dependants = named_in(traces) | dependants_of(traces.values()) | children_of(work.families) | work.dependants
        dependants |= children_of_stand_ins(trace.translation_key for trace in below.values())
        near = sorted((below.keys() | dependants) - work.items)[:MAX_DEPENDANTS]
        at_once = work.items.union(near)
        # Pages and snippets before media: whether a picture is delivered depends on what shows it.
        writer = Writer(sequence, moved)
        writer.write(at_once)
        writer.withdraw_or_postpone(below.keys() - at_once)
        writer.postpone(dependants - below.keys() - at_once)
        # What came or went because of something above it takes the pictures it shows with it, too.
        files |= files_of(writer.came_or_went)
        writer.write(delivered_among(media | files) - work.items)
        files |= writer.came_or_went
    if work.everything:
        DeliveredItem.objects.update(due_at=timezone.now())
    writer.finish()
    for key, enqueue in _file_jobs(files):
        work.jobs.setdefault(key, enqueue)


def rebuild(keys: Iterable[Key]) -> int:
    """Look at items again and write what differs, in one transaction; return how many rows changed."""
    # Another process may have given the site another address since this one read it.
    Site.clear_site_root_paths_cache()
    with transaction.atomic():
        writer = Writer(DeliverySequence.locked())
        with KnownTree():
            writer.write(set(keys))
            # What came or went by itself takes the pictures it shows with it.
            files = files_of(writer.came_or_went)
            writer.write(delivered_among(files))
            files |= writer.came_or_went
        changes = writer.finish()
        for key, enqueue in _file_jobs(files):
            enqueue_once(key, enqueue)
    return changes


def _was_published(instance) -> bool:
    """Whether readers have ever seen it; what has no drafts is seen at once."""
    return getattr(instance, "first_published_at", True) is not None


def _file_jobs(keys: Iterable[Key]) -> Iterator[tuple[tuple, Callable[[], None]]]:
    """Give a job for each of these whose files may not be where they should be: public, or taken away."""
    holders = all_file_holders()
    for label, pks in by_label(keys).items():
        holder = holders.get(label)
        if holder is not None:
            for pk in holder.unsettled(holder.model, pks):
                yield ("files", label, pk), partial(holder.enqueue, holder.model, pk)


def rebuild_due(limit: int = MAX_DEPENDANTS) -> int:
    """Rebuild at most `limit` items whose time has come; return how many were looked at."""
    keys = {(item.type, item.object_id) for item in DeliveredItem.objects.due(timezone.now())[:limit]}
    if keys:
        rebuild(keys)
    return len(keys)


def _files_in(collection_path: str) -> set[Key]:
    """Return the images and documents in a collection and in those below it."""
    return {
        (delivered_type.name, pk)
        for delivered_type in all_types()
        if delivered_type.is_media
        for pk in apps.get_model(delivered_type.name)
        ._default_manager.filter(collection__path__startswith=collection_path)
        .values_list("pk", flat=True)
    }
