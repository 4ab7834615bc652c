"""A flood on one path, in a process of its own: `python -m tests.trial.flood PORT CLIENTS SECONDS`.

Each client searches for something else each time, from another address each time, and hardly waits. In the end it says
how often it was answered with which status, and how many of the refusals named a time to wait.
"""

import http.client
import json
import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.trial.load import some_address

PAUSE_SECONDS = 0.1


def flood(port: int, seconds: float, number: int) -> Counter:
    chance, seen, until = random.Random(number), Counter(), time.monotonic() + seconds
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        headers = {"X-Forwarded-For": some_address(chance)}
        connection.request("GET", f"/tim-kiem/?q=tien+luong+{chance.random()}", headers=headers)
        answer = connection.getresponse()
        answer.read()
        seen[str(answer.status)] += 1
        seen["told to wait"] += bool(answer.headers["Retry-After"])
        time.sleep(PAUSE_SECONDS)
    return seen


if __name__ == "__main__":
    port, clients, seconds = (int(text) for text in sys.argv[1:])
    with ThreadPoolExecutor(clients) as all_of_them:
        found = list(all_of_them.map(lambda number: flood(port, seconds, number), range(clients)))
    sys.stdout.write(json.dumps(sum(found, Counter())))
