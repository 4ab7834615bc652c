"""Redis killed under a running site: slower, right, never a 5xx; and used again when it is back."""

import time

import pytest

from tests.caching.test_shared import needs_redis, redis_server
from tests.trial.person import Person

__all__ = ["redis_server"]

BACK_SECONDS = 20
# Nobody waits for a server that is not there.
LONGEST_SECONDS = 15


def everything(editor: Person, reader: Person, pk: int, mark: str) -> list[tuple[str, int]]:
    """Read, search, ask the API, look at forms, log in and publish; return what did not work, or took too long."""
    addresses = [
        "/",
        f"/?x={time.monotonic_ns()}",
        "/en/",
        "/api/v2/articles/",
        "/tim-kiem/?q=luong",
        "/hoi-dap-phap-luat/gui/",
    ]
    seen = [(address, reader.ask(address)) for address in addresses]
    seen += [("log in", Person(editor.root).log_in())]
    seen += [("publish", editor.save(pk, editor.editing(pk, f"Bài {mark}"), publish=True))]
    bad = [(name, one.status) for name, one in seen if one.status not in (200, 404) or one.seconds > LONGEST_SECONDS]
    title = f"/api/v2/articles/{pk}/"
    until = time.monotonic() + 5
    while f"Bài {mark}" not in (page := reader.ask(title)).html and time.monotonic() < until:
        time.sleep(0.1)
    return bad if f"Bài {mark}" in page.html else [*bad, (title, page.status)]


@needs_redis
@pytest.mark.trial
def test_redis_gone_and_back(small_site, redis_server, tmp_path):
    site = small_site(tmp_path, REDIS_URL=redis_server.url)
    editor, reader = Person(site.root), Person(site.root)
    editor.log_in()
    pk = editor.article()
    assert everything(editor, reader, pk, "trước") == []
    redis_server.stop()
    assert everything(editor, reader, pk, "không có Redis") == []
    degraded = reader.ask("/readyz")
    assert (degraded.status, '"cache": "failed"' in degraded.html) == (200, True)
    redis_server.start()
    until = time.monotonic() + BACK_SECONDS
    while '"cache": "failed"' in reader.ask("/readyz").html and time.monotonic() < until:
        time.sleep(0.5)
    assert '"status": "ok"' in reader.ask("/readyz").html
    assert everything(editor, reader, pk, "lại có Redis") == []
