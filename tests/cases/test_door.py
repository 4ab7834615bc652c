"""Asking and requesting through the public door, in both languages, without JavaScript, cookie or luck for machines."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from cms.cases.door import suspicion
from cms.cases.door.rates import sender_of
from cms.cases.models import Attachment, Case
from cms.cases.tracking_code import digest_of
from cms.mail.models import OutgoingMail
from home.models import SupportPage
from tests.articles.content import add_question, add_question_index, make_topic
from tests.cases.content import (
    HERE,
    TEXT,
    adviser,
    code_in,
    form_token,
    question_form,
    send,
    send_question,
    support_form,
)
from tests.factories import add_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def text_of(response):
    return response.content.decode()


def test_a_question_is_asked_in_two_steps_and_gets_a_code(site):
    boss = adviser()
    index = add_question_index(site.home)
    add_question(index, title="Công ty trừ lương bao nhiêu là đúng luật?")
    client = Client()
    first = client.get("/gui-cau-hoi/")
    assert first.status_code == 200 and "no-store" in first["Cache-Control"] and not first.cookies
    second = send({"text": TEXT}, client=client)
    assert "Công ty trừ lương bao nhiêu là đúng luật?" in text_of(second)
    assert TEXT in text_of(second) and 'name="token"' in text_of(second)
    assert "checked" not in text_of(second)
    sent = send(question_form(), client=client)
    case = Case.objects.get()
    assert code_in(sent) and case.code_digest == digest_of(code_in(sent)) and code_in(sent) not in case.code_digest
    assert (case.text, case.email, case.language, case.state) == (TEXT, "nguoi.hoi@example.vn", "vi", "new")
    assert [consent.purpose for consent in case.consents.all()] == ["handle"]
    assert case.consents.get().notice.version == "2026-1"
    assert not sent.cookies
    mails = {mail.to: mail for mail in OutgoingMail.objects.all()}
    assert set(mails) == {"nguoi.hoi@example.vn", boss.email}
    assert code_in(sent) in mails["nguoi.hoi@example.vn"].body
    assert TEXT not in mails[boss.email].body and "nguoi.hoi" not in mails[boss.email].body


def test_the_same_form_sent_twice_is_one_case_and_another_form_is_told(site):
    form = question_form()
    codes = {code_in(send(form)) for _ in range(2)}
    assert len(codes) == 1 and Case.objects.count() == 1
    again = send({**form, "token": form_token(), "text": f"  {TEXT.upper()} "})
    assert again.status_code == 422 and Case.objects.count() == 1
    Case.objects.update(received_at=timezone.now() - timedelta(days=2))
    assert send({**form, "token": form_token()}).status_code == 200


def test_support_is_asked_for_on_the_support_page_in_english(site):
    page = add_page(site.home_en, SupportPage, title="Support")
    shown = text_of(Client().get(page.url))
    assert 'action="/en/request/"' in shown and 'name="token"' in shown and "agree_publish" not in shown
    response = send(support_form(), "request_en")
    case = Case.objects.get()
    assert response.status_code == 200 and (case.kind, case.language, case.support_topic) == (
        "support",
        "en",
        "welfare",
    )
    assert "Thank you" in OutgoingMail.objects.get().body


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "", "phone": ""},
        {"email": "không phải"},
        {"email": "", "phone": "12"},
        {"agree_handle": ""},
        {"text": "a"},
        {"text": "😀" * 10_000},
        {"topic": "ffffffff-0000-4000-8000-000000000000"},
        {"topic": ""},
        {"token": "khác"},
        {"notice": "2020-1"},
        {"token": form_token("support")},
        {"token": form_token(age=100_000)},
        {"website": "http://spam.example"},
        {"name": "x" * 121},
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(site, wrong):
    response = send({**question_form(), **wrong})
    assert response.status_code == 422 and Case.objects.count() == 0
    assert 'role="alert"' in text_of(response)
    if not {"text", "email"} & set(wrong):
        assert TEXT in text_of(response) and "nguoi.hoi@example.vn" in text_of(response)


@pytest.mark.parametrize("headers", [{"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}])
def test_another_sites_form_is_refused(site, headers):
    assert send(question_form(), **headers).status_code == 403
    assert send(question_form(), HTTP_ORIGIN="", HTTP_REFERER="https://evil.example/").status_code == 403


@pytest.mark.parametrize(
    ("change", "extra"),
    [
        ({"token": form_token(age=1)}, {}),
        ({"text": "https://a.example http://b.example www.c.example rẻ nhất"}, {}),
        ({"name": "www.spam.example"}, {}),
        ({}, {"HTTP_ORIGIN": ""}),
    ],
)
def test_the_suspicious_work_for_it_and_are_then_heard(site, settings, change, extra):
    form = {**question_form(), **change}
    if "token" in change:
        form["token"] = form_token(age=1)
    asked = send(form, **extra)
    assert asked.status_code == 422 and "altcha-widget" in text_of(asked) and form["text"] in text_of(asked)
    assert send({**form, "altcha": "bịa"}, **extra).status_code == 422
    assert Case.objects.count() == 0
    settings.ALTCHA_VERIFICATION_ENABLED = False
    assert send({**form, "altcha": "đã làm"}, **extra).status_code == 200


def test_many_from_one_address_are_asked_for_work_and_other_addresses_are_not(site, settings):
    there, elsewhere = {"REMOTE_ADDR": "203.0.113.7"}, {"REMOTE_ADDR": "203.0.113.8"}
    topic = str(make_topic().translation_key)
    answers = [send(question_form(topic=topic, text=f"{TEXT} Lần {n}."), **there).status_code for n in range(6)]
    assert answers == [200] * 3 + [422] * 3
    assert send(question_form(topic=topic, text=f"{TEXT} Tôi cũng vậy."), **elsewhere).status_code == 200
    # However many came from there: whoever works for it is heard.
    for _other in range(120):
        suspicion.count("sent", sender_of(RequestFactory().get("/", **there)), 600)
    settings.ALTCHA_VERIFICATION_ENABLED = False
    assert send(question_form(topic=topic, text=f"{TEXT} Và tôi.", altcha="đã làm"), **there).status_code == 200


def test_a_flood_from_everywhere_is_asked_for_work_and_no_text_is_lost(site, monkeypatch):
    monkeypatch.setattr(suspicion, "MANY_IN_A_MINUTE", 2)
    topic = str(make_topic().translation_key)
    forms = [question_form(topic=topic, text=f"{TEXT} Lần {n}.") for n in range(4)]
    answers = [send(form, REMOTE_ADDR=f"203.0.113.{n}") for n, form in enumerate(forms)]
    assert [answer.status_code for answer in answers] == [200, 200, 422, 422] and Case.objects.count() == 2
    assert forms[3]["text"] in text_of(answers[3]) and "altcha-widget" in text_of(answers[3])


def docx(extra=None, size=10):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "0" * size)
        for name in extra or ():
            archive.writestr(name, b"x")
    return data.getvalue()


def png():
    data = io.BytesIO()
    Image.new("RGB", (3, 3)).save(data, "PNG")
    return data.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def test_files_are_taken_by_content_and_kept_private(site, client, admin_client):
    files = [
        SimpleUploadedFile("giấy.html", PDF, "text/html"),
        SimpleUploadedFile("ảnh.png", png()),
        SimpleUploadedFile("đơn.docx", docx()),
    ]
    case, _code = send_question(files=files)
    stored = list(Attachment.objects.order_by("pk"))
    assert [one.name for one in stored] == ["giấy.pdf", "ảnh.png", "đơn.docx"]
    for one in stored:
        assert "." not in one.file.name and one.file.storage.exists(one.file.name)
        address = reverse("cases:file", args=[case.pk, one.pk])
        assert client.get(address).status_code == 302
        answer = admin_client.get(address)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("đơn.pdf", b"<html><script>alert(1)</script>"),
        ("cụt.pdf", PDF[:20]),
        ("ảnh.png", png()[:40]),
        ("ảnh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("chạy.exe", b"MZ\x90\x00" + b"0" * 100),
        ("có macro.docx", docx(["word/vbaProject.bin"])),
        ("nén.zip", b"PK\x03\x04".ljust(60)),
        ("bom.docx", docx(size=110 * 1024 * 1024)),
        ("to.pdf", PDF + b"0" * (10 * 1024 * 1024)),
        ("rỗng.pdf", b""),
    ],
)
def test_other_files_are_refused_by_name(site, name, content):
    response = send(question_form(files=[SimpleUploadedFile(name, content)]))
    assert response.status_code == 422 and Case.objects.count() == 0
    assert name in text_of(response) and TEXT in text_of(response)


def test_what_is_far_too_large_is_refused_unread(site):
    assert send(question_form(), CONTENT_LENGTH=str(200 * 1024 * 1024)).status_code == 413
    assert Client().put("/gui-cau-hoi/", **HERE).status_code in (403, 405)
