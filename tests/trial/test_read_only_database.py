"""A PostgreSQL that only reads: readers read on, editors open their pages, and lose nothing of what they send."""

import contextlib
import time

import pytest

from tests.programs import needs
from tests.trial.at_work import FILLING_SECONDS, code_in, picture, upload_picture
from tests.trial.killable_postgresql import KillablePostgreSQL
from tests.trial.person import PASSWORD, Person, filled

pytestmark = [pytest.mark.one_database, needs("postgresql")]

BACK_SECONDS = 30
QUESTION = "My employer takes money from my wage for being late: is that lawful?"
ENGLISH = f"""
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile
user = get_user_model().objects.create_superuser("english", "", "{PASSWORD}")
UserProfile.objects.create(user=user, preferred_language="en")
"""


@contextlib.contextmanager
def reading_only(database: KillablePostgreSQL):
    database.say("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
    try:
        time.sleep(1)
        yield
    finally:
        database.say("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")


def wait_until_ready(reader: Person) -> None:
    until = time.monotonic() + BACK_SECONDS
    while reader.ask("/readyz").status != 200 and time.monotonic() < until:
        time.sleep(0.2)


@pytest.mark.trial
def test_what_cannot_be_written_now_is_kept_on_the_page_and_can_be_sent_again(parts):
    site, database = parts.site, parts.database
    editor, reader = Person(site.root), Person(site.root)
    assert editor.log_in().status == 200
    pk = editor.article(3)
    form = filled(reader.ask("/en/request/").form("token"), text="I ask about help.", email="a@example.vn")
    sent = editor.editing(pk, "Bài khi chỉ đọc được")
    # Who fills a form in faster than a person is asked for a proof first.
    time.sleep(FILLING_SECONDS)
    with reading_only(database):
        fresh = f"{time.monotonic_ns()}"
        addresses = ["/", "/en/", f"/?x={fresh}", "/api/v2/articles/", "/api/v2/changes/", "/tim-kiem/?q=luong"]
        assert [(one, reader.ask(one).status) for one in addresses] == [(one, 200) for one in addresses]
        opened = editor.ask(f"/admin/pages/{pk}/edit/")
        assert opened.status == 200 and opened.form("title")
        refused = editor.save(pk, sent, publish=True)
        assert refused.status == 503 and '<html lang="vi">' in refused.html
        kept = refused.form("title")
        assert sorted(kept) == sorted([*sent, ("action-publish", "action-publish")])
        asked = reader.ask("/en/request/", [*form, ("topic", "welfare"), ("agree_handle", "on")])
        assert asked.status == 503 and '<html lang="en">' in asked.html
        assert dict(asked.form("text"))["text"] == "I ask about help."
    wait_until_ready(reader)
    assert editor.ask(f"/admin/pages/{pk}/edit/", kept).status == 200
    assert "Bài khi chỉ đọc được" in reader.ask(f"/api/v2/articles/{pk}/").html


@pytest.mark.trial
def test_files_that_cannot_be_noted_are_refused_in_the_language_of_whoever_sends_them(parts):
    site, database = parts.site, parts.database
    site.shell(ENGLISH)
    editor, reader = Person(site.root), Person(site.root)
    assert editor.log_in("english").status == 200
    adding = filled(editor.ask("/admin/documents/add/").form("title"), title="Notes")
    document = ("file", "notes.pdf", b"%PDF-1.4 notes")
    question = reader.ask("/en/ask/", [("text", QUESTION)]).form("token")
    question = filled(question, text=QUESTION, email="somebody@example.vn", agree_handle="on")
    letter = ("files", "letter.png", picture(2))
    with reading_only(database):
        time.sleep(FILLING_SECONDS)
        answers = [
            upload_picture(editor, "A picture of now", picture(1)),
            editor.ask("/admin/documents/add/", adding, file=document),
            reader.ask("/en/ask/", question, file=letter),
        ]
        for answer in answers:
            assert answer.status == 503 and '<html lang="en">' in answer.html, (answer.address, answer.status)
            assert "cannot save anything" in answer.html
    wait_until_ready(reader)
    sent = answers[0].form("title"), answers[1].form("title"), answers[2].form("text")
    again = ("file", "picture.png", picture(1))
    assert editor.ask("/admin/images/add/", sent[0], file=again, follow=False).status == 302
    assert editor.ask("/admin/documents/add/", sent[1], file=document, follow=False).status == 302
    assert code_in(reader.ask("/en/ask/", sent[2], file=letter))
