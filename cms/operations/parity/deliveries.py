"""Detail, list, change feed and HTML: all have the item, or none has, and they say the same of it."""

from collections.abc import Iterator

from cms.operations.parity.difference import Difference
from cms.operations.parity.expectations import Expectation
from cms.operations.parity.feed import digest_of
from cms.operations.parity.reading import Reading


def compare_presence(reading: Reading, expected: Expectation) -> Iterator[Difference]:
    """The item is at each door where it belongs."""
    told = reading.told is not None
    doors = [
        ("API", reading.detail.is_ok, reading.detail.status),
        ("API list", reading.listed is not None, "has it" if reading.listed is not None else "has it not"),
        ("change feed", told, "upsert" if told else "nothing"),
    ]
    for door, is_there, said in doors:
        if is_there != expected.is_delivered:
            yield reading.differs("presence", ("database", expected), (door, said))
    if reading.html is not None and reading.is_shown != expected.is_on_website:
        yield reading.differs("presence", ("database", expected), ("HTML", reading.html.status))


def compare_list(reading: Reading) -> Iterator[Difference]:
    """What a list gives is what the detail gives."""
    if reading.document is None or reading.listed is None:
        return
    whole = {**reading.document, **reading.document["meta"]}
    for name, said in {**reading.listed, **reading.listed["meta"]}.items():
        if name != "meta" and said != whole.get(name):
            yield reading.differs(name, ("API list", said), ("API", whole.get(name)))


def compare_feed(reading: Reading) -> Iterator[Difference]:
    """The document in the change feed is the detail's."""
    if reading.document is None or reading.told is None or reading.told[1] == digest_of(reading.document):
        return
    told = reading.doors.feed.document(reading.label, reading.item.pk) or {}
    for name in sorted(told.keys() | reading.document.keys()):
        if told.get(name) != reading.document.get(name):
            yield reading.differs(name, ("change feed", told.get(name)), ("API", reading.document.get(name)))
