"""The data folder of a site whose demo is loaded and whose pictures are made: made once, kept, copied for each run."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings

# What decides what is stored: code, migrations, the demo's texts, pictures and films. Templates decide how it looks.
ROOMS = ("articles", "cms", "home", "media")
# Made on the machine, not part of the code.
MADE = (".pyc", ".mo")
KEPT = 2


def content_digest() -> str:
    """Return a short digest of all that decides what a freshly loaded data folder holds."""
    digest = hashlib.sha256("".join(sorted(f"{d.name}{d.version}" for d in distributions())).encode())
    digest.update(os.environ.get("QUICK_PICTURES", "").encode())
    for room in ROOMS:
        for path in sorted(Path(settings.BASE_DIR, room).rglob("*")):
            if path.is_file() and path.suffix not in MADE:
                digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def kept_folder(fill: Callable[[Path], None]) -> Path:
    """Return the kept folder of this very code; if there is none yet, `fill` makes one in the empty folder it is given.

    One process makes it while the others wait.
    """
    folder = Path(settings.DATA_DIR, "live")
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"kept-{content_digest()}"
    with Path(folder, "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            unfinished = folder / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            fill(unfinished)
            unfinished.rename(kept)
        os.utime(kept)
        by_age = sorted(folder.glob("kept-*"), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    return kept


@contextlib.contextmanager
def copy_of(kept: Path) -> Iterator[Path]:
    """Give a copy of the kept folder that may be written to; it is removed afterwards.

    Stored files are shared with the kept ones: they are replaced or deleted, never written into.
    """
    with tempfile.TemporaryDirectory(prefix="run-", dir=kept.parent, ignore_cleanup_errors=True) as folder:
        for path in kept.iterdir():
            if path.is_dir():
                shutil.copytree(path, Path(folder, path.name), copy_function=os.link)
            else:
                shutil.copy2(path, folder)
        yield Path(folder)
