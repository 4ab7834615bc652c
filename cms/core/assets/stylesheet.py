"""The site's one stylesheet, made of the small files that templates/assets/css/site.txt lists in order."""

import re
from pathlib import Path

from django.conf import settings

from cms.core.assets.listed import listed_files

NAME = "css/site.css"
_TOKENS = re.compile(r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)'"]*\))|(?P<comment>/\*.*?\*/)""", re.S)


def folder() -> Path:
    return settings.BASE_DIR / "templates" / "assets" / "css"


def sources() -> list[Path]:
    """Return the listed files in order. Raises ValueError, naming the line, if one is not there."""
    return listed_files(folder())


def build() -> str:
    """Return the minified stylesheet. Addresses in the files are relative to css/, wherever the file is."""
    return minify("\n".join(path.read_text(encoding="utf-8") for path in sources()))


def minify(css: str) -> str:
    """Take out comments and the space that means nothing; strings and unquoted addresses stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match) -> str:
        if match["comment"]:
            return " "
        kept.append(match["string"])
        return f"\0{len(kept) - 1}\0"

    css = _TOKENS.sub(keep, css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    # After a colon only: before one, "a :hover" and "a:hover" are different selectors.
    css = re.sub(r": ", ":", css)
    css = css.replace(";}", "}").strip()
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], css) + "\n"
