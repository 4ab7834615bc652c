"""The programs on the documentation page: taken out of its HTML, run as a reader would."""

import shutil
import subprocess
import sys
from html.parser import HTMLParser

# What runs a program: with the ending its file needs.
RUNNERS = {"bash": ".sh", "python3": ".py", "node": ".mjs", "php": ".php"}
SECONDS = 120


class Programs(HTMLParser):
    """`found`: (runner, text) of every program on a page."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._runner = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "pre":
            self._runner = dict(attrs).get("data-run", "")
            if self._runner:
                self.found.append((self._runner, ""))

    def handle_endtag(self, tag):
        if tag == "pre":
            self._runner = ""

    def handle_data(self, data):
        if self._runner:
            runner, text = self.found[-1]
            self.found[-1] = runner, text + data


def path_of(runner: str) -> str | None:
    """Return where a runner is on this machine, None where it is not."""
    return sys.executable if runner == "python3" else shutil.which(runner)


def run(runner: str, text: str, folder) -> subprocess.CompletedProcess:
    file = folder / f"program{RUNNERS[runner]}"
    file.write_text(text + "\n")
    return subprocess.run(
        [path_of(runner), str(file)], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
