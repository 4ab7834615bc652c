"""The running site that all processes of a run share: it is started beside their first tests, and waited for."""

import contextlib
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tests.live import site

# Where the processes of a run are told of the site.
VARIABLE = "LIVE_SITE"
UP, DOWN = "up", "down"


@contextlib.contextmanager
def coming_site() -> Iterator[Path]:
    """Start the site in the background; give the folder in which it will be told where it is, or why it is not."""
    with tempfile.TemporaryDirectory() as told:
        is_over = threading.Event()
        thread = threading.Thread(target=_serve, args=(Path(told), is_over))
        thread.start()
        try:
            yield Path(told)
        finally:
            is_over.set()
            thread.join()


def _serve(told: Path, is_over: threading.Event) -> None:
    try:
        with site.live_site() as live:
            _tell(told / UP, str(live.folder))
            is_over.wait()
    # Whatever it is: the tests that wait for the site must hear of it.
    except Exception as error:
        _tell(told / DOWN, str(error))
        raise


def _tell(path: Path, text: str) -> None:
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text)
    unfinished.rename(path)


@contextlib.contextmanager
def running_site() -> Iterator[site.LiveSite]:
    """Give the site that this process was told of, once it runs, or one of its own. Raises DoesNotStartError."""
    if told := os.environ.get(VARIABLE):
        yield site.LiveSite(_wait(Path(told)))
        return
    with site.live_site() as live:
        yield live


def _wait(told: Path) -> Path:
    until = time.monotonic() + 2 * site.START_SECONDS
    while not (told / UP).exists():
        if (told / DOWN).exists():
            raise site.DoesNotStartError((told / DOWN).read_text())
        if time.monotonic() > until:
            raise site.DoesNotStartError("The site has not started, and nobody says why")
        time.sleep(0.2)
    return Path((told / UP).read_text())
