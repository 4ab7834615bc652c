"""Reading what documents say: by a job after each upload, in a process of its own; what was missed, at night."""

import json
import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.db import transaction
from django.db.models import F, Q
from django_tasks import task
from wagtail.search import index

from cms.core.text.nfc import clean_text
from cms.delivery.unit_of_work import mark
from media.files import text_reader
from media.files.document import CustomDocument
from media.files.document_text import DocumentText, ReadingProblem

logger = logging.getLogger("cms.files")

KINDS = tuple(text_reader.READERS)
# The reader ends itself after a minute of work; this is for one that waits.
LONGEST_SECONDS = 120
CHUNK = 200


def queue_reading(sender, instance: CustomDocument, *, raw: bool = False, **kwargs) -> None:
    """After a document is saved: have its file read once the transaction has committed, if it is another one."""
    if not raw and instance.sha256 and instance.file_extension.lower() in KINDS:
        transaction.on_commit(lambda: read_text.enqueue(instance.pk))


@task()
def read_text(document_pk: int) -> None:
    """Read one document's file; a document deleted meanwhile needs no reading."""
    document = unread().filter(pk=document_pk).first()
    if document is None:
        return
    try:
        keep(document, read_file(document))
    except OSError:
        # A storage that fails: the nightly repair tries again.
        logger.exception("the file of document %s could not be opened", document.pk)


def unread():
    """Return the documents whose present file was not read yet."""
    is_read = Q(reading__sha256=F("sha256"))
    kinds = Q(*((("file__iendswith"), f".{kind}") for kind in KINDS), _connector=Q.OR)
    return CustomDocument.objects.filter(kinds).exclude(sha256="").exclude(is_read)


def read_file(document: CustomDocument) -> dict:
    """Return {"text", "pages", "problem"} of a document's file, see text_reader. Raises OSError."""
    kind = document.file_extension.lower()
    with NamedTemporaryFile(suffix=f".{kind}") as copy, document.open_file() as file:
        shutil.copyfileobj(file, copy)
        copy.flush()
        command = [sys.executable, "-I", str(Path(text_reader.__file__)), kind, copy.name]
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONGEST_SECONDS, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return {"text": "", "pages": None, "problem": ReadingProblem.TOO_SLOW}
    if done.returncode < 0:
        # Ended by a signal: its time was over, or a library crashed.
        problem = ReadingProblem.TOO_SLOW if done.returncode in (-24, -9) else ReadingProblem.DAMAGED
        return {"text": "", "pages": None, "problem": problem}
    if done.returncode:
        logger.error("reading document %s failed: %s", document.pk, done.stderr.decode(errors="replace")[-500:])
        return {"text": "", "pages": None, "problem": ReadingProblem.DAMAGED}
    return json.loads(done.stdout)


def keep(document: CustomDocument, found: dict) -> None:
    """Write what was read, and have written again what shows the document; unless it has another file by now."""
    text = clean_text(found["text"].replace("\0", ""))
    with transaction.atomic():
        current = CustomDocument.objects.select_for_update().filter(pk=document.pk, sha256=document.sha256).first()
        if current is None:
            return
        values = {"sha256": document.sha256, "text": text, "pages": found["pages"], "problem": found["problem"]}
        DocumentText.objects.update_or_create(document=current, defaults=values)
        mark(current)
    index.insert_or_update_object(current)


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (done, of, faults) while looking at documents nobody has read; with `repair` jobs read them."""
    pks = list(unread().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), CHUNK):
        chunk = pks[start : start + CHUNK]
        if repair:
            for pk in chunk:
                read_text.enqueue(pk)
        yield (
            start + len(chunk),
            len(pks),
            [f"{CustomDocument._meta.label} {pk}: its text was not read" for pk in chunk],
        )
