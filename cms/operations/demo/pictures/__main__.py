"""Write demo pictures as JPEG files for looking: python -m cms.operations.demo.pictures OUTDIR [names]."""

import sys
from pathlib import Path
from time import process_time

from . import PICTURES, draw


def main(arguments: list[str]) -> int:
    if not arguments:
        sys.stdout.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    names = arguments[1:] or list(PICTURES)
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        sys.stdout.write(f"No such picture: {', '.join(unknown)}\n")
        return 2
    for name in names:
        start = process_time()
        image = draw(name)
        seconds = process_time() - start
        path = folder / f"{name}.jpg"
        image.save(path, quality=88, optimize=True)
        sys.stdout.write(f"{name:24} {seconds:5.2f} s {path.stat().st_size // 1024:5} KB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
