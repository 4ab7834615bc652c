"""The catalogues (.po) kept here and their compiled form (.mo), without gettext's programs.

There are two: the project's own strings, and beside them what the installed packages leave untranslated.

Compiled files are not in the repository: `compile_catalogue` makes them at every start, by polib, which
wagtail-localize installs. Only what is older than its source is made anew, so a second start costs nothing.
"""

import os
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed

# What completes the packages' Vietnamese. LOCALE_PATHS names it after the project's own, which so wins over it. It is
# in a folder of its own, because `makemessages` writes the strings of all files beside a locale folder into that one.
UPSTREAM_LOCALE = Path(__file__).parent / "upstream_messages" / "locale"


def source_files() -> list[Path]:
    """Return the .po files of all catalogues kept here."""
    return sorted(path for root in settings.LOCALE_PATHS for path in Path(root).glob("*/LC_MESSAGES/*.po"))


def project_files() -> list[Path]:
    """Return the .po files of the project's own strings."""
    return [path for path in source_files() if not path.is_relative_to(UPSTREAM_LOCALE)]


def compile_catalogues() -> list[Path]:
    """Compile every catalogue that is newer than its .mo file; return the files that were written.

    Entries that are empty or fuzzy are left out: their English text is shown. Raises OSError, naming the line, for a
    catalogue that cannot be read.
    """
    written = []
    for source in source_files():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Several processes may start at once: each writes its own file, and the last name wins.
        unfinished = target.with_suffix(f".{os.getpid()}.tmp")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(target)
        translation_file_changed(None, target)
        written.append(target)
    return written
