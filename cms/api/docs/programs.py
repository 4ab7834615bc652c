"""The documentation's programs, in the languages partners write in. The tests run them as they stand on the page."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "examples"
# As the programs are written: what stands for this site, and for the language of the page.
SITE, LANGUAGE = "https://example.org", "locale=vi"
# Ending -> (the language's name, the program that runs it).
KINDS = {".sh": ("curl", "bash"), ".py": ("Python", "python3"), ".mjs": ("JavaScript", "node"), ".php": ("PHP", "php")}


@cache
def examples(root: str, language: str) -> dict[str, list[dict]]:
    """Return {name: [{"title", "runner", "text"}]} with this site's address and the page's language in them."""
    named: dict[str, list[dict]] = {}
    for path in sorted(FOLDER.iterdir(), key=lambda path: list(KINDS).index(path.suffix)):
        title, runner = KINDS[path.suffix]
        text = path.read_text().strip().replace(SITE, root).replace(LANGUAGE, f"locale={language}")
        named.setdefault(path.stem, []).append({"title": title, "runner": runner, "text": text})
    return named
