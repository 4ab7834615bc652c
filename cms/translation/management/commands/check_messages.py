"""Check that the catalogues are complete and right; a gate of `make lint`."""

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.translation.catalogue import project_files
from cms.translation.message_rules import find_faults
from cms.translation.packages.comparison import find_clashes

# What is not the project's own, or holds no string a person sees. The catalogues themselves are in "locale".
LEFT_OUT = ["var", ".venv*", "venv", "tests", "node_modules", "cms/core/locale"]


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


@contextmanager
def one_at_a_time():
    """Let no other process look for messages here: makemessages keeps its working files beside the templates."""
    folder = os.open(settings.BASE_DIR, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def extract_messages(path: Path) -> polib.POFile:
    """Return the messages Django's own `makemessages` finds in the project, in a catalogue beside the real one."""
    kept = settings.LOCALE_PATHS
    language, domain = path.parent.parent.name, path.stem
    with one_at_a_time(), tempfile.TemporaryDirectory() as folder:
        settings.LOCALE_PATHS = [folder]
        try:
            call_command(
                "makemessages",
                locale=[language],
                domain=domain,
                ignore_patterns=LEFT_OUT,
                no_obsolete=True,
                add_location="file",
                verbosity=0,
            )
        finally:
            settings.LOCALE_PATHS = kept
        return polib.pofile(str(Path(folder) / language / "LC_MESSAGES" / path.name))
