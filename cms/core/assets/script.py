"""The script of every page, made of the small files that templates/assets/js/site.txt lists in order.

One request instead of five: on a phone with a weak network each of them takes its part of the line from the words and
the picture that are waited for.
"""

import re
from pathlib import Path

from django.conf import settings

from cms.core.assets.listed import listed_files

NAME = "js/site.js"
_COMMENT_OR_INDENT = re.compile(r"^[ \t]*(//.*\n)?", re.MULTILINE)


def folder() -> Path:
    return settings.BASE_DIR / "templates" / "assets" / "js"


def sources() -> list[Path]:
    """Return the listed files in order. Raises ValueError, naming the line, if one is not there."""
    return listed_files(folder())


def build() -> str:
    """Return the script: each file in a block of its own, so that no name of one meets a name of another.

    The files are modules that import and export nothing, and whose texts stay within their lines.
    """
    return "".join(
        f"{{\n{_COMMENT_OR_INDENT.sub('', path.read_text(encoding='utf-8')).strip()}\n}}\n" for path in sources()
    )
