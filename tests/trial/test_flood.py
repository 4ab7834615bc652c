"""A flood on one address: it waits among its own, is turned away beyond that, and leaves others their threads."""

import json
import random
import subprocess
import sys
import time
from functools import partial

import pytest
from django.conf import settings

from tests.trial.load import Client, Notes, busy, percentile, some_address
from tests.trial.test_load import articles, pages, site

__all__ = ["articles", "pages", "site"]

pytestmark = pytest.mark.trial

# So many ask at once; how much slower than without them another page may come, as the processors are shared.
FLOODING, FLOOD_SECONDS, FLOOD_RATIO, FLOOR_SECONDS = 30, 15, 4, 0.25


def test_a_flood_on_one_address_is_turned_away_and_does_not_slow_others(site, pages, capsys):
    calm, flooded = Notes(), Notes()
    others = [path for path in pages if "tim-kiem" not in path]
    with busy((4, partial(other, site, others, calm), 0.2)):
        time.sleep(FLOOD_SECONDS)
    command = [sys.executable, "-m", "tests.trial.flood", str(site.port), str(FLOODING), str(FLOOD_SECONDS + 4)]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=subprocess.PIPE) as flooding:
        time.sleep(3)
        with busy((4, partial(other, site, others, flooded), 0.2)):
            time.sleep(FLOOD_SECONDS)
        answers = json.loads(flooding.communicate()[0])
    figures = {
        f"{who}, {'flooded' if notes is flooded else 'calm'}": [
            round(percentile(notes.of(who), share) * 1000) for share in (0.5, 0.95)
        ]
        for who in ("kept", "built")
        for notes in (calm, flooded)
    }
    with capsys.disabled():
        sys.stdout.write(f"\nflood: {answers}; p50 and p95 of others in ms: {figures}\n")
    assert calm.wrong({}) == [] == flooded.wrong({})
    # Some are answered, most are sent away, and told when to come back.
    assert set(answers) <= {"200", "429", "told to wait"} and answers["200"] > 0
    assert answers["429"] == answers["told to wait"] > answers["200"]
    for who in ("kept", "built"):
        before, during = (percentile(notes.of(who), 0.5) for notes in (calm, flooded))
        assert during <= max(FLOOD_RATIO * before, FLOOR_SECONDS), (who, before, during)


def other(site, pages, notes, number):
    """Return what a reader does meanwhile: opens a page that is kept, and one that has to be built."""
    client, chance = Client(site.port, notes, "kept"), random.Random(number)

    def read():
        path = chance.choice(pages)
        client.who = "kept"
        client.ask(path, X_Forwarded_For=some_address(chance))
        client.who = "built"
        client.ask(f"{path}?x={chance.random()}", X_Forwarded_For=some_address(chance))

    return read
