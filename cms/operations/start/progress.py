"""Telling what a start is doing: one line a step, rewritten in place on a terminal."""

import time

# Where lines cannot be rewritten, progress is said only this often.
QUIET_SECONDS = 5


class Step:
    """A named step of the start. Use as `with Step(stdout, "Database") as step: step.say("…")`."""

    def __init__(self, stdout, name: str):
        self.stdout = stdout
        self.name = name
        self._is_terminal = hasattr(stdout, "isatty") and stdout.isatty()
        self._last = "up to date"
        self._written = ""
        self._said_at = time.monotonic()
        self._width = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None and self._written != self._last:
            self._write(self._last, "\n")
        elif self._is_terminal and self._width:
            self.stdout.write("\n", ending="")

    def say(self, text: str) -> None:
        """Say how far the step is; the last text stays when the step ends."""
        self._last = text
        now = time.monotonic()
        if self._is_terminal:
            self._write(text, "")
        elif now - self._said_at >= QUIET_SECONDS:
            self._said_at = now
            self._write(text, "\n")

    def _write(self, text: str, ending: str) -> None:
        line = f"{self.name}: {text}"
        start = "\r" if self._is_terminal else ""
        self.stdout.write(start + line.ljust(self._width if self._is_terminal else 0), ending=ending)
        self.stdout.flush()
        self._width, self._written = len(line), text
