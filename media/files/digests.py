"""Files from before digests were taken of them get theirs."""

import logging
from collections.abc import Iterator

from media.files.document import CustomDocument
from media.files.media_file import MediaFile
from media.videos.caption_file import CaptionFile

logger = logging.getLogger("cms.files")

MODELS = (CustomDocument, MediaFile, CaptionFile)


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (done, of, faults) while looking at files without a digest; with `repair` it is taken.

    A file that is not there has none: that is said, and nothing else is held up by it.
    """
    lacking = [(model, pk) for model in MODELS for pk in model.objects.filter(sha256="").values_list("pk", flat=True)]
    for done, (model, pk) in enumerate(lacking, start=1):
        if repair:
            _take(model, pk)
        yield done, len(lacking), [f"{model._meta.label} {pk}: has no SHA-256"]


def _take(model, pk: int) -> None:
    instance = model.objects.filter(pk=pk, sha256="").first()
    if instance is None:
        return
    try:
        # Saving takes it, and has written again what names the file.
        instance.save()
    except OSError:
        logger.exception("the file of %s %s could not be read", model._meta.label, pk)
