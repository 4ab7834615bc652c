"""Collecting the static files when one of them has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from cms.core.assets import storage
from cms.operations.start.progress import Step


def collect_static_files(step: Step) -> None:
    """Collect into STATIC_ROOT unless what is there was made of these very files."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    state = _state()
    if stamp.exists() and stamp.read_text() == state:
        return
    step.say("collecting")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state)
    step.say("collected")


def _state() -> str:
    """Return a digest of names, sizes and times of all files, and of the code that collects them."""
    digest = hashlib.sha256(Path(storage.__file__).read_bytes())
    for finder in get_finders():
        for name, found_in in finder.list(None):
            status = Path(found_in.path(name)).stat()
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
