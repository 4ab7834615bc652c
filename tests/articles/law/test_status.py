"""The status of a day follows from the dates first and the editor's choice second, in Python and in the database."""

import itertools
import json
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from articles.law.delivery import next_status_change
from articles.law.status import LawStatus, Validity, midnight_in_vietnam, today_in_vietnam
from articles.models import LawDocumentPage
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from tests.articles.content import add_law_document, add_library, put_law_document

ISSUED, EFFECTIVE, EXPIRES = date(2024, 11, 27), date(2025, 7, 1), date(2030, 1, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (ISSUED - DAY, "not_yet"),
        (EFFECTIVE - DAY, "not_yet"),
        (EFFECTIVE, "in_force"),
        (EXPIRES - DAY, "in_force"),
        (EXPIRES, "expired"),
        (EXPIRES + DAY, "expired"),
    ],
)
@pytest.mark.parametrize("chosen", ["in_force", "not_yet", "expired"])
def test_between_its_dates_a_document_holds_whatever_was_true_when_an_editor_chose(chosen, day, code):
    assert Validity(chosen, ISSUED, EFFECTIVE, EXPIRES).code_on(day) == code


@pytest.mark.parametrize("chosen", ["partly_expired", "suspended", "unknown"])
def test_what_dates_cannot_say_is_the_editors_choice(chosen):
    validity = Validity(chosen, ISSUED, EFFECTIVE, EXPIRES)
    assert validity.code_on(EFFECTIVE) == chosen
    assert validity.code_on(EFFECTIVE - DAY) == "not_yet"
    assert validity.code_on(EXPIRES) == "expired"


def test_without_dates_the_choice_stands():
    for chosen in LawStatus.values:
        assert Validity(chosen, None, None, None).code_on(EFFECTIVE) == chosen


def test_a_document_does_not_hold_before_it_was_issued():
    assert Validity("in_force", ISSUED, None, None).code_on(ISSUED - DAY) == "not_yet"


def test_since_and_until_are_the_days_between_which_the_status_holds():
    validity = Validity("in_force", ISSUED, EFFECTIVE, EXPIRES)
    assert (validity.on(ISSUED).since, validity.on(ISSUED).until) == (None, EFFECTIVE)
    assert (validity.on(EFFECTIVE).since, validity.on(EFFECTIVE).until) == (EFFECTIVE, EXPIRES)
    assert (validity.on(EXPIRES).since, validity.on(EXPIRES).until) == (EXPIRES, None)


def test_the_database_gives_the_same_status_on_every_day(site):
    library = add_library(site.home)
    dates = [(None, None, None), (ISSUED, None, None), (ISSUED, EFFECTIVE, None), (ISSUED, EFFECTIVE, EXPIRES)]
    dates += [(None, EFFECTIVE, EXPIRES), (ISSUED, None, EXPIRES), (None, None, EXPIRES)]
    for number, (status, days) in enumerate(itertools.product(LawStatus.values, dates)):
        issued, effective, expires = days
        library.add_child(
            instance=LawDocumentPage(
                title="Văn bản",
                number=str(number),
                document_type="luat",
                abstract="-",
                status=status,
                issue_date=issued,
                effective_date=effective,
                expiry_date=expires,
                live=False,
            )
        )
    for day in {moment + offset for moment in (ISSUED, EFFECTIVE, EXPIRES) for offset in (-DAY, timedelta(0), DAY)}:
        for document in LawDocumentPage.objects.with_status_code(on=day):
            assert document.status_code == document.status_on(day).code, (day, document.validity)


def test_in_force_is_what_holds_wholly_or_in_part(site):
    library = add_library(site.home)
    for status in ("in_force", "partly_expired", "suspended", "unknown"):
        put_law_document(library, number=status, status=status)
    found = LawDocumentPage.objects.child_of(library).in_force(on=date(2026, 1, 1))
    assert {document.status for document in found} == {"in_force", "partly_expired"}
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
