"""Every part killed under people at work: what was accepted is there, nothing is half published, all is back by itself.

TRIAL_ROUNDS (1) says how often each part is killed, TRIAL_BACK_SECONDS (10) within what time the site must be back:
with the machine to itself, for a start of everything takes five seconds of a processor.
"""

import json
import os
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.partners.receiver import Receiver, receiving
from tests.programs import needs
from tests.trial.at_work import Publisher, Sender, Uploader
from tests.trial.follower import Follower
from tests.trial.mirror import Walk, differences, documents_in, wrong_files
from tests.trial.parts import ENVIRONMENT, Parts
from tests.trial.person import Person
from tests.trial.processes import SiteUnderTrial

ROUNDS, BACK_SECONDS = int(os.environ.get("TRIAL_ROUNDS", "1")), float(os.environ.get("TRIAL_BACK_SECONDS", "10"))
WORK_SECONDS, SETTLE_SECONDS = 4, 180
ENDPOINT = """
from tests.partners.content import make_endpoint
print(make_endpoint(url={url!r}).cursor)
"""
WAITING = """
from cms.partners.models import WebhookDelivery, WebhookEndpoint
from cms.delivery.models import DeliveredItem, DeliverySequence
from django.utils import timezone
print(WebhookDelivery.objects.waiting().count() + DeliveredItem.objects.due(timezone.now()).count()
    + WebhookEndpoint.objects.behind(DeliverySequence.current().value).count())
"""
pytestmark = pytest.mark.one_database
needs_servers = needs("postgresql", "redis")


def seconds_until_back(reader: Person, receiver: Receiver) -> dict[str, float]:
    """Return after how many seconds the site is ready and makes a page anew, and the worker tells a partner again."""
    began, told, took = time.monotonic(), len(receiver.requests), {}
    while len(took) < 2:
        if "site" not in took and _is_back(reader):
            took["site"] = time.monotonic() - began
        if "worker" not in took and len(receiver.requests) > told:
            took["worker"] = time.monotonic() - began
        time.sleep(0.1)
        assert time.monotonic() - began < 10 * BACK_SECONDS, f"not all comes back: {took}"
    return took


def _is_back(reader: Person) -> bool:
    return reader.ask("/readyz", seconds=2).status == 200 == reader.ask(f"/?x={time.monotonic_ns()}").status


def kill_each(parts: Parts, people: list, receiver: Receiver) -> dict[str, float]:
    """Kill part after part while all work; return how long each round took to be back."""
    reader, took = Person(parts.site.root), {}
    for number in range(ROUNDS):
        for name in parts.names:
            time.sleep(WORK_SECONDS)
            getattr(parts, name)()
            back = seconds_until_back(reader, receiver)
            took |= {f"{who} after {name} {number}": seconds for who, seconds in back.items()}
    # Each must get something done after the last of the kills.
    before = [one.accepted for one in people]
    until = time.monotonic() + SETTLE_SECONDS
    while any(one.accepted <= then for one, then in zip(people, before, strict=True)) and time.monotonic() < until:
        time.sleep(0.5)
    refused = {one.name: one.refused[-1] for one, then in zip(people, before, strict=True) if one.accepted <= then}
    assert refused == {}
    return took


def settle(site: SiteUnderTrial) -> None:
    until = time.monotonic() + SETTLE_SECONDS
    while int(site.shell(WAITING)) and time.monotonic() < until:
        time.sleep(2)


def leave_alone_for_days(folder: Path) -> None:
    """Make files look old: those without a row are kept for a week."""
    long_ago = time.time() - 8 * 86_400
    for path in (*folder.glob("uploads/**/*"), *folder.glob("private/**/*")):
        if path.is_file():
            os.utime(path, (long_ago, long_ago))


@pytest.fixture
def parts_of_itself(small_site, tmp_path) -> Parts:
    """Give the site as it runs with nothing installed: on SQLite, its cache in its processes."""
    return Parts(small_site(tmp_path, **ENVIRONMENT))


@needs_servers
@pytest.mark.trial
def test_what_was_accepted_survives_the_death_of_every_part(parts, capsys):
    survives(parts, capsys)


@pytest.mark.trial
def test_what_was_accepted_survives_on_sqlite(parts_of_itself, capsys):
    survives(parts_of_itself, capsys)
    with sqlite3.connect(parts_of_itself.site.folder / "database.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def survives(parts: Parts, capsys) -> None:
    """Kill part after part under people at work, and look whether everything that was accepted is there, everywhere."""
    site = parts.site
    feed = f"{site.root}/api/v2/changes/"
    pull = [sys.executable, str(Path(settings.BASE_DIR, "cms", "api", "pullers", "pull.py")), feed, "FOLDER"]
    partner = Follower("partner", pull, site.folder / "copy", 1)
    people = [Publisher(site.root, f"p{number}", number) for number in range(2)]
    people += [Uploader(site.root, "u"), Sender(site.root, "s")]
    with receiving() as receiver:
        since = int(site.shell(ENDPOINT.format(url=receiver.url)))
        for one in [*people, partner]:
            one.start()
        try:
            took = kill_each(parts, people, receiver)
        finally:
            for one in [*people, partner]:
                one.stop()
        settle(site)
        arrived = sorted(set(receiver.ids))
    with capsys.disabled():
        done = {one.name: f"{one.accepted} of {one.count}" for one in people}
        seconds = {name: round(value, 1) for name, value in took.items()}
        sys.stdout.write(f"\naccepted {done}, {len(arrived)} webhooks, back after {seconds} s\n")
    publishers, uploader, sender = people[:2], people[2], people[3]
    accepted = {
        "articles": {one.pk: one.possible for one in publishers},
        "pictures": uploader.titles,
        "cases": sender.codes,
        "arrived": arrived,
        "since": since,
    }
    (site.folder / "accepted.json").write_text(json.dumps(accepted))
    leave_alone_for_days(site.folder)
    site.run("manage.py", "tidy", name="tidy")
    site.run("-m", "tests.trial.kept", str(site.folder), name="kept")
    assert (site.folder / "kept.log").read_text() == ""
    # Each raises with what it said, if one place says otherwise than another.
    site.run("manage.py", "reconcile", "--check", name="reconcile")
    site.run("manage.py", "check_parity", "--fast", "--url", site.root, name="parity")
    assert partner.pull() == ""
    with Walk(site.root) as walk:
        everything = walk.documents(dict.fromkeys(walk.endpoints(), ""))
    assert differences(documents_in(partner.folder), everything) == [] == wrong_files(partner.folder)
    late = {name: value for name, value in took.items() if value > BACK_SECONDS}
    assert late == {}, f"with others at work on the machine (load {os.getloadavg()[0]:.0f})"
