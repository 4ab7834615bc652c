"""Files that nobody needs any more: renditions of former shapes, uploads that were never finished, old backups."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from wagtail.models import UploadedFile

from cms.operations.backup import keeping
from cms.operations.bounds.bound import AT_ONCE, Bound, IsStopping
from media.files.image import CustomImage, CustomRendition
from media.files.renditions import OURS

FINISHED_WITHIN = timedelta(days=7)


def _unused_renditions() -> Iterator[CustomRendition]:
    """Give the renditions for readers that their picture does not offer to anybody."""
    last = 0
    while pictures := list(
        CustomImage.objects.filter(pk__gt=last).order_by("pk").only("pk", "ready_renditions")[:AT_ONCE]
    ):
        last = pictures[-1].pk
        offered = {
            name
            for picture in pictures
            for sizes in picture.ready_renditions.values()
            for _width, _height, names in sizes
            for name in names.values()
        }
        renditions = CustomRendition.objects.filter(image__in=pictures, filter_spec__contains=OURS)
        yield from (rendition for rendition in renditions if rendition.file.name not in offered)


def _remove_renditions(_now: datetime, is_stopping: IsStopping) -> None:
    for rendition in _unused_renditions():
        if is_stopping():
            return
        # One by one: Wagtail deletes each file once the transaction has committed.
        rendition.delete()


def _unfinished_uploads(now: datetime) -> list[UploadedFile]:
    found = []
    for upload in UploadedFile.objects.all():
        try:
            is_old = upload.file.storage.get_modified_time(upload.file.name) < now - FINISHED_WITHIN
        except FileNotFoundError:
            is_old = True
        if is_old:
            found.append(upload)
    return found


def _remove_uploads(now: datetime, _is_stopping: IsStopping) -> None:
    for upload in _unfinished_uploads(now):
        upload.file.delete(save=False)
        upload.delete()


def _old_backups(now: datetime) -> int:
    return len(keeping.superfluous(keeping.backups_in(settings.BACKUP_FOLDER), now))


FILES = [
    Bound(
        "renditions",
        "kept while their picture offers them",
        lambda _now: sum(1 for _rendition in _unused_renditions()),
        _remove_renditions,
        seconds=86_400,
    ),
    Bound(
        "unfinished uploads",
        f"kept {FINISHED_WITHIN.days} days",
        lambda now: len(_unfinished_uploads(now)),
        _remove_uploads,
    ),
    Bound(
        "backups",
        f"one a day for {keeping.DAYS} days, a week for {keeping.WEEKS} weeks, a month for {keeping.MONTHS} months;"
        f" the newest {keeping.FEWEST} always",
        _old_backups,
        lambda now, _is_stopping: keeping.remove_superfluous(settings.BACKUP_FOLDER, now),
    ),
]
