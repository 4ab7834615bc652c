"""The status of a day is one in Python, in the database, on the page, in the API and in the store's documents."""

import json
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.db import transaction
from django.utils import timezone

from articles.law.delivery import next_status_change
from articles.law.status import LawStatus, midnight_in_vietnam, today_in_vietnam
from articles.models import LawDocumentPage, LawStatusPeriod
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from tests.articles.content import add_law_document, add_library, put_law_document
from tests.factories import translate

DAY = timedelta(days=1)
SUSPENDED = [{"date": date(2022, 1, 1), "event": "suspended"}, {"date": date(2022, 3, 1), "event": "resumed"}]


@pytest.fixture
def library(site):
    return add_library(site.home)


def test_the_database_gives_the_same_status_on_every_day(library):
    known = {"issue_date": date(2019, 11, 20), "effective_date": date(2021, 1, 1), "expiry_date": date(2025, 7, 1)}
    with transaction.atomic():
        for number, values in enumerate(
            [{}, {"effective_date": None}, {"expiry_date": None}, {"events": SUSPENDED}, {"status": "unknown"}]
        ):
            put_law_document(library, number=f"{number}/2019/QH14", **{**known, **values})
    put_law_document(library, number="9/2019/QH14", issue_date=None, effective_date=None)
    days = [*known.values(), *(event["date"] for event in SUSPENDED)]
    documents = LawDocumentPage.objects.child_of(library)
    for day in {moment + offset * DAY for moment in days for offset in (-1, 0, 1)}:
        expected = {page.pk: page.status_on(day).code for page in documents.prefetch_related(None)}
        assert {page.pk: page.status_code for page in documents.with_status_code(on=day)} == expected
        for code in LawStatus.values:
            found = set(documents.with_status(code, on=day).values_list("pk", flat=True))
            assert found == {pk for pk, status in expected.items() if status == code}, (day, code)
            assert set(documents.as_of(day).with_status(code).values_list("pk", flat=True)) == found


def test_every_language_has_the_periods_of_the_original(site, library):
    document = add_law_document(library)
    english_library = translate(library, site.home_en, title="Law library", slug="law-library")
    english = translate(document, english_library, title="Labour Code", slug="45-2019-qh14")
    document = LawDocumentPage.objects.get(pk=document.pk)
    document.expiry_date = date(2025, 7, 1)
    document.save_revision().publish()
    english = LawDocumentPage.objects.get(pk=english.pk)
    assert english.expiry_date is None
    assert english.status_on(date(2025, 7, 1)).code == "expired"
    codes = LawStatusPeriod.objects.filter(document=english).values_list("status", flat=True)
    assert list(codes) == ["not_yet", "in_force", "expired"]
    row = DeliveredItem.objects.get(type="articles.LawDocumentPage", object_id=english.pk)
    assert json.loads(row.document)["status"]["code"] == "expired"


def test_the_page_and_the_library_show_the_status_of_the_day_asked_for(client, library):
    document = add_law_document(library, expiry_date=date(2025, 7, 1))
    for day, code in (("2020-12-31", "not_yet"), ("2021-01-01", "in_force"), ("2025-07-01", "expired")):
        assert client.get(document.url, {"as_of": day}).context["law"].status.code == code
        (card,) = client.get(library.url, {"as_of": day, "status": code}).context["cards"]
        assert card.status.code == code
        assert not client.get(library.url, {"as_of": day, "status": "suspended"}).context["cards"]


@pytest.mark.parametrize("text", ["2025-02-30", "0001-01-01", "hôm nay"])
def test_a_day_that_cannot_be_meant_is_refused(client, library, text):
    document = add_law_document(library)
    for address in (document.url, library.url):
        response = client.get(address, {"as_of": text})
        assert response.status_code == 400
        assert "2025-07-01" in response.content.decode()
    for address in ("/api/v2/law-documents/", f"/api/v2/law-documents/{document.pk}/"):
        refused = client.get(address, {"as_of": text})
        assert (refused.status_code, refused.json()["parameter"]) == (400, "as_of")


def test_the_api_restates_list_and_detail_by_the_day_asked_for(client, library, django_assert_max_num_queries):
    document = add_law_document(library, expiry_date=date(2025, 7, 1))
    address = f"/api/v2/law-documents/{document.pk}/"
    assert client.get(address).json()["status"]["code"] == "expired"
    for day, code in (("2020-12-31", "not_yet"), ("2021-01-01", "in_force"), ("2025-07-01", "expired")):
        with django_assert_max_num_queries(2):
            alone = client.get(address, {"as_of": day}).json()
        assert alone["status"]["code"] == code
        assert alone["status"] in alone["status_periods"]
        with django_assert_max_num_queries(3):
            listed = client.get("/api/v2/law-documents/", {"as_of": day, "status": code}).json()
        (item,) = listed["items"]
        assert item["status"] == alone["status"]
        assert "status_periods" not in item
        assert client.get("/api/v2/law-documents/", {"as_of": day, "status": "unknown"}).json()["items"] == []


def test_a_status_set_by_hand_is_shown_with_its_note(client, library):
    document = add_law_document(library, status="suspended", status_note="Theo Nghị quyết của Quốc hội.")
    response = client.get(document.url)
    assert response.context["law"].status.code == "suspended"
    assert "Theo Nghị quyết của Quốc hội." in response.content.decode()


def test_in_force_is_what_holds_wholly_or_in_part(site):
    library = add_library(site.home)
    for status in ("in_force", "partly_expired", "suspended", "unknown"):
        put_law_document(library, number=status, status=status)
    found = LawDocumentPage.objects.child_of(library).in_force(on=date(2026, 1, 1))
    assert {document.number for document in found} == {"in_force", "partly_expired"}
    assert not LawDocumentPage.objects.in_force(on=date(2020, 1, 1))


def test_today_is_the_day_in_vietnam_whatever_the_editors_time_zone():
    with (
        mock.patch("django.utils.timezone.now", return_value=datetime(2026, 6, 30, 17, 0, tzinfo=UTC)),
        timezone.override("America/New_York"),
    ):
        assert today_in_vietnam() == date(2026, 7, 1)


def test_a_document_is_looked_at_again_at_the_midnight_on_which_its_status_changes(site):
    tomorrow = today_in_vietnam() + DAY
    document = add_law_document(add_library(site.home), effective_date=tomorrow)
    assert next_status_change(document) == midnight_in_vietnam(tomorrow)
    row = DeliveredItem.objects.get(type="articles.LawDocumentPage", object_id=document.pk)
    assert row.due_at == midnight_in_vietnam(tomorrow)
    assert json.loads(row.document)["status"]["code"] == "not_yet"
    with mock.patch("django.utils.timezone.now", return_value=midnight_in_vietnam(tomorrow)):
        assert store.rebuild_due() == 1
    after = DeliveredItem.objects.get(pk=row.pk)
    assert json.loads(after.document)["status"]["code"] == "in_force"
    assert after.sequence > row.sequence
    assert after.due_at is None


def test_another_day_alone_changes_no_document(site):
    document = add_law_document(add_library(site.home), expiry_date=today_in_vietnam() + timedelta(days=30))
    row = DeliveredItem.objects.get(type="articles.LawDocumentPage", object_id=document.pk)
    with mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=3)):
        assert store.rebuild({("articles.LawDocumentPage", document.pk)}) == 0
    assert DeliveredItem.objects.get(pk=row.pk).sequence == row.sequence
