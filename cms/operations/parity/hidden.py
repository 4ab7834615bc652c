"""What must not show: each thing is asked for at every door that could give it, and none may."""

import http.client
import re
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from django.core.files.storage import default_storage
from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms.delivery.models import DeliveredItem
from cms.operations.parity.difference import Difference
from cms.operations.parity.expectations import Expectation
from cms.operations.parity.html_page import HtmlPage, plain, text_of_html
from cms.operations.parity.reading import API, Reading
from media.files.image import CustomImage
from media.files.public_files import is_shown_anywhere
from media.models import CustomDocument

# Shorter texts stand in many places.
TELLING = 16
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+")
SEARCH = {"vi": "/tim-kiem/", "en": "/en/search/"}


def compare_hidden(reading: Reading, expected: Expectation) -> Iterator[Difference]:
    """Nothing of an item that is not delivered is given by the API or, if it is not on the website, by that."""
    item, endpoint = reading.item, f"{API}/{reading.type.endpoint}/"
    if not expected.is_delivered:
        yield from _ask_api(reading, expected, endpoint)
    if isinstance(item, Page) and not expected.is_on_website:
        yield from _ask_website(reading, expected)
    if isinstance(item, CustomImage) and not expected.is_delivered:
        yield from _ask_for_files(reading)
    if isinstance(item, CustomDocument) and not item.is_public and reading.doors.get(item.url).is_ok:
        yield reading.differs("private file", ("database", "restricted"), ("its address", http.client.OK))


def _ask_api(reading: Reading, expected: Expectation, endpoint: str) -> Iterator[Difference]:
    item = reading.item
    uuid = getattr(item, "translation_key", None) or item.uuid
    locale = {"locale": item.locale.language_code} if hasattr(item, "translation_key") else {}
    lists = {"list by uuid": f"{endpoint}?{urlencode({'uuid': uuid, **locale})}"}
    details = {"find by id": f"{endpoint}find/?id={item.pk}"}
    if isinstance(item, Page):
        details["detail of pages"] = f"{API}/pages/{item.pk}/"
        lists["list of pages"] = f"{API}/pages/?id={item.pk}"
        if not reading.doors.is_fast and len(item.title) >= TELLING:
            lists["search"] = f"{endpoint}?{urlencode({'search': item.title[:100], 'limit': 100})}"
    for door, address in details.items():
        status = reading.doors.get(address).status
        if status < http.client.BAD_REQUEST:
            yield reading.differs("private", ("database", expected), (door, status))
    for door, address in lists.items():
        found = reading.doors.get(address).json().get("items", ())
        if any(other["id"] == item.pk for other in found):
            yield reading.differs("private", ("database", expected), (door, "has it"))


def _ask_website(reading: Reading, expected: Expectation) -> Iterator[Difference]:
    page = reading.item
    if reading.html is not None:
        for text in _telling(page):
            if text in reading.html.text:
                yield reading.differs("private text", ("database", expected), ("HTML", text))
                break
    if reading.doors.is_fast or not reading.html_url or len(page.title) < TELLING:
        return
    search = SEARCH.get(page.locale.language_code, "")
    answer = reading.doors.get(f"{search}?{urlencode({'q': page.title[:100]})}") if search else None
    if answer is not None and urlsplit(reading.html_url).path in HtmlPage(answer.text).links:
        yield reading.differs("private", ("database", expected), ("search page", "has it"))


def _ask_for_files(reading: Reading) -> Iterator[Difference]:
    # Made on upload, under names nobody has been told: what was never shown is not withdrawn.
    was_told = DeliveredItem.objects.filter(type=reading.type.name, object_id=reading.item.pk).exists()
    if not was_told or is_shown_anywhere(reading.item):
        return
    for entries in reading.item.ready_renditions.values():
        for *_size, names in entries:
            for name in names.values():
                address = default_storage.url(name)
                if reading.doors.get(address).is_ok:
                    yield reading.differs("withdrawn picture", ("database", "shown nowhere"), (address, "200"))


def compare_draft(reading: Reading) -> Iterator[Difference]:
    """No sentence of a draft is at any door before it is published."""
    item = reading.item
    if not getattr(item, "has_unpublished_changes", False) or item.latest_revision_id is None:
        return
    live = texts_in(item)
    known = " ".join(live)
    drafted = [text for text in sorted(texts_in(item.get_latest_revision_as_object()) - live) if text not in known]
    doors = {
        "API": reading.detail.text if reading.detail.is_ok else "",
        "HTML": reading.page.text if reading.page else "",
    }
    for door, said in doors.items():
        for text in drafted:
            if text in said:
                yield reading.differs("draft", ("database", "not published"), (door, text))
                break


def _telling(page: Page) -> list[str]:
    return [text for text in (page.title, page.draft_title, page.specific.summary_text) if len(text) >= TELLING]


def texts_in(instance: models.Model) -> set[str]:
    """Return the sentences an editor wrote, those long enough to be known by."""
    found: set[str] = set()
    for field in instance._meta.concrete_fields:
        value = getattr(instance, field.attname)
        if isinstance(field, StreamField):
            found |= set(_strings(value.get_prep_value()))
        elif isinstance(field, RichTextField):
            found.add(text_of_html(value))
        elif isinstance(field, models.CharField | models.TextField) and isinstance(value, str) and field.editable:
            found.add(plain(value))
    return {text for text in found if len(text) >= TELLING and not UUID.fullmatch(text)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield text_of_html(value) if "<" in value else plain(value)
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
