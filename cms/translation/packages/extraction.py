"""Messages of a package that ships no English catalogue, read from its Python files and templates.

Only what is needed for such packages: calls of Django's gettext functions with plain strings, and `{% translate %}`.
Python's own parser does it, so that nothing needs gettext's programs.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib

# Function name: the places of (context, singular, plural) among its arguments.
_FUNCTIONS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (None, 0, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
_TEMPLATE_TAG = re.compile(r"""\{%\s*trans(?:late)?\s+(["'])(?P<text>.+?)\1""")
_LEFT_OUT = {"tests", "test", "migrations", "locale", "node_modules"}


def extract_messages(folder: Path) -> Iterator[polib.POEntry]:
    """Yield each message of the package in `folder`, once."""
    seen = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".py", ".html") or _LEFT_OUT & set(path.relative_to(folder).parts):
            continue
        for entry in (_of_python if path.suffix == ".py" else _of_template)(path.read_text(encoding="utf-8")):
            if (entry.msgctxt, entry.msgid) not in seen:
                seen.add((entry.msgctxt, entry.msgid))
                yield entry


def _of_python(source: str) -> Iterator[polib.POEntry]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        places = _FUNCTIONS.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
        if places is None:
            continue
        context, singular, plural = (None if place is None else _text(node.args, place) for place in places)
        if singular:
            yield polib.POEntry(msgctxt=context, msgid=singular, msgid_plural=plural or "")


def _of_template(source: str) -> Iterator[polib.POEntry]:
    for match in _TEMPLATE_TAG.finditer(source):
        yield polib.POEntry(msgid=match["text"])


def _text(arguments: list[ast.expr], place: int) -> str | None:
    """Return the argument at that place if it is a plain string."""
    node = arguments[place] if place < len(arguments) else None
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
