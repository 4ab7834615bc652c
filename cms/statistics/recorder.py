"""What this process has to count: views at once in its journal, what nobody waits for in memory first."""

import json
import logging
import threading
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db import connection

from cms.statistics import collecting
from cms.statistics.beacon import View, minute_of
from cms.statistics.journal import Journal
from cms.statistics.models import Subject

logger = logging.getLogger(__name__)

COLLECT_EVERY_SECONDS = 1.0


class Recorder:
    """`is_collecting`: a thread brings what was counted to the database, each second in which there is anything."""

    def __init__(self, folder: Path, *, is_collecting: bool = True):
        self.folder = folder
        self.journal = Journal(folder)
        self._is_collecting = is_collecting
        self._lock = threading.Lock()
        self._tally: Counter[tuple[int, Subject, str]] = Counter()
        self._has_more = threading.Event()
        self._thread: threading.Thread | None = None

    def record(self, view: View) -> None:
        """Keep a view, so that it may be acknowledged. Raises OSError where it cannot be kept."""
        self.journal.append(json.dumps(view, ensure_ascii=False, separators=(",", ":")).encode())
        self._wake()

    def tally(self, subject: Subject, key: str) -> None:
        """Count what nobody is told is counted; a killed process loses that of its last second."""
        with self._lock:
            self._tally[minute_of(), subject, key] += 1
        self._wake()

    def flush(self) -> None:
        """Bring everything to the database now, and what processes have left behind that are no more."""
        with self._lock:
            tally, self._tally = self._tally, Counter()
        for (minute, subject, key), count in tally.items():
            self.journal.append(json.dumps([minute, str(subject), key, count], ensure_ascii=False).encode())
        self.journal.seal()
        collecting.collect(self.folder)

    def _wake(self) -> None:
        if not self._has_more.is_set():
            self._has_more.set()
        if self._thread is None and self._is_collecting:
            with self._lock:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="visits", daemon=True)
                    self._thread.start()

    def _run(self) -> None:
        pause = threading.Event()
        while True:
            self._has_more.wait()
            pause.wait(COLLECT_EVERY_SECONDS)
            self._has_more.clear()
            try:
                connection.close_if_unusable_or_obsolete()
                self.flush()
            except Exception as error:
                # What cannot be brought now stays in its journal.
                logger.warning("Visits cannot be brought to the database now: %s", type(error).__name__)
                connection.close()
                self._has_more.set()


recorder = Recorder(settings.STATISTICS_FOLDER)
