"""Relations are shown on both documents, come of events too, make no circle, and follow what they name."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.models import LawEvent, LawRelation
from cms.delivery.models import DeliveredItem
from tests.articles.content import add_law_document, add_library

REPLACED = {"date": date(2025, 7, 1), "event": "replaced"}


@pytest.fixture
def library(site):
    return add_library(site.home)


@pytest.fixture
def newer(library):
    return add_law_document(
        library, number="50/2024/QH15", title="Luật Công đoàn 2024", effective_date=date(2025, 7, 1)
    )


def delivered(page):
    return json.loads(DeliveredItem.objects.get(type="articles.LawDocumentPage", object_id=page.pk).document)


def told(page):
    return [(item["type"], item["direction"], item["number"]) for item in delivered(page)["relations"]]


def test_a_relation_is_told_by_both_documents(client, library, newer):
    decree = add_law_document(library, number="1/2025/NĐ-CP", relations=[("implements", newer)])
    assert told(decree) == [("implements", "outgoing", "50/2024/QH15")]
    assert told(newer) == [("implements", "incoming", "1/2025/NĐ-CP")]
    (group,) = client.get(newer.url).context["law"].relations
    assert [card.number for card in group["cards"]] == ["1/2025/NĐ-CP"]


def test_an_event_with_its_source_is_the_relation(client, library, newer):
    older = add_law_document(library, number="12/2012/QH13", events=[{**REPLACED, "source_document": newer}])
    assert told(newer) == [("replaces", "outgoing", "12/2012/QH13")]
    assert told(older) == [("replaces", "incoming", "50/2024/QH15")]
    assert delivered(older)["events"][-1]["source"]["number"] == "50/2024/QH15"
    assert delivered(newer)["relations"][0]["status"]["code"] == "expired"
    assert client.get(older.url).context["law"].has_history


def test_all_a_record_shows_is_as_of_one_day_and_its_end_is_known_from_its_events(client, library, newer):
    older = add_law_document(library, number="12/2012/QH13", events=[{**REPLACED, "source_document": newer}])
    for day, status, is_past in (("2025-06-30", "not_yet", False), ("2025-07-01", "in_force", True)):
        law = client.get(older.url, {"as_of": day}).context["law"]
        assert [card.status.code for group in law.relations for card in group["cards"]] == [status], day
        assert (law.dates[-1]["date"], law.dates[-1]["is_past"]) == (REPLACED["date"], is_past), day


def test_the_other_document_is_written_again_with_what_is_told_of_it(library, newer):
    decree = add_law_document(library, number="1/2025/NĐ-CP", relations=[("implements", newer)])
    decree.title = "Tên mới"
    decree.save_revision().publish()
    assert delivered(newer)["relations"][0]["title"] == "Tên mới"
    decree.unpublish()
    assert told(newer) == []
    decree.save_revision().publish()
    assert told(newer) == [("implements", "incoming", "1/2025/NĐ-CP")]
    decree.relations = []
    decree.save_revision().publish()
    assert told(newer) == []


def test_a_document_does_not_replace_itself_over_others(library, newer):
    middle = add_law_document(library, number="12/2012/QH13", events=[{**REPLACED, "source_document": newer}])
    oldest = add_law_document(library, number="1/1990/QH8", expiry_date=date(2021, 6, 1))
    middle.relations = [LawRelation(relation="replaces", target=oldest)]
    middle.save()
    for relation, target, is_refused in (
        ("replaces", newer, True),
        ("replaces", middle, True),
        ("cites", newer, False),
        ("cites", oldest, True),
    ):
        oldest.relations = [LawRelation(relation=relation, target=target)]
        assert bool(oldest.publishing_errors().get("relations")) is is_refused, (relation, target)
    newer.events = [LawEvent(**REPLACED, source_document=oldest, locale=newer.locale)]
    with pytest.raises(ValidationError):
        newer.save()
