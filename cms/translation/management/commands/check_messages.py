"""Check that the catalogues are complete and right; a gate of `make lint`."""

import contextlib
import shutil
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.translation.catalogue import project_files
from cms.translation.message_rules import find_faults
from cms.translation.packages.comparison import find_clashes

# Where the strings are that a person sees, and in what kinds of files.
ROOMS = ("cms", "home", "articles", "media", "templates")
SUFFIXES = {".py", ".html", ".txt", ".js"}


class Command(BaseCommand):
    help = "Fail unless every string of the project is translated, and translated by the rules."
    requires_system_checks = []

    def handle(self, **options):
        faults = []
        for path in project_files():
            catalogue = polib.pofile(str(path))
            faults += find_faults(catalogue)
            faults += self._missing(path, catalogue)
            faults += find_clashes(catalogue)
        if faults:
            raise CommandError("\n".join([*faults, f"{len(faults)} fault(s) in the message catalogues"]))
        self.stdout.write("message catalogues: complete, by the rules")

    def _missing(self, path: Path, catalogue: polib.POFile) -> list[str]:
        """Return a sentence for each string of the source that the catalogue lacks, and each it has for nothing."""
        if shutil.which("xgettext") is None:
            self.stdout.write("xgettext is not installed: whether strings are missing was not looked at")
            return []
        extracted = {(entry.msgctxt, entry.msgid) for entry in extract_messages(path)}
        known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}
        return [
            *(f"{message!r} is missing from {path.name}" for _context, message in sorted(extracted - known, key=str)),
            *(
                f"{message!r} in {path.name} is used nowhere"
                for _context, message in sorted(known - extracted, key=str)
            ),
        ]


def copy_sources(folder: str) -> None:
    """Copy what strings are looked for in: makemessages keeps its working files beside the sources it reads.

    Beside our own they would be read as sources of the release by whoever looks at these meanwhile.
    """
    for room in ROOMS:
        source = Path(settings.BASE_DIR, room)
        for path in source.rglob("*"):
            if path.suffix in SUFFIXES:
                copy = Path(folder, path.relative_to(settings.BASE_DIR))
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)


def extract_messages(path: Path) -> polib.POFile:
    """Return the messages Django's own `makemessages` finds in the project, in a catalogue beside the real one."""
    kept = settings.LOCALE_PATHS
    language, domain = path.parent.parent.name, path.stem
    with tempfile.TemporaryDirectory() as sources, tempfile.TemporaryDirectory() as folder:
        copy_sources(sources)
        settings.LOCALE_PATHS = [folder]
        try:
            with contextlib.chdir(sources):
                call_command(
                    "makemessages",
                    locale=[language],
                    domain=domain,
                    no_obsolete=True,
                    add_location="file",
                    verbosity=0,
                )
        finally:
            settings.LOCALE_PATHS = kept
        return polib.pofile(str(Path(folder) / language / "LC_MESSAGES" / path.name))
