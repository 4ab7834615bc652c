"""What an answer costs among many articles beside what it cost among few: earlier figures, kept beside the data."""

import json
from pathlib import Path

from django.conf import settings
from django.db import connection


class Growth:
    """The figures of each number of articles measured in this data folder and kind of database."""

    def __init__(self):
        self.path = Path(settings.DATA_DIR) / f"bench-{connection.vendor}.json"
        self.figures: dict[str, dict[str, float]] = json.loads(self.path.read_text()) if self.path.exists() else {}

    def keep(self, count: int, figures: dict[str, float]) -> None:
        """Keep the milliseconds of each name measured over `count` articles."""
        self.figures[str(count)] = figures
        self.path.write_text(json.dumps(self.figures, indent=1))

    def ratio(self, count: int, name: str) -> tuple[int, float] | None:
        """Return (the fewest articles measured, how many times more `name` costs now); None if these are the fewest."""
        fewest = min((int(known) for known in self.figures if name in self.figures[known]), default=count)
        if fewest >= count:
            return None
        return fewest, self.figures[str(count)][name] / self.figures[str(fewest)][name]
