"""Writing the index: brought up to date with the delivery store, in its transaction."""

from collections.abc import Iterable

from wagtail.models import Page

from cms.core.models.rights import Syndication
from cms.delivery.registry import Look
from cms.delivery.spread import Key, by_label
from cms.delivery.visibility import is_on_website
from cms.search.entries import WRITTEN, Wordless, complete, entries_of
from cms.search.models import SearchEntry


def follow(looks: Iterable[Look]) -> None:
    """Bring the entries of pages up to date: what readers of the website may not see goes at once."""
    found, gone = _found_and_gone(looks)
    for label, pks in gone.items():
        SearchEntry.objects.filter(type=label, object_id__in=pks).delete()
    only_here: dict[str, list[int]] = {}
    for look in looks:
        if look.instance is not None and look.reason is not None and not look.is_whole and _is_found(look):
            only_here.setdefault(look.model._meta.label, []).append(look.pk)
    for label, pks in only_here.items():
        # Nobody else gets it from now on; the rest of its entry is as true as it was.
        SearchEntry.objects.filter(type=label, object_id__in=pks).update(syndication=Syndication.NONE, digest="")
    _save(entries_of(found))


def differences(looks: Iterable[Look]) -> dict[Key, str]:
    """Return what of the index is not as `follow` would leave it."""
    found, gone = _found_and_gone(looks)
    wrong = {
        (label, pk): "is found and should not be"
        for label, pks in gone.items()
        for pk in SearchEntry.objects.filter(type=label, object_id__in=pks).values_list("object_id", flat=True)
    }
    differing = (one.entry for one in _differing(entries_of(found)))
    return wrong | {(entry.type, entry.object_id): "is not found as it should be" for entry in differing}


def _found_and_gone(looks: Iterable[Look]) -> tuple[list[Page], dict[str, list[int]]]:
    """Return the pages to be found that were loaded as a whole, and by label the keys of those not to be found."""
    found, gone = [], {}
    for look in looks:
        if not issubclass(look.model, Page):
            continue
        if not _is_found(look):
            gone.setdefault(look.model._meta.label, []).append(look.pk)
        elif look.is_whole:
            found.append(look.instance)
    return found, gone


def _is_found(look: Look) -> bool:
    return look.instance is not None and is_on_website(look.instance, look.reason)


def _save(entries: list[Wordless]) -> None:
    """Write what differs from the index."""
    SearchEntry.objects.bulk_create(
        [complete(*one) for one in _differing(entries)],
        update_conflicts=True,
        unique_fields=["type", "object_id"],
        update_fields=WRITTEN,
    )


def _differing(entries: list[Wordless]) -> list[Wordless]:
    """Return those that the index does not have, or otherwise."""
    known = {
        (label, pk): digest
        for label, pks in by_label((one.entry.type, one.entry.object_id) for one in entries).items()
        for pk, digest in SearchEntry.objects.filter(type=label, object_id__in=pks).values_list("object_id", "digest")
    }
    return [one for one in entries if known.get((one.entry.type, one.entry.object_id)) != one.entry.digest]
