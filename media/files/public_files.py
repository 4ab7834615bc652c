"""Public files of what nobody shows are taken out of public storage, and made or put back when it is shown again.

Each time under names drawn anew: whoever knew the old ones gets nothing. The work is done by a job, which is a row of
the transaction that made it necessary; what a killed process left behind, `reconcile` finds.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, ReferenceIndex

from cms.core.restrictions import is_restricted
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.delivery.registry import FileHolder, register_files
from cms.delivery.visibility import is_shown, private_collections
from media.files.image import CustomImage, CustomRendition
from media.files.media_file import MediaFile, public_media_path
from media.files.renditions import OURS, make_renditions
from media.files.withheld import WITHHELD_FOLDER, is_public
from media.videos.caption_file import CaptionFile, captions_path

logger = logging.getLogger("cms.files")

# Jobs store files before the rows that name them.
STRAY_AFTER = timedelta(hours=1)
CHUNK = 500

_new_path = {MediaFile: public_media_path, CaptionFile: captions_path}


def register() -> None:
    for model in (CustomImage, MediaFile, CaptionFile):
        register_files(FileHolder(model=model, unsettled=unsettled, enqueue=_enqueue))


def unsettled(model: type[models.Model], pks: Iterable[int]) -> list[int]:
    """Return those of which it is not plain that their files are where they should be."""
    name = "ready_renditions" if model is CustomImage else "file"
    rows = model._default_manager.filter(pk__in=list(pks)).annotate(is_delivered=is_shown(model))
    private = _private(model, pks)
    return [
        pk
        for pk, is_delivered, value in rows.values_list("pk", "is_delivered", name)
        if _has_files(value) != (is_delivered and pk not in private)
    ]


def _private(model: type[models.Model], pks: Iterable[int]) -> set[int]:
    """Return the pictures nobody may see, because their collection is private."""
    if model is not CustomImage:
        return set()
    places = dict(CustomImage.objects.filter(pk__in=list(pks)).values_list("pk", "collection_id"))
    private = private_collections(set(places.values()))
    return {pk for pk, collection in places.items() if collection in private}


def _has_files(value: dict | str) -> bool:
    return bool(value) if isinstance(value, dict) else is_public(value)


def _enqueue(model: type[models.Model], pk: int) -> None:
    settle.enqueue(model._meta.label, pk)


@task()
def settle(label: str, pk: int) -> None:
    """Put one image's, film's or caption's files where they should be now."""
    model = next(model for model in (CustomImage, MediaFile, CaptionFile) if model._meta.label == label)
    try:
        settle_files(model, pk)
    except OSError:
        # A storage that fails: `manage.py reconcile` tries again.
        logger.exception("the files of %s %s could not be settled", label, pk)


def settle_files(model: type[models.Model], pk: int) -> bool:
    """Do it; return whether anything had to be done. Raises what a storage or an encoder raises."""
    with transaction.atomic():
        instance = model._default_manager.select_for_update().filter(pk=pk).first()
        if instance is None:
            return False
        # Nobody publishes or withdraws meanwhile. After the row, as whoever saves it does: they must not wait for us.
        DeliverySequence.locked()
        is_wanted = is_shown_anywhere(instance)
        if not is_wanted:
            return _withhold(instance)
        if model is not CustomImage:
            return _bring_back(instance)
    # Encoding takes seconds: not while others wait.
    return make_renditions(instance)


def is_shown_anywhere(instance) -> bool:
    """Whether readers of the website see it somewhere, delivered to others or not."""
    if _private(type(instance), [instance.pk]):
        return False
    by_type: dict[int, list[str]] = {}
    references = ReferenceIndex.get_references_to(instance).values_list("base_content_type_id", "object_id").distinct()
    for type_id, object_id in references:
        by_type.setdefault(type_id, []).append(object_id)
    return any(
        _visible(ContentType.objects.get_for_id(type_id).model_class(), pks[start : start + CHUNK]).exists()
        for type_id, pks in by_type.items()
        for start in range(0, len(pks), CHUNK)
    )


def _visible(model: type[models.Model], pks: list[str]) -> models.QuerySet:
    items = model._default_manager.filter(pk__in=pks)
    if model is Page:
        # An alias is as private as its source.
        restricted = Page.objects.filter(is_restricted()).values("pk")
        shown = items.live().exclude(is_restricted())
        return shown.exclude(alias_of__in=restricted).exclude(alias_of__alias_of__in=restricted)
    return items.filter(live=True) if hasattr(model, "live") else items


def _withhold(instance) -> bool:
    if not isinstance(instance, CustomImage):
        return _move(instance, f"{WITHHELD_FOLDER}/{_new_path[type(instance)](instance, _base_name(instance))}")
    renditions = list(instance.renditions.filter(filter_spec__contains=OURS))
    for rendition in renditions:
        rendition.delete()  # one by one: Wagtail deletes each file once the transaction has committed
    if instance.ready_renditions:
        instance.ready_renditions = {}
        instance.save(update_fields=["ready_renditions"])
    return bool(renditions)


def _bring_back(instance) -> bool:
    if is_public(instance.file.name):
        return False
    return _move(instance, _new_path[type(instance)](instance, _base_name(instance)))


def _base_name(instance) -> str:
    return instance.file.name.rsplit("/", 1)[-1]


def _move(instance, new_name: str) -> bool:
    """Store the file under another name, and delete the old one once the transaction has committed."""
    old_name = instance.file.name
    if is_public(old_name) == is_public(new_name):
        return False
    storage = instance.file.storage
    with storage.open(old_name) as file:
        instance.file.name = storage.save(new_name, file)
    instance.file._committed = True
    # A save and not an update: what shows it has to be written again.
    instance.save(update_fields=["file"])
    transaction.on_commit(lambda: storage.delete(old_name))
    return True


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (done, of, faults) while looking at what was withdrawn, then at every file in a public folder."""
    tombstones = DeliveredItem.objects.filter(type=CustomImage._meta.label, is_live=False).order_by("pk")
    of, done, last = tombstones.count(), 0, 0
    while rows := list(tombstones.filter(pk__gt=last).values_list("pk", "object_id")[:CHUNK]):
        last = rows[-1][0]
        done += len(rows)
        kept = CustomImage.objects.filter(pk__in=[pk for _row, pk in rows]).exclude(ready_renditions={})
        faults = []
        for image in kept:
            if is_shown_anywhere(image):
                continue
            faults.append(f"{image._meta.label} {image.pk}: withdrawn, and its files are still public")
            if repair:
                settle_files(CustomImage, image.pk)
        yield done, of, faults
    for names in _folders("images", "captions", "videos"):
        done += len(names)
        strays = _strays(names)
        if repair:
            for name in strays:
                default_storage.delete(name)
        yield done, max(done, of), [f"{name}: a public file that nothing names" for name in strays]


def _folders(*names: str) -> Iterator[list[str]]:
    """Give the files of each folder below, as names in the storage."""
    for name in names:
        try:
            folders, files = default_storage.listdir(name)
        except FileNotFoundError:
            continue
        yield [f"{name}/{file}" for file in files]
        yield from _folders(*(f"{name}/{folder}" for folder in folders))


def _strays(names: list[str]) -> list[str]:
    named = set()
    for start in range(0, len(names), CHUNK):
        chunk = names[start : start + CHUNK]
        for model in (CustomRendition, MediaFile, CaptionFile):
            named |= set(model._default_manager.filter(file__in=chunk).values_list("file", flat=True))
    recent = timezone.now() - STRAY_AFTER
    return [name for name in names if name not in named and default_storage.get_modified_time(name) < recent]
