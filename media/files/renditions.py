"""Making renditions: a fixed list of sizes and formats, by a job on upload and when the focal point changes."""

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django_tasks import task
from wagtail.images.models import Filter

from cms.core.errors.unwritable import is_unwritable
from cms.core.storages.away import StorageAwayError
from media.files.encoding import Encoded, encode_all
from media.files.image import CustomImage, CustomRendition
from media.files.shapes import SHAPES, filter_spec, wanted_widths

logger = logging.getLogger("cms.renditions")

# Wagtail's admin makes previews of its own; those of this module are the ones that name their format.
OURS = "|format-"


def wanted_keys(image: CustomImage) -> dict[tuple[str, str], tuple[str, str]]:
    """Return {(filter specification, focal point key): (shape, format)} of the image's whole set."""
    wanted = {}
    for shape in SHAPES:
        for width in wanted_widths(shape, image.width, image.height):
            for image_format in SHAPES[shape].formats:
                spec = filter_spec(shape, width, image_format)
                wanted[(spec, Filter(spec).get_cache_key(image))] = (shape, image_format)
    return wanted


def is_complete(image: CustomImage) -> bool:
    """Whether the image's renditions are what they should be: nothing missing, nothing left over, all written down."""
    renditions = list(image.renditions.filter(filter_spec__contains=OURS))
    wanted = wanted_keys(image)
    if {(rendition.filter_spec, rendition.focal_point_key) for rendition in renditions} != set(wanted):
        return False
    return image.ready_renditions == _write_down(wanted, renditions) and all(
        rendition.sha256 and default_storage.exists(rendition.file.name) for rendition in renditions
    )


def make_renditions(image: CustomImage, *, again: bool = False) -> bool:
    """Make the image's renditions if they are not complete (or `again`); return whether anything was made.

    All or nothing: the new set takes the old one's place in one transaction, after every file has been encoded and
    stored. Raises what encoding or storing raises (OSError mostly), and leaves what was there.
    """
    if not again and is_complete(image):
        return False
    stored = _store(image, encode_all(image))
    try:
        with transaction.atomic():
            is_replaced = _replace(image, stored)
    except BaseException:
        _discard(stored)
        raise
    if not is_replaced:
        _discard(stored)
    return is_replaced


def _replace(image: CustomImage, stored: list[CustomRendition]) -> bool:
    """Put the new set in the old one's place, unless the image was changed or deleted while it was being encoded.

    Whoever changed it has queued a job for the new state.
    """
    current = CustomImage.objects.select_for_update().filter(pk=image.pk).first()
    if current is None or current.file.name != image.file.name or _focal_point(current) != _focal_point(image):
        return False
    for rendition in current.renditions.filter(filter_spec__contains=OURS):
        rendition.delete()  # one by one: Wagtail deletes each file once the transaction has committed
    CustomRendition.objects.bulk_create(stored)
    image.ready_renditions = current.ready_renditions = _write_down(wanted_keys(current), stored)
    # A save and not an update: what shows this picture has to be written again.
    current.save(update_fields=["ready_renditions"])
    return True


def _focal_point(image: CustomImage) -> tuple:
    return image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height


def _store(image: CustomImage, encoded: list[Encoded]) -> list[CustomRendition]:
    """Write the files; return the rows that belong to them, not saved yet."""
    stored: list[CustomRendition] = []
    try:
        for item in encoded:
            name = CustomRendition(image=image).get_upload_to(f"rendition.{item.image_format}")
            stored.append(
                CustomRendition(
                    image=image,
                    filter_spec=item.spec,
                    focal_point_key=Filter(item.spec).get_cache_key(image),
                    # By name and with its size: assigning a file would have it read again for its dimensions.
                    file=default_storage.save(name, ContentFile(item.data)),
                    width=item.size[0],
                    height=item.size[1],
                    sha256=hashlib.sha256(item.data).hexdigest(),
                    file_size=len(item.data),
                )
            )
    except BaseException:
        _discard(stored)
        raise
    return stored


def _discard(stored: list[CustomRendition]) -> None:
    for rendition in stored:
        default_storage.delete(rendition.file.name)


def _write_down(wanted: dict[tuple[str, str], tuple[str, str]], renditions: list[CustomRendition]) -> dict:
    """Return {shape: [[width, height, {format: storage name}]]}, see CustomImage.ready_renditions."""
    by_key = {(rendition.filter_spec, rendition.focal_point_key): rendition for rendition in renditions}
    ready: dict[str, list] = {}
    for key, (shape, image_format) in wanted.items():
        rendition = by_key[key]
        entries = ready.setdefault(shape, [])
        if not entries or entries[-1][0] != rendition.width:
            entries.append([rendition.width, rendition.height, {}])
        entries[-1][2][image_format] = rendition.file.name
    return ready


@task()
def make_renditions_of(image_pk: int) -> None:
    """Make one image's renditions; an image deleted meanwhile needs none, a broken one leaves a line in the log."""
    image = CustomImage.objects.filter(pk=image_pk).first()
    if image is None:
        return
    try:
        make_renditions(image)
    except (StorageAwayError, DatabaseError):
        # Tried again by itself.
        raise
    except OSError as error:
        if is_unwritable(error):
            raise StorageAwayError("no room") from error
        _say_broken(image)
    except Exception:
        # Whatever a decoder raises: `manage.py make_renditions` tries again.
        _say_broken(image)


def _say_broken(image: CustomImage) -> None:
    logger.exception("the renditions of picture %s (%s) could not be made", image.pk, image.title)


def queue_renditions(sender, instance, update_fields=None, **kwargs):
    """After an image is saved: have its renditions made once the transaction has committed."""
    if kwargs.get("raw") or (update_fields and set(update_fields) <= {"ready_renditions", "file_hash", "file_size"}):
        return
    transaction.on_commit(lambda: make_renditions_of.enqueue(instance.pk))
