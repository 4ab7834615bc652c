"""What people send in is nowhere but on the desk, and goes when its time is up or its sender wishes."""

import re
from datetime import timedelta
from io import StringIO
from itertools import chain, product

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.models import Page

from articles.models import LegalQuestionPage
from cms.cases.models import Attachment, Case, CaseEvent, Consent, DataRequest, ErasureReport
from cms.cases.moving import make_move
from cms.cases.personal.erasure import due_for_erasure, erase
from cms.cases.personal.wishes import ask_for_data, withdraw_publication
from cms.cases.redaction.publishing import digest_of_text, draft_of, make_draft, prepared, sign_off
from cms.cases.storage import private_storage
from cms.core import erasures, memory
from cms.mail.models import OutgoingMail
from cms.mail.queue import MailQueue
from home.models import SupportPage
from tests.articles.content import add_question_index
from tests.cases.content import HERE, adviser, answer, leader, send_question
from tests.cases.test_door import PDF
from tests.factories import add_page

pytestmark = pytest.mark.django_db

# Planted: none of these may be found anywhere else.
SECRETS = ("zqxmot", "zqxhai@example.vn", "0988 777 066", "zqxbon", "zqxnam")
TEXT = "Chuyện zqxmot của tôi ở xưởng, số 0988 777 066. Công ty trừ lương như thế có đúng không?"
# What of an address is said in its route, and with what else it shows all it has.
SAID = {
    "feed:name": ("rss.xml", "atom.xml", "feed.json"),
    "slug:section": ("hoi-dap",),
    "slug:topic": ("tien-luong",),
    "slug:language": ("vi", "en"),
    "slug:locale": ("vi",),
    "int:number": (1,),
    "path:path": ("x",),
    "path:address": ("x",),
    "str:token": ("x",),
    **dict.fromkeys(("int:document_id", "int:restriction_id", "int:page_view_restriction_id", "int:page_id"), (1,)),
    "path:document_filename": ("x",),
}
ASKED = {
    "changes": ("limit=1000", "limit=1000&locale=vi"),
    "resolve": ("html_path=/hoi-dap/",),
    **dict.fromkeys(
        ("search", "search_vi", "suggestions_vi", "search_en", "suggestions_en"), ("q=luong", "q=trừ lương")
    ),
    "oembed": ("url=http://localhost/hoi-dap/",),
}
SEARCHES = ("/tim-kiem/", "/tim-kiem/goi-y/", "/api/v2/search/")
MORE = (
    "/gui-cau-hoi/?text=luong",
    "/tim-kiem/?q=zq",
    "/api/v2/changes/?limit=1&locale=en",
    "/en/nowhere/",
    "/nowhere/",
)
# Mails hold a contact until they are sent.
OWN_TABLES = {model._meta.db_table for room in ("cases", "mail") for model in apps.get_app_config(room).get_models()}


def published_question(site):
    """Return the page made of a planted case, published, and the case."""
    writer, boss = adviser(), leader()
    add_question_index(site.home, slug="hoi-dap")
    case, code = send_question(
        text=TEXT,
        name="Zqxbon",
        union="Zqxnam",
        email="zqxhai@example.vn",
        phone="0988 777 066",
        agree_publish="on",
        files=[SimpleUploadedFile("zqxmot.pdf", PDF)],
    )
    answer(case, writer, boss, "Không, quá 30% là trái luật.")
    publication = prepared(Case.objects.get())
    publication.title, publication.question = "Trừ lương có đúng không?", "Công ty trừ lương của tôi."
    publication.save()
    make_draft(publication, boss, timezone.now())
    publication.refresh_from_db()
    sign_off(publication, digest_of_text(draft_of(publication)), boss, timezone.now())
    draft_of(publication).get_latest_revision().publish()
    return LegalQuestionPage.objects.get(alias_of=None), Case.objects.get(), code


def every_public_address(page):
    """Give an address for each route there is but the admin's: one that asks for what is not said above is an error."""
    said = {**SAID, "pk": (page.pk,), "uuid:uuid": (page.translation_key,)}
    said["int:pk"] = said["pk"]
    for route, name in all_routes(get_resolver().url_patterns):
        if route.startswith("admin/"):
            continue
        parts = re.split(r"<([^>]+)>", route)
        for values in product(*(said[part] for part in parts[1::2])):
            whole = [*chain.from_iterable(zip(parts[::2], map(str, values), strict=False)), parts[-1]]
            address = "/" + "".join(whole).replace("$", "").removeprefix("^")
            yield address
            yield from (f"{address}?{asked}" for asked in ASKED.get(name, ()))
            if name and name.endswith("-list"):
                yield f"{address}?fields=*"
    for live in Page.objects.live():
        yield live.specific.get_url() or "/"


def all_routes(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from all_routes(pattern.url_patterns, route)
        elif pattern.name != "wagtail_serve":
            yield route, pattern.name


def everything_stored_elsewhere() -> str:
    """Return every text of every table but the desk's own."""
    found = []
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - OWN_TABLES:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [f"{table}: {value}" for row in cursor.fetchall() for value in row if value is not None]
    return "\n".join(found)


def test_no_route_table_index_log_or_cache_has_the_original_or_a_contact(site, caplog, capsys):
    caplog.set_level("DEBUG")
    add_page(site.home, SupportPage, title="Hỗ trợ", slug="ho-tro")
    page, _case, code = published_question(site)
    client = Client()
    client.post("/theo-doi/", {"code": code}, **HERE)
    client.post("/gui-cau-hoi/", {"text": TEXT}, **HERE)
    places = {}
    for address in {*every_public_address(page), *MORE}:
        got = client.get(address)
        # There is no worker in a test.
        assert got.status_code < 500 or address == "/readyz", address
        places[address] = b"".join(got).decode(errors="replace") + str(got.headers)
    assert len(places) > 100 and {"/robots.txt", "/feeds/hoi-dap/atom.xml", f"/api/v2/questions/{page.pk}/"} <= set(
        places
    )
    assert "Trừ lương có đúng không?" in places[page.url] and page.slug in places["/tim-kiem/?q=luong"]
    places["tables"], places["log"], places["out"] = everything_stored_elsewhere(), caplog.text, capsys.readouterr().out
    places["cache"] = str(getattr(cache, "_cache", ""))
    places["memory"] = str([list(kept._values.items()) for kept in memory._all])
    for place, text in places.items():
        for secret in (*SECRETS, code, code.replace("-", "")):
            assert secret.casefold() not in text.casefold(), f"{secret} in {place}"
    for search in SEARCHES:
        assert page.slug not in client.get(search, {"q": "zqxmot"}).content.decode()
    assert Case.objects.get().text == TEXT


def test_erasing_leaves_a_row_without_anything_personal(site, django_capture_on_commit_callbacks):
    page, case, code = published_question(site)
    name = Attachment.objects.get().file.name
    ask_for_data(case, DataRequest.Wish.ERASE, timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        erase(case, timezone.now(), leader("khac"))
    assert not private_storage().exists(name)
    MailQueue().tick()
    with connection.cursor() as cursor:
        for table in OWN_TABLES:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            stored = str(cursor.fetchall()).casefold()
            assert not any(secret.casefold() in stored for secret in SECRETS), table
    case = Case.objects.get()
    assert case.erased_at and case.state == "published" and case.answered_at
    assert case.data_requests.get().done_at and OutgoingMail.objects.filter(about="asker:erased").exists()
    assert Client().post("/theo-doi/", {"code": code}, **HERE).status_code == 404
    assert LegalQuestionPage.objects.get(pk=page.pk).live


def test_what_was_erased_or_taken_back_is_in_the_journal_and_done_again_after_a_restore(
    site, settings, tmp_path, mailoutbox, django_capture_on_commit_callbacks
):
    settings.ERASURE_JOURNAL = tmp_path / "erasures.jsonl"
    page, case, _code = published_question(site)
    as_it_was = Case.objects.filter(pk=case.pk).values().get()
    ask_for_data(case, DataRequest.Wish.ERASE, timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        erase(case, timezone.now(), leader("khac"))
    withdraw_publication(Case.objects.get(), timezone.now())
    # The process was killed before it could write the second: what the database knows is added.
    assert erasures.complete() == 1 and erasures.complete() == 0
    journal = erasures.read(settings.ERASURE_JOURNAL)
    assert [erasure.kind for erasure in journal] == ["case", "consent to publish"]
    written = settings.ERASURE_JOURNAL.read_text().casefold()
    assert not any(secret.casefold() in written for secret in SECRETS)
    # A backup brings all of it back.
    Case.objects.filter(pk=case.pk).update(**as_it_was)
    Consent.objects.update(withdrawn_at=None)
    LegalQuestionPage.objects.get(pk=page.pk).save_revision().publish()
    letters = OutgoingMail.objects.filter(about="asker:erased").count()
    assert erasures.replay(journal) == 2 and erasures.replay(journal) == 0
    case = Case.objects.get()
    assert case.erased_at and case.text == case.email == ""
    assert not LegalQuestionPage.objects.get(pk=page.pk).live
    assert OutgoingMail.objects.filter(about="asker:erased").count() <= letters


def test_an_erasure_is_never_done_to_another_case_of_the_same_number(site):
    case, _code = send_question()
    key = erasures.key_of(case.pk, case.received_at - timedelta(seconds=1))
    assert erasures.replay([erasures.Erasure("case", key, "2026-01-01")]) == 0
    assert Case.objects.get().text


def test_retention_ends_by_the_clock_is_tried_dry_first_and_reported(site):
    writer, now = adviser(), timezone.now()
    open_case, _code = send_question()
    ended, _code = send_question(text="Một câu hỏi khác hẳn, đã xong từ lâu rồi ạ.", email="xong@example.vn")
    make_move(ended, "decline", writer, "Không thuộc thẩm quyền.")
    Case.objects.filter(pk=ended.pk).update(retain_until=timezone.localdate() + timedelta(days=5))
    assert not due_for_erasure(now).exists() and due_for_erasure(now, timedelta(days=7)).count() == 1
    Case.objects.filter(pk=ended.pk).update(retain_until=timezone.localdate())
    said = StringIO()
    call_command("erase_cases", "--dry-run", stdout=said)
    assert f"{ended.pk} (" in said.getvalue() and Case.objects.get(pk=ended.pk).email
    call_command("erase_cases", stdout=said)
    assert ErasureReport.objects.get().numbers == [ended.pk]
    assert not Case.objects.get(pk=ended.pk).email and Case.objects.get(pk=open_case.pk).email
    call_command("erase_cases", stdout=said)
    assert ErasureReport.objects.count() == 1


def test_staff_with_the_right_export_and_erase_and_it_is_written_down(site, client):
    case, _code = send_question(name="Nguyễn Văn Thử")
    ask_for_data(case, DataRequest.Wish.COPY, timezone.now())
    address = reverse("cases:export", args=[case.pk])
    client.force_login(adviser())
    assert client.post(address).status_code in (302, 403)
    client.force_login(leader())
    exported = client.post(address)
    assert exported.json()["name"] == "Nguyễn Văn Thử" and exported.json()["consents"][0]["notice"] == "2026-1"
    assert exported["Content-Disposition"].startswith("attachment") and "no-store" in exported["Cache-Control"]
    wish = case.data_requests.get()
    client.post(reverse("cases:wish_done", args=[case.pk, wish.pk]))
    assert case.data_requests.get().done_at
    assert client.post(reverse("cases:erase", args=[case.pk])).status_code == 302
    case = Case.objects.get()
    assert case.erased_at and not case.name and case.state == "withdrawn"
    assert {"exported", "erased"} <= set(CaseEvent.objects.values_list("what", flat=True))
    assert case.accesses.filter(what="export").exists()
    assert client.get(reverse("cases:inspect", args=[case.pk])).status_code == 200


def test_consent_taken_back_takes_the_page_down_at_once(site):
    page, case, _code = published_question(site)
    withdraw_publication(case, timezone.now())
    assert not LegalQuestionPage.objects.get(pk=page.pk).live
    assert Case.objects.get().state == "answered"
    assert Client().get(page.url).status_code in (404, 410)
