"""A PostgreSQL that only reads: readers read on, editors open their pages, and lose nothing of what they send."""

import time

import pytest

from tests import postgresql
from tests.trial.person import Person, filled

pytestmark = [pytest.mark.one_database, pytest.mark.skipif(bool(postgresql.missing()), reason="needs PostgreSQL")]

BACK_SECONDS = 30


@pytest.mark.trial
def test_what_cannot_be_written_now_is_kept_on_the_page_and_can_be_sent_again(parts):
    site, database = parts.site, parts.database
    editor, reader = Person(site.root), Person(site.root)
    assert editor.log_in().status == 200
    pk = editor.article(3)
    form = filled(reader.ask("/en/request/").form("token"), text="I ask about help.", email="a@example.vn")
    sent = editor.editing(pk, "Bài khi chỉ đọc được")
    database.say("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
    try:
        time.sleep(1)
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
    finally:
        database.say("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
    until = time.monotonic() + BACK_SECONDS
    while reader.ask("/readyz").status != 200 and time.monotonic() < until:
        time.sleep(0.2)
    assert editor.ask(f"/admin/pages/{pk}/edit/", kept).status == 200
    assert "Bài khi chỉ đọc được" in reader.ask(f"/api/v2/articles/{pk}/").html
