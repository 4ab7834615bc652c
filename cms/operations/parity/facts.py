"""Dates, languages and a law's status: the same at each door."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from cms.operations.parity.difference import Difference
from cms.operations.parity.reading import Reading

DATES = ("date", "issue_date", "effective_date", "expiry_date", "answer_date", "event_date", "recorded_on")
PUBLISHED = ("first_published_at", "last_published_at")


def compare_dates(reading: Reading) -> Iterator[Difference]:
    """A date of the document stands on the page; moments of publication are those of the database."""
    document = reading.document
    if document is None:
        return
    for name in PUBLISHED:
        ours = getattr(reading.item, name, None)
        said = document["meta"].get(name)
        if ours is not None and (said is None or parse_datetime(said) != ours):
            yield reading.differs(name, ("database", ours.isoformat()), ("API", said))
    if reading.page is None:
        return
    shown = {moment_of(text) for text in reading.page.times}
    for name in DATES:
        said = document.get(name)
        if said and moment_of(said) not in shown:
            yield reading.differs(name, ("HTML", ", ".join(sorted(reading.page.times))), ("API", said))


def compare_languages(reading: Reading) -> Iterator[Difference]:
    """`lang`, canonical and hreflang of the page, and what the document says of itself and of its translations."""
    document, page = reading.document, reading.page
    if document is None:
        return
    locale = document["meta"].get("locale", "")
    ours = getattr(getattr(reading.item, "locale", None), "language_code", "")
    for door, said in (("API", locale), ("Content-Language", reading.detail.headers.get("content-language", ""))):
        if said != ours:
            yield reading.differs("language", ("database", ours), (door, said))
    if page is None:
        return
    if page.language != locale:
        yield reading.differs("language", ("HTML", page.language), ("API", locale))
    canonical = document["rights"]["canonical_url"]
    if page.canonical != canonical:
        yield reading.differs("canonical address", ("HTML", page.canonical), ("API", canonical))
    yield from _compare_alternates(reading)


def _compare_alternates(reading: Reading) -> Iterator[Difference]:
    alternates = {code: address for code, address in reading.page.alternates.items() if code != "x-default"}
    own = reading.document["meta"]["html_url"]
    told = {other["locale"]: other["html_url"] for other in reading.document["meta"]["translations"]}
    told[reading.document["meta"]["locale"]] = own
    for code in sorted(alternates.keys() | (told.keys() if len(told) > 1 else set())):
        # A translation that only the website shows is in no document.
        if code in told and alternates.get(code) != told[code]:
            yield reading.differs(f"hreflang {code}", ("HTML", alternates.get(code, "")), ("API", told[code]))
        elif code not in told and code in dict(settings.LANGUAGES) and reading.doors.asker.is_ours(alternates[code]):
            status = reading.doors.status(alternates[code])
            if status != 200:
                yield reading.differs(f"hreflang {code}", ("HTML", alternates[code]), ("that address", status))
    for code, address in alternates.items():
        if address != own and reading.doors.alternates(address) != reading.page.alternates:
            back = reading.doors.alternates(address)
            yield reading.differs("hreflang", ("HTML", reading.page.alternates), (f"HTML of {code}", back))


def compare_law_status(reading: Reading) -> Iterator[Difference]:
    """The status of today, at every door."""
    status_on = getattr(reading.item, "status_on", None)
    if status_on is None or reading.document is None:
        return
    ours = status_on().code
    said = [("database", ours), ("API", reading.document["status"]["code"])]
    if reading.page is not None:
        said.append(("HTML", reading.page.status))
    if len({code for _door, code in said}) > 1:
        yield reading.differs("status", *said)


def moment_of(text: str) -> datetime | str:
    """Return a day, or a moment to the minute: pages tell no seconds."""
    day = parse_date(text) if len(text) == len("2026-03-15") else None
    if day is not None:
        return day.isoformat()
    moment = parse_datetime(text)
    return moment.astimezone(timezone.get_current_timezone()).replace(second=0, microsecond=0) if moment else text
