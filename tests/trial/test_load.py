"""Mixed traffic at several times a province's peak, and a cold cache after a publish.

The peak. Quảng Ninh has some 1.4 million people. A day on which something concerns all who work there (pay before Tết,
a storm, an election) may bring 50,000 visits of four pages; a day has its busiest hour with 15 % of them, 8 pages a
second, and that hour a minute twice as busy: 17 pages a second. Here readers ask for 70 a second and tell of each view,
which is 140 requests; besides them four partners ask twice in three seconds each, two editors publish or withdraw every
four seconds (a busy newsroom: every ten minutes), each of which makes every page be built anew, and people send in
twelve cases a minute (the federation's desk: some in an hour).

So many come as the machine can answer, for each waits for an answer before asking again: what was reached is printed,
and less than LEAST_PAGES a second is no trial.

TRIAL_LOAD_SECONDS (600) is how long it lasts after a warm-up of half a minute. All is asked on
127.0.0.1, through a proxy's header that the site is told to trust: limits by address hold as in production.
"""

import itertools
import json
import os
import random
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from urllib.parse import quote, urlsplit

import pytest

from tests.caching.served import PASSWORD, Editor, ask
from tests.trial.load import Client, Notes, busy, percentile, some_address
from tests.trial.mirror import Walk
from tests.trial.processes import SiteUnderTrial
from tests.trial.test_storm import own_database

pytestmark = pytest.mark.trial

SECONDS, WARM_SECONDS = int(os.environ.get("TRIAL_LOAD_SECONDS", "600")), 30
WORKERS, READERS, PARTNERS, EDITORS, SENDERS = 2, 28, 4, 2, 3
READS_EVERY, POLLS_EVERY, PUBLISHES_EVERY, SENDS_EVERY = 0.4, 1.5, 8.0, 15.0
# The slowest of a hundred in the last third against those of the first; below the floor nobody waits.
STEADY_RATIO, FLOOR_SECONDS = 2.0, 0.25
GROWTH = 1.05
# Three times that minute.
LEAST_PAGES = 50
WORDS = ("công đoàn", "tiền lương", "bảo hiểm", "nghỉ phép", "an toàn", "hợp đồng", "union", "wage", "leave")
TEXT = "Cổng thông tin mở chậm ở mỏ vào giờ đổi ca, tôi gửi lại câu hỏi này để các anh chị xem giúp."
PREPARE = f"""
from tests.partners.content import make_partner
for number in range({PARTNERS}):
    print(make_partner(f"Công đoàn {{number}}").create_key("a key")[1])
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("load")
    with django_db_blocker.unblock():
        site = SiteUnderTrial(folder, own_database(folder))
    site.environment |= {"ADMIN_PASSWORD": PASSWORD, "WEB_WORKERS": str(WORKERS), "TRUSTED_PROXIES": "127.0.0.1"}
    site.run("manage.py", "fill", "--articles", "60", name="fill")
    site.run("manage.py", "shell", "--no-imports", "-c", PREPARE, name="prepare")
    try:
        site.start()
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="module")
def keys(site):
    return re.findall(r"^wagtail_\S+$", Path(site.folder, "prepare.log").read_text(), re.MULTILINE)


@pytest.fixture(scope="module")
def articles(site):
    """Return the articles of both languages, as the API lists them; the last ones are the editors'."""
    with Walk(site.root) as walk:
        return walk.items("articles", "&locale=vi&fields=id,html_url"), walk.items("articles", "&locale=en")


@pytest.fixture(scope="module")
def pages(articles):
    """Return the addresses readers go to: not those of articles that editors withdraw."""
    vietnamese, english = articles
    withdrawn = {one["id"] for one in vietnamese[-EDITORS:]}
    found = [urlsplit(one["meta"]["html_url"]).path for one in [*vietnamese[:-EDITORS], *english]]
    assert withdrawn and len(found) > 100
    streams = sorted({path.rsplit("/", 2)[0] + "/" for path in found})
    return ["/", "/en/", "/tim-kiem/", *streams, *found]


def reader(site, pages, notes, number):
    """Return what a reader does: opens a page, some a search, and the page's script tells of the view."""
    client, chance = Client(site.port, notes, "reader"), random.Random(number)

    def read():
        sender = some_address(chance)
        # Half of all go to a few pages.
        path = chance.choice(pages[:12] if chance.random() < 0.5 else pages)
        if chance.random() < 0.04:
            path, query = "/tim-kiem/", f"?q={quote(chance.choice(WORDS))}"
        else:
            query = ""
        client.who = "reader"
        client.ask(path + query, X_Forwarded_For=sender)
        client.who = "view"
        client.view(path, sender)

    return read


def partner(site, keys, notes, number):
    """Return what a partner's machine does: asks for what has changed since, and for a list."""
    client, headers = Client(site.port, notes, "partner"), {"Authorization": f"Bearer {keys[number]}"}
    where, turn = ["/api/v2/changes/"], itertools.count()

    def poll():
        if next(turn) % 2:
            client.ask("/api/v2/articles/?locale=vi&limit=20&fields=title,slug", **headers)
        elif body := client.ask(where[0], **headers):
            following = urlsplit(json.loads(body)["meta"]["next"])
            where[0] = f"{following.path}?{following.query}"

    return poll


def editor(site, articles, number):
    """Return what an editor does: withdraws an article through the admin, and publishes it again."""
    there = Editor(SimpleNamespace(port=site.port, get=partial(ask, site.port)))
    pk, turn = articles[0][-1 - number]["id"], itertools.count()
    return lambda: (there.publish if next(turn) % 2 else there.unpublish)(pk)


def sender(site, notes, number):
    """Return what somebody does who sends a request or a question, with some seconds for reading the form."""
    chance = random.Random(number)

    def send():
        # Each is somebody else.
        client = Client(site.port, notes, "form")
        address, where = chance.choice(("/gui-yeu-cau/", "/gui-cau-hoi/", "/en/request/")), some_address(chance)
        # Nobody sends the same twice.
        text = f"{TEXT} {chance.random()}"
        is_question = "cau-hoi" in address
        form = client.ask(address, {"text": text} if is_question else None, X_Forwarded_For=where).decode()
        values = dict(re.findall(r'name="(token|notice)" value="([^"]+)"', form))
        if is_question:
            # What there is already was shown for it: that was all they wanted to know.
            return
        topics = re.findall(r'<option value="([^"]+)"', form)
        time.sleep(4)
        said = {"text": text, "email": "nguoi.hoi@example.vn", "agree_handle": "on", "website": "", "topic": topics[0]}
        answer = client.ask(address, {**values, **said}, X_Forwarded_For=where)
        assert b"code__code" in answer, answer[-3000:]

    return send


def memory(site) -> int:
    """Return the bytes of all its processes, what they share counted once."""
    found = 0
    for pid in [site.process.pid, *site.descendants()]:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        found += int(re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)[1]) * 1024
    return found


def cache_answers(site) -> dict[str, float]:
    """Return what the response cache did so far, of all processes, which write it down every other second."""
    time.sleep(2.5)
    text = ask(site.port, "/metrics").text
    return {name: float(times) for name, times in re.findall(r'cache_answers_total\{result="(\w+)"\} (\S+)', text)}


def test_mixed_traffic_is_answered_without_an_error_steadily_and_in_the_same_memory(
    site, keys, articles, pages, capsys
):
    notes, sizes = Notes(), []
    began = time.monotonic()
    with busy(
        (READERS, partial(reader, site, pages, notes), READS_EVERY),
        (PARTNERS, partial(partner, site, keys, notes), POLLS_EVERY),
        (EDITORS, partial(editor, site, articles), PUBLISHES_EVERY),
        (SENDERS, partial(sender, site, notes), SENDS_EVERY),
    ):
        while time.monotonic() < began + WARM_SECONDS + SECONDS:
            time.sleep(1)
            sizes.append((time.monotonic() - began, memory(site)))
    start, third = began + WARM_SECONDS, SECONDS / 3
    first, last = (
        notes.of("reader", "partner", since=start + number * third, until=start + (number + 1) * third)
        for number in (0, 2)
    )
    slow = [percentile(part, 0.99) for part in (first, last)]
    warm, end = (
        median(size for at, size in sizes if since <= at - WARM_SECONDS < since + third / 2)
        for since in (0, 2.5 * third)
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(notes.asked)} requests, {len(notes.asked) / (SECONDS + WARM_SECONDS):.0f}/s; p50 "
            f"{percentile(first, 0.5) * 1000:.0f} and {percentile(last, 0.5) * 1000:.0f} ms, p99 "
            f"{slow[0] * 1000:.0f} and {slow[1] * 1000:.0f} ms; memory {warm / 1e6:.0f} and {end / 1e6:.0f} MB\n"
        )
    assert notes.wrong({"view": (204,)}) == []
    assert len(notes.of("form")) >= 4 and len(notes.of("view")) > LEAST_PAGES * SECONDS
    assert slow[1] <= STEADY_RATIO * max(slow[0], FLOOR_SECONDS)
    assert end <= GROWTH * warm
    assert " ERROR " not in Path(site.folder, "serve.log").read_text()


def test_after_a_publish_one_process_builds_a_page_however_many_ask(site, articles, pages):
    there = Editor(SimpleNamespace(port=site.port, get=partial(ask, site.port)))
    pk, rush = articles[0][-1]["id"], 40
    # The editors of the test before may have gone when it was withdrawn.
    there.publish(pk)
    for change in (there.unpublish, there.publish):
        change(pk)
        # Then every process knows.
        time.sleep(1.2)
        before = cache_answers(site)
        with ThreadPoolExecutor(rush) as readers:
            found = list(readers.map(lambda _number: ask(site.port, pages[1]).status, range(rush)))
        after = cache_answers(site)
        assert found == [200] * rush
        assert after["miss"] - before.get("miss", 0) == 1
        assert sum(after.get(name, 0) - before.get(name, 0) for name in ("hit", "shared", "waited")) == rush - 1
