"""The tracking page: state and answer to who has the code, nothing of anyone, and codes cannot be tried out."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.cases.letters import letters_about
from cms.cases.models import Case, DataRequest
from cms.cases.moving import make_move
from cms.cases.tracking_code import digest_of, make_code
from tests.cases.content import HERE, TEXT, adviser, answer, form_token, leader, send_question
from tests.cases.test_door import PDF

pytestmark = pytest.mark.django_db


def track(code, action="", client=None, **values):
    form = {"code": code, "action": action, **values}
    extra = {name: form.pop(name) for name in list(form) if name.startswith(("HTTP_", "REMOTE_"))}
    return (client or Client()).post("/theo-doi/", form, **{**HERE, **extra})


def text_of(response):
    return response.content.decode()


def test_a_code_is_read_however_it_is_typed_and_is_not_another():
    code = make_code("a", "b")
    assert len({make_code(str(number), "b") for number in range(500)}) == 500
    assert digest_of(code) == digest_of(f" {code.replace('-', ' ').lower()} ") == digest_of(code.replace("0", "o"))
    assert {digest_of(""), digest_of("x" * 16 + "é"), digest_of(code[:-1]), digest_of("U" * 16)} == {""}


def test_the_asker_sees_state_and_answer_and_nothing_else(site):
    case, code = send_question(name="Nguyễn Văn Thử", union="Mỏ Hà Lầm")
    shown = text_of(track(code))
    answer(case, adviser(), leader())
    answered = track(code.lower().replace("-", " "))
    assert "Không quá 30%, theo Điều 102" in text_of(answered)
    for text in (shown, text_of(answered)):
        for private in (TEXT, "Nguyễn Văn Thử", "Hà Lầm", "nguoi.hoi", "tu-van", "lanh-dao"):
            assert private not in text
    assert "no-store" in answered["Cache-Control"] and answered["X-Robots-Tag"] == "noindex" and not answered.cookies
    assert "Không quá" not in text_of(Client().get("/theo-doi/", {"code": code}))


def test_wrong_codes_are_counted_and_a_right_one_still_works(site):
    _case, code = send_question()
    thief, asker = {"REMOTE_ADDR": "203.0.113.7"}, {"REMOTE_ADDR": "203.0.113.8"}
    tries = [track(make_code("bịa", str(number)), **thief).status_code for number in range(12)]
    assert tries == [404] * 10 + [429] * 2
    # Who has the right one may sit behind the same address.
    assert track(code, **thief).status_code == 200
    assert track(code, **asker).status_code == 200
    assert track(code, HTTP_ORIGIN="https://evil.example").status_code == 403


def test_who_says_nothing_of_where_he_comes_from_shows_a_pages_token_or_sends_once_more(site):
    _case, code = send_question()
    shown = text_of(Client().get("/theo-doi/"))
    token = re.search(r'name="csrf_token" value="([^"]+)"', shown)[1]
    assert track(code, HTTP_ORIGIN="", csrf_token=token).status_code == 200
    for wrong in ({"HTTP_ORIGIN": ""}, {"csrf_token": "x"}, {"csrf_token": form_token("asking", age=90_000)}):
        again = track(code, "withdraw", **wrong)
        assert again.status_code == 422 and code in text_of(again) and 'role="alert"' in text_of(again), wrong
    assert Case.objects.get().state == "new"
    first = Client().post("/en/ask/", {"text": TEXT, "csrf_token": "x"}, **HERE)
    assert first.status_code == 422 and TEXT in text_of(first) and "open for too long" in text_of(first)


def test_what_is_asked_for_is_added_once_with_files_and_the_desk_goes_on(site):
    writer = adviser()
    case, code = send_question()
    assert track(code, "add", text="Tôi thêm điều này.").status_code == 200
    assert not case.messages.exists()
    case = make_move(make_move(case, "accept", writer), "ask_back", writer, "Hợp đồng ký năm nào?")
    assert "Hợp đồng ký năm nào?" in text_of(track(code))
    assert track(code, "add", text="").status_code == 422
    bad = track(code, "add", text="Ký năm 2022.", files=[SimpleUploadedFile("a.pdf", b"khong")])
    assert bad.status_code == 422 and "Ký năm 2022." in text_of(bad)
    good = track(code, "add", text="Ký năm 2022 ạ.", files=[SimpleUploadedFile("a.pdf", PDF)])
    case.refresh_from_db()
    assert good.status_code == 200 and case.state == "in_progress"
    assert case.messages.last().text == "Ký năm 2022 ạ." and case.attachments.count() == 1
    assert letters_about(case).filter(about="staff:added").get().to == writer.email


def test_the_asker_takes_back_and_asks_for_data_with_a_clock_of_two_working_days(site):
    case, code = send_question(agree_publish="on")
    track(code, "unpublish")
    assert case.consents.get(purpose="publish").withdrawn_at and not case.may_be_published
    for _ in range(2):
        track(code, "copy")
    track(code, "erase")
    assert sorted(DataRequest.objects.values_list("wish", flat=True)) == ["copy", "erase"]
    track(code, "withdraw")
    assert Case.objects.get().state == "withdrawn" and Case.objects.get().retain_until
    assert track(code, "nonsense").status_code == 200
    assert reverse("track_en") == "/en/track/"
