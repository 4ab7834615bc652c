"""The small files that one served file is made of, as a site.txt beside them lists them in order."""

from pathlib import Path


def listed_files(folder: Path) -> list[Path]:
    """Return the files that site.txt in `folder` lists, in order. Raises ValueError, naming what is not there."""
    paths = []
    for line in (folder / "site.txt").read_text(encoding="utf-8").splitlines():
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        path = folder / name
        if not path.is_file():
            raise ValueError(f"{folder.name}/site.txt lists {name}, which does not exist")
        paths.append(path)
    return paths
