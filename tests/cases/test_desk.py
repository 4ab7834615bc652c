"""The desk in the admin, and the way of an answer to a published page."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.models import LegalQuestionPage
from cms.cases.letters import letters_about
from cms.cases.models import Case, CaseAccess, CaseMessage, Publication
from cms.cases.redaction.marking import mark, mask
from cms.core.text.word_diff import word_diff
from tests.articles.content import add_question_index
from tests.cases.content import adviser, answer, leader, make_person, send_question
from tests.factories import publish

pytestmark = pytest.mark.django_db

PRIVATE = "Tôi là Nguyễn Văn Thử, 0912 345 678. Công ty trừ 30% lương có đúng không?"


def text_of(response):
    return response.content.decode()


def test_a_case_is_worked_on_through_the_admin_by_those_with_the_right(site, client):
    writer, boss, reader = adviser(), leader(), make_person("chi-xem", "view_case")
    case, code = send_question(text=PRIVATE)
    address = reverse("cases:inspect", args=[case.pk])
    client.force_login(make_person("khac"))
    for name in ("inspect", "publication", "erase"):
        assert client.get(reverse(f"cases:{name}", args=[case.pk])).status_code in (302, 403)
    client.force_login(reader)
    assert "Nguyễn Văn Thử" in text_of(client.get(address))
    assert client.post(reverse("cases:move", args=[case.pk, "accept"])).status_code in (302, 403)
    assert client.post(reverse("cases:note", args=[case.pk]), {"text": "x"}).status_code in (302, 403)
    assert Case.objects.get().state == "new" and case.events.count() == 1
    client.force_login(writer)
    for search in ("", f"?q={code}", "?state=new&mine=nobody&kind=question", "?q=0912"):
        assert address in text_of(client.get(reverse("cases:index") + search)), search
    assert address not in text_of(client.get(reverse("cases:index") + "?overdue=yes"))
    assert "<mark" in text_of(client.get(address))
    for name in ("accept", "start"):
        assert client.post(reverse("cases:move", args=[case.pk, name])).status_code == 302
    CaseMessage.objects.create(case=case, is_from_asker=True, at=timezone.now(), text="Gọi 0987 654 321 nhé.")
    assert ">0987 654 321</mark>" in text_of(client.get(address))
    client.post(reverse("cases:note", args=[case.pk]), {"text": "Hỏi phòng pháp chế."})
    client.post(reverse("cases:assign", args=[case.pk]), {"assignee": writer.pk})
    client.post(reverse("cases:due", args=[case.pk]), {"due_on": "hôm qua"})
    client.post(reverse("cases:due", args=[case.pk]), {"due_on": "31/12/2099"})
    empty = client.post(reverse("cases:move", args=[case.pk, "submit"]), {"text": ""})
    assert empty.status_code == 200
    client.post(reverse("cases:move", args=[case.pk, "submit"]), {"text": "Không quá 30%."})
    late = client.post(reverse("cases:move", args=[case.pk, "submit"]), {"text": "Một bài viết dài."})
    assert "Một bài viết dài." in text_of(late), "what was typed is not lost"
    client.force_login(boss)
    assert client.post(reverse("cases:move", args=[case.pk, "approve"])).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.assignee, str(case.due_on)) == ("answered", writer, "2099-12-31")
    shown = text_of(client.get(address))
    assert "Hỏi phòng pháp chế." in shown and "Không quá 30%." in shown
    looks = set(CaseAccess.objects.values_list("user__username", "what"))
    assert {("chi-xem", "case"), ("tu-van", "case"), ("lanh-dao", "case")} <= looks
    assert client.get(reverse("cases_figures:index")).status_code == 200
    assert client.get(reverse("cases_personal_data:index")).status_code == 200


def test_what_was_found_is_marked_masked_and_compared():
    text = "Tôi là Nguyễn Văn Thử <b>, gọi 0912 345 678 & hỏi"
    assert mark(text).count("<mark") == 2 and "&lt;b&gt;" in mark(text) and "&amp;" in mark(text)
    assert "0912" not in mask(text, "vi") and "Thử" not in mask(text, "vi") and mask(text, "vi").startswith("Tôi là [")
    shown = word_diff("một hai <ba> bốn", "một ba <ba> bốn năm")
    assert "<del>hai </del><ins>ba </ins>" in shown and "&lt;" in shown and "<ins>bốn năm</ins>" in shown


def test_an_answer_is_published_only_as_the_text_that_was_signed_off(site, client):
    writer, boss = adviser(), leader()
    index = add_question_index(site.home)
    case, _code = send_question(text=PRIVATE, agree_publish="on")
    answer(case, writer, boss)
    client.force_login(boss)
    prepare = reverse("cases:publication", args=[case.pk])
    assert "0912 345 678" in text_of(client.get(prepare))
    form = client.get(prepare).context["form"]
    assert "Thử" not in form["question"].value() and "0912" not in form["title"].value()
    text = {"title": "Công ty trừ lương được bao nhiêu?", "question": "Gọi 0912 345 678.", "answer": "Không quá 30%."}
    assert client.post(prepare, {**text, "draft": "1"}).status_code == 302
    page = LegalQuestionPage.objects.child_of(index).get()
    assert not page.live and page.topic == Case.objects.get().topic
    compare = reverse("cases:comparison", args=[case.pk])
    assert "0912 345 678" in text_of(client.get(compare))
    with pytest.raises(ValidationError):
        page.get_latest_revision().publish()
    first_digest = client.get(compare).context["form"]["digest"].value()
    page.question = "<p>Tổ tôi bị trừ lương.</p>"
    page.save_revision()
    client.post(compare, {"digest": first_digest, "is_compared": "on"})
    assert not Publication.objects.get().signed_digest, "it was another text that was compared"
    digest = client.get(compare).context["form"]["digest"].value()
    client.post(compare, {"digest": digest})
    assert not Publication.objects.get().signed_digest
    client.post(compare, {"digest": digest, "is_compared": "on"})
    assert Publication.objects.get().signed_by == boss
    page.get_latest_revision().publish()
    case.refresh_from_db()
    assert case.state == "published" and letters_about(case).filter(about="asker:published").exists()
    page = LegalQuestionPage.objects.get(pk=page.pk)
    page.question = "<p>Tôi là Nguyễn Văn Thử.</p>"
    with pytest.raises(ValidationError):
        page.save_revision().publish()
    case.consents.filter(purpose="publish").update(withdrawn_at=case.received_at)
    page = LegalQuestionPage.objects.get(pk=page.pk)
    page.unpublish()
    case.refresh_from_db()
    assert case.state == "answered"
    with pytest.raises(ValidationError):
        publish(page)


def test_nothing_is_prepared_for_publication_without_consent(site, client):
    case, _code = send_question()
    boss = leader()
    answer(case, adviser(), boss)
    client.force_login(boss)
    assert client.get(reverse("cases:publication", args=[case.pk])).status_code == 404
    pages = Page.objects.count()
    assert client.post(reverse("cases:publication", args=[case.pk]), {"draft": "1"}).status_code == 404
    assert Page.objects.count() == pages
