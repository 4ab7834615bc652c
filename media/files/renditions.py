"""Making renditions: a fixed list of shapes, widths and formats, by a job on upload and when the focal point changes."""

import logging

from django.db import transaction
from django_tasks import task
from wagtail.images.models import Filter

from media.files.image import CustomImage
from media.files.picture import FORMATS

logger = logging.getLogger("cms.renditions")

# shape -> (ratio of width to height, or None for the whole picture; widths in pixels)
SHAPES: dict[str, tuple[float | None, tuple[int, ...]]] = {
    "wide": (16 / 9, (400, 800, 1200, 1600)),
    "thumb": (4 / 3, (240, 480, 800)),
    "full": (None, (480, 960, 1600)),
}


def filter_spec(shape: str, width: int, image_format: str) -> str:
    """Return Wagtail's filter specification of one rendition."""
    ratio, _widths = SHAPES[shape]
    size = f"fill-{width}x{round(width / ratio)}" if ratio else f"width-{width}"
    return f"{size}|format-{image_format}"


def wanted_widths(shape: str, image: CustomImage) -> list[int]:
    """Return the widths that make sense for this image: never larger than it is, and always at least one."""
    ratio, widths = SHAPES[shape]
    largest = min(image.width, round(image.height * ratio)) if ratio else image.width
    return [width for width in widths if width <= largest] or [widths[0]]


def make_renditions(image: CustomImage) -> None:
    """Make what is missing of the image's renditions and write down what is ready."""
    wanted = {
        (shape, width, image_format): filter_spec(shape, width, image_format)
        for shape in SHAPES
        for width in wanted_widths(shape, image)
        for image_format in FORMATS
    }
    renditions = image.get_renditions(*(Filter(spec) for spec in wanted.values()))
    ready: dict[str, list] = {}
    for (shape, width, image_format), spec in wanted.items():
        rendition = renditions[spec]
        entries = ready.setdefault(shape, [])
        if not entries or entries[-1][0] != rendition.width:
            entries.append([rendition.width, rendition.height, {}])
        entries[-1][2][image_format] = rendition.file.name
    if ready != image.ready_renditions:
        image.ready_renditions = ready
        image.save(update_fields=["ready_renditions"])


@task()
def make_renditions_of(image_pk: int) -> None:
    """Make one image's renditions; an image deleted meanwhile needs none."""
    image = CustomImage.objects.filter(pk=image_pk).first()
    if image is not None:
        make_renditions(image)


def queue_renditions(sender, instance, update_fields=None, **kwargs):
    """After an image is saved: have its renditions made once the transaction has committed."""
    if kwargs.get("raw") or (update_fields and set(update_fields) <= {"ready_renditions", "file_hash", "file_size"}):
        return
    transaction.on_commit(lambda: make_renditions_of.enqueue(instance.pk))
