"""A site of which every part can be killed, by itself and under people at work: with servers, or on SQLite."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from tests.caching.test_shared import Redis
from tests.trial.killable_postgresql import KillablePostgreSQL, killable_postgresql
from tests.trial.person import PASSWORD
from tests.trial.processes import SiteUnderTrial, children_of

# For so long a database or a cache is gone: long enough for everybody to meet it.
GONE_SECONDS = 3
# What runs without a server of its own.
OF_ITSELF = ("server_processes", "worker", "server", "everything")
ENVIRONMENT = {
    "WEB_WORKERS": "2",
    "ADMIN_PASSWORD": PASSWORD,
    "OUTGOING_LOOPBACK": "true",
    "ANONYMOUS_REQUESTS_PER_MINUTE": "0",
    "TRUSTED_PROXIES": "127.0.0.1",
    "EMAIL_URL": "console:",
}


class Parts:
    """What can be killed, by name; what systemd starts again in production is started again here.

    Without a server of its own there is no `database` and no `redis`.
    """

    def __init__(self, site: SiteUnderTrial, database: KillablePostgreSQL | None = None, redis: Redis | None = None):
        self.site, self.database, self.redis = site, database, redis
        self.names = OF_ITSELF if database is None else ("postgresql", "redis_server", *OF_ITSELF)

    def children(self) -> tuple[list[int], list[int]]:
        """Return the web server's and the worker's processes; the web server alone has several of its own."""
        ordered = sorted(children_of(self.site.process.pid), key=lambda pid: -len(children_of(pid)))
        return ordered[:1], ordered[1:]

    def server_processes(self) -> None:
        for pid in children_of(self.children()[0][0]):
            self.site.kill(pid)

    def server(self) -> None:
        self.site.kill(self.children()[0][0])

    def worker(self) -> None:
        for pid in self.children()[1]:
            self.site.kill(pid)

    def everything(self) -> None:
        self.site.kill_all()
        self.site.begin()

    def postgresql(self) -> None:
        self.database.kill()
        time.sleep(GONE_SECONDS)
        self.database.start()

    def redis_server(self) -> None:
        self.redis.stop()
        time.sleep(GONE_SECONDS)
        self.redis.start()


@contextlib.contextmanager
def killable_site(folder: Path) -> Iterator[Parts]:
    """Give it running, with four articles in each language."""
    with contextlib.ExitStack() as stack:
        database = stack.enter_context(killable_postgresql())
        redis = Redis(folder)
        stack.callback(redis.stop)
        site = SiteUnderTrial(folder, database.url)
        site.environment |= {"REDIS_URL": redis.url, **ENVIRONMENT}
        site.run("manage.py", "serve", "--no-demo", "--prepare-only", name="prepare")
        site.run("manage.py", "fill", "--articles", "4", name="fill")
        stack.callback(site.stop)
        site.start()
        yield Parts(site, database, redis)
