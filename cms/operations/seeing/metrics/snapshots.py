"""What the processes of this machine have counted: each writes its sums to a file every other second.

A disk that is full or read-only costs the numbers of the other processes, and nothing else. Files of processes that
ended stay until the web server starts anew, so that sums do not fall while it runs.
"""

import json
import logging
import os
import socket
import threading
import time
from collections import defaultdict
from pathlib import Path

from django.conf import settings

from cms.operations.seeing.metrics.counts import Sample, counts

logger = logging.getLogger(__name__)

SECONDS = 2
# What a server that is restarted all day leaves behind.
MOST_FILES = 200


_writing_process = 0


def keep_writing() -> None:
    """Begin to write this process's counts, from a thread of its own, unless that has begun."""
    global _writing_process
    if _writing_process != os.getpid():
        _writing_process = os.getpid()
        threading.Thread(target=_write_on, name="counts", daemon=True).start()


def _write_on() -> None:
    last, is_failing = {}, False
    while True:
        time.sleep(SECONDS)
        values = counts.values()
        if values == last:
            continue
        try:
            write(values)
            last, is_failing = values, False
        except OSError as error:
            if not is_failing:
                logger.warning("Counts cannot be written for other processes: %s", type(error).__name__)
            is_failing = True


def write(values: dict[Sample, float]) -> None:
    """Write this process's file whole. Raises OSError."""
    path = _own_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps([[name, labels, value] for (name, labels), value in values.items()]))
    new.replace(path)


def read_all() -> dict[Sample, float]:
    """Return the sums of all processes of this machine, this one's as they are now."""
    found: defaultdict[Sample, float] = defaultdict(float, counts.values())
    own = _own_file()
    for path in _files():
        if path == own:
            continue
        try:
            for name, labels, value in json.loads(path.read_text()):
                found[name, tuple((key, text) for key, text in labels)] += value
        except (OSError, ValueError, TypeError):
            # Being replaced, or cut off by a full disk.
            continue
    return dict(found)


def forget_the_dead() -> None:
    """Delete the files of processes that ended. Called once, before a web server's processes begin."""
    for path in _files():
        process = path.stem.rpartition("-")[2]
        if not process.isdigit() or not Path(f"/proc/{process}").exists():
            path.unlink(missing_ok=True)


def _files() -> list[Path]:
    return sorted(Path(settings.METRICS_FOLDER).glob(f"{socket.gethostname()}-*.json"))[:MOST_FILES]


def _own_file() -> Path:
    return Path(settings.METRICS_FOLDER, f"{socket.gethostname()}-{os.getpid()}.json")
