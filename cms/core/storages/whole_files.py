"""Files on the disk that are whole or not there: neither a full disk nor a kill leaves half ones under a name."""

import os
import secrets
from pathlib import Path, PurePosixPath

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="cms.core.storages.whole_files.WholeFileStorage")
class WholeFileStorage(FileSystemStorage):
    """Django's, which writes below the final name; here that is given when all is written.

    What a killed process leaves has a name of its own, and goes with other files that no row names.
    """

    def _save(self, name, content):
        unfinished = str(PurePosixPath(name.replace("\\", "/")).with_name(f"{secrets.token_hex(8)}.part"))
        path = Path(self.path(unfinished))
        try:
            super()._save(unfinished, content)
            return self._name_it(path, name)
        finally:
            path.unlink(missing_ok=True)

    def _name_it(self, path: Path, name: str) -> str:
        while True:
            try:
                # Unlike a renaming, this takes nobody's place.
                os.link(path, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name.replace("\\", "/")
