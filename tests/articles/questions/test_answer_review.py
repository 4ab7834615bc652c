"""An answer whose law changes: its editors are asked at once, its readers told when nobody came, until one did."""

import json
from datetime import date, datetime, timedelta
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from articles.law.status import midnight_in_vietnam
from articles.models import AnswerReview, LawDocumentPage, LawEvent, LegalQuestionPage
from articles.questions.law_changes import LawChange
from articles.questions.review import AnswerLaw
from articles.questions.review_report import answers_of
from articles.questions.reviewing import answers_to_review
from cms.delivery import store
from cms.delivery.models import DeliveredItem
from tests.articles.content import add_law_document, add_library, add_question, add_question_index
from tests.factories import translate

DAY = timedelta(days=1)
ENDS = date(2026, 9, 1)
NOTICE = date(2026, 9, 15)


@pytest.fixture
def clock():
    """Return a function that sets the time to the midnight in Vietnam at which a day begins."""
    with mock.patch("django.utils.timezone.now") as now:

        def begin(day: date) -> None:
            now.return_value = midnight_in_vietnam(day)

        begin(ENDS - DAY)
        yield begin


@pytest.fixture
def law(site, clock):
    return add_law_document(add_library(site.home), expiry_date=ENDS)


@pytest.fixture
def index(site):
    return add_question_index(site.home)


@pytest.fixture
def answer(index, law):
    return add_question(index, basis=[law], answer_date=date(2026, 3, 18))


def state_of(page) -> str:
    row = DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk)
    return json.loads(row.document)["review_state"]["code"]


def test_a_state_is_that_of_a_day(settings):
    settings.ANSWER_REVIEW_GRACE_DAYS = 14
    law = AnswerLaw((LawChange(ENDS, "expired", None, "1"),))
    days = {ENDS - DAY: "current", ENDS: "to_review", NOTICE - DAY: "to_review", NOTICE: "outdated"}
    assert {day: law.state_on(day) for day in days} == days
    assert [law.next_change(day) for day in days] == [ENDS, NOTICE, NOTICE, None]
    assert AnswerLaw().state_on(ENDS) == "current"


def test_from_the_change_over_the_notice_to_the_review(admin_client, client, clock, site, index, answer):
    english_index = translate(index, site.home_en, title="Questions", slug="questions")
    english = translate(answer, english_index, title="Overtime?", slug="overtime")
    report, row = reverse("answers_to_review"), DeliveredItem.objects.get(object_id=answer.pk)
    assert state_of(answer) == state_of(english) == "current"
    assert row.due_at == midnight_in_vietnam(ENDS)
    assert "01/09/2026" in admin_client.get(report).content.decode()
    assert answer.title not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    clock(ENDS)
    assert store.rebuild_due() >= 2
    assert state_of(answer) == state_of(english) == "to_review"
    assert DeliveredItem.objects.get(pk=row.pk).sequence > row.sequence
    assert answer.title in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "45/2019/QH14" in admin_client.get(reverse("wagtailadmin_pages:edit", args=[answer.pk])).content.decode()
    assert not client.get(answer.url).context["law_changes"]
    clock(NOTICE)
    assert store.rebuild_due() >= 2
    (item,) = client.get("/api/v2/questions/", {"locale": "vi"}).json()["items"]
    assert item["review_state"]["code"] == "outdated"
    assert item["review_state"]["since"] == "2026-09-01"
    assert [change["name"] for change in item["review_state"]["changes"]] == ["45/2019/QH14"]
    for page in (answer, english):
        assert "notice--warning" in client.get(page.url).content.decode()
    mark = reverse("answer_reviewed", args=[answer.pk])
    assert admin_client.get(mark).status_code == 200
    assert admin_client.post(mark, {"note": "Vẫn đúng theo luật mới."}).status_code == 302
    assert AnswerReview.objects.get().note == "Vẫn đúng theo luật mới."
    assert state_of(answer) == state_of(english) == "current"
    for page in (answer, english):
        assert "notice--warning" not in client.get(page.url).content.decode()
    assert mark not in admin_client.get(report).content.decode()


def test_what_is_entered_late_asks_again_and_an_answer_of_a_later_day_is_right(clock, law, answer):
    clock(NOTICE)
    AnswerReview.objects.create(
        question_key=answer.translation_key,
        covered=[f"{law.translation_key}|expired|{ENDS}"],
        reviewed_at=midnight_in_vietnam(NOTICE),
    )
    assert LegalQuestionPage.objects.get(pk=answer.pk).law.changes == ()
    law = LawDocumentPage.objects.get(pk=law.pk)
    law.events = [LawEvent(locale=law.locale, date=date(2026, 6, 1), event="amended")]
    law.save_revision().publish()
    assert state_of(answer) == "outdated"
    answer = LegalQuestionPage.objects.get(pk=answer.pk)
    answer.answer_date = date(2026, 6, 1)
    answer.save_revision().publish()
    assert state_of(answer) == "current"


def test_a_document_that_is_only_named_in_the_text_counts_too(clock, law, index):
    text = {"type": "paragraph", "value": "<p>Theo 45/2019/QH14.</p>", "id": "5d9f3a0e-0000-4000-8000-000000000002"}
    answer = add_question(index, answer=[text], answer_date=date(2026, 3, 18))
    assert DeliveredItem.objects.get(object_id=answer.pk).due_at == midnight_in_vietnam(ENDS)
    clock(ENDS)
    store.rebuild_due()
    assert state_of(answer) == "to_review"
    draft = LawDocumentPage.objects.get(pk=law.pk)
    draft.expiry_date = None
    draft.save_revision()
    assert LegalQuestionPage.objects.get(pk=answer.pk).law.changes


def test_only_who_may_publish_an_answer_marks_it(client, clock, law, answer):
    clock(ENDS)
    user = get_user_model().objects.create_user("dich", "dich@example.org", "x", is_staff=True)
    client.force_login(user)
    response = client.post(reverse("answer_reviewed", args=[answer.pk]), {"note": ""})
    assert response.status_code in (302, 403)
    assert not AnswerReview.objects.exists()


def test_many_answers_are_found_with_as_many_queries_as_one(clock, law, index, answer):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            found = answers_to_review(LegalQuestionPage.objects.all())
        assert len(found) == LegalQuestionPage.objects.filter(alias_of=None).count()
        return len(captured)

    one = queries()
    with transaction.atomic():
        for number in range(3):
            add_question(index, title=f"Câu {number}?", basis=[law], topic=answer.topic, answer_date=date(2026, 3, 18))
    assert queries() == one <= 7


def test_the_days_of_grace_are_a_setting(settings, clock):
    settings.ANSWER_REVIEW_GRACE_DAYS = 0
    change = LawChange(datetime(2026, 9, 1).date(), "amended", None, "1")
    assert AnswerLaw((change,)).state_on(ENDS) == "outdated"


def test_what_is_still_to_come_cannot_be_marked_yet_nor_by_whoever_may_not_publish(admin_user, clock, index, answer):
    adviser = get_user_model().objects.create_user("adviser", password="x")
    group = Group.objects.create(name="Advisers")
    GroupPagePermission.objects.create(group=group, page=index, permission_type="change")
    adviser.groups.add(group)
    for day, may in ((ENDS - DAY, False), (ENDS, True)):
        clock(day)
        assert [row.may_be_marked for row in answers_of(admin_user)] == [may]
        assert [row.may_be_marked for row in answers_of(adviser)] == [False]
