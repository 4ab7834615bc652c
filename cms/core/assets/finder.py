"""The stylesheet among the static files: built into DATA_DIR whenever a file it is made of has changed."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from cms.core.assets import stylesheet


def build_stylesheet() -> Path:
    """Return the built file, made again if it is older than what it is made of."""
    path = settings.DATA_DIR / "assets" / stylesheet.NAME
    made_of = [stylesheet.css_folder() / "site.txt", *stylesheet.sources(), Path(stylesheet.__file__)]
    if not path.exists() or path.stat().st_mtime < max(source.stat().st_mtime for source in made_of):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another process may read it at this moment.
        unfinished = path.with_suffix(f".{id(path)}.part")
        unfinished.write_text(stylesheet.build(), encoding="utf-8")
        unfinished.replace(path)
    return path


class StylesheetFinder(BaseFinder):
    """Finds css/site.css, and nothing else."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != stylesheet.NAME:
            return []
        found = str(build_stylesheet())
        return [found] if find_all else found

    def list(self, ignore_patterns):
        folder = build_stylesheet().parents[1]
        yield stylesheet.NAME, FileSystemStorage(location=folder)
