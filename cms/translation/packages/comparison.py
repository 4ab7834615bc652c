"""Compares what the installed packages say with what is said in Vietnamese, and names every gap."""

from collections.abc import Iterator

import polib

from cms.translation.catalogue import UPSTREAM_LOCALE
from cms.translation.message_rules import find_faults
from cms.translation.packages.glossary import read_glossary, wrong_words
from cms.translation.packages.messages import DOMAINS, Key, PackageMessages, by_key, read_package
from cms.translation.packages.names import PACKAGES


def our_catalogue(domain: str) -> polib.POFile:
    """Return the catalogue that completes the packages, "django" or "djangojs"."""
    return polib.pofile(str(UPSTREAM_LOCALE / "vi" / "LC_MESSAGES" / f"{domain}.po"))


def untranslated(messages: PackageMessages, ours: dict[Key, polib.POEntry]) -> list[polib.POEntry]:
    """Return the package's messages that neither its own Vietnamese catalogue nor ours translates."""
    return [english for key, english in messages.english.items() if key not in ours and key not in messages.vietnamese]


def find_package_faults(messages: PackageMessages, ours: dict[Key, polib.POEntry]) -> Iterator[str]:
    """Yield a sentence for each message of the package that is not shown in right Vietnamese."""
    for english in untranslated(messages, ours):
        yield f"{english.msgid!r} is not translated"
    shown = polib.POFile()
    for key, english in messages.english.items():
        vietnamese = ours.get(key) or messages.vietnamese.get(key)
        if vietnamese is None:
            continue
        shown.append(vietnamese)
        if english.msgid_plural and not vietnamese.msgid_plural:
            yield f"{english.msgid!r} has no plural form"
        for text in vietnamese.msgstr_plural.values() if vietnamese.msgid_plural else [vietnamese.msgstr]:
            if text == english.msgid and text not in read_glossary()["same"]:
                yield f"{english.msgid!r} is left in English"
            yield from (f"{english.msgid!r}: {wrong}" for wrong in wrong_words(text))
    yield from find_faults(shown)


def find_all_faults() -> Iterator[str]:
    """Yield every fault of every package, and each message of ours that no package has any more."""
    for domain in DOMAINS:
        ours = by_key(our_catalogue(domain))
        known = set()
        for package in PACKAGES:
            messages = read_package(package, domain)
            known |= messages.english.keys()
            yield from (f"{package} ({domain}): {fault}" for fault in find_package_faults(messages, ours))
        yield from (f"{domain}: {text!r} is in no package" for _context, text in sorted(ours.keys() - known, key=str))


def find_clashes(project: polib.POFile) -> Iterator[str]:
    """Yield a sentence for each string of the project that says a package's string otherwise than the package needs it.

    The project's catalogue wins everywhere: its "Status" of a law would name every status of the admin. Such a string
    needs a context of its own. Django's descriptions of field types are shown nowhere, so they may differ.
    """
    ours, own = by_key(our_catalogue("django")), by_key(project)
    said = {}
    for package in PACKAGES:
        messages = read_package(package, "django")
        for key in messages.english.keys() & own.keys() if package != "django.conf" else ():
            said[key] = ours.get(key) or messages.vietnamese.get(key)
    for key, needed in sorted(said.items(), key=str):
        entry = own[key]
        if needed and (entry.msgstr, entry.msgstr_plural) != (needed.msgstr, needed.msgstr_plural):
            yield f"{entry.msgid!r} needs a context: in the admin it means {needed.msgstr!r}, here {entry.msgstr!r}"
