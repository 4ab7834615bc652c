"""What a package says: its English messages, and the Vietnamese it ships itself."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib

from cms.translation.packages.extraction import extract_messages

DOMAINS = ("django", "djangojs")
Key = tuple[str | None, str]  # context, English text


@dataclass(frozen=True)
class PackageMessages:
    """One package in one domain: `english` are its messages, `vietnamese` what its own catalogue translates."""

    package: str
    domain: str
    english: dict[Key, polib.POEntry]
    vietnamese: dict[Key, polib.POEntry]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def by_key(entries) -> dict[Key, polib.POEntry]:
    return {key(entry): entry for entry in entries if not entry.obsolete}


@cache
def read_package(package: str, domain: str) -> PackageMessages:
    """Read the messages of an installed package.

    Most packages ship their English catalogue; the strings of the others are read from their source (there only in
    the domain "django"). Raises ModuleNotFoundError for a package that is not installed.
    """
    folder = package_folder(package)
    source = folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    if source.exists():
        english = by_key(polib.pofile(str(source)))
    else:
        english = by_key(extract_messages(folder)) if domain == "django" else {}
    return PackageMessages(package, domain, english, _own_translations(folder, domain))


def package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])


def _own_translations(folder: Path, domain: str) -> dict[Key, polib.POEntry]:
    catalogue = folder / "locale" / "vi" / "LC_MESSAGES" / f"{domain}.po"
    if catalogue.exists():
        return by_key(entry for entry in polib.pofile(str(catalogue)) if entry.translated())
    compiled = catalogue.with_suffix(".mo")
    if not compiled.exists():
        return {}
    return by_key(
        polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=entry.msgstr, **_plural(entry))
        for entry in polib.mofile(str(compiled))
    )


def _plural(entry: polib.MOEntry) -> dict:
    if not entry.msgid_plural:
        return {}
    return {"msgid_plural": entry.msgid_plural, "msgstr_plural": entry.msgstr_plural}
