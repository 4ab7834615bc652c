"""The stylesheet and the script among the static files: built into DATA_DIR when what they are made of has changed."""

from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from cms.core.assets import listed, script, stylesheet

# Each has NAME, folder(), sources() and build().
BUILT = {one.NAME: one for one in (stylesheet, script)}


def build(one: ModuleType) -> Path:
    """Return the built file, made again if it is older than what it is made of."""
    path = settings.DATA_DIR / "assets" / one.NAME
    made_of = [one.folder() / "site.txt", *one.sources(), Path(one.__file__), Path(listed.__file__)]
    if not path.exists() or path.stat().st_mtime < max(source.stat().st_mtime for source in made_of):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another process may read it at this moment.
        unfinished = path.with_suffix(f".{id(path)}.part")
        unfinished.write_text(one.build(), encoding="utf-8")
        unfinished.replace(path)
    return path


class BuiltFinder(BaseFinder):
    """Finds what is built, and nothing else."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path not in BUILT:
            return []
        found = str(build(BUILT[path]))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        storage = FileSystemStorage(location=settings.DATA_DIR / "assets")
        for name, one in BUILT.items():
            build(one)
            yield name, storage
