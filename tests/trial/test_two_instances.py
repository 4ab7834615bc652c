"""Two instances behind one edge work as one: sessions, caches, limits, purges, the clock; each job is done once."""

import re
import time

import pytest
from django.conf import settings

from tests.caching.served import Editor, ask, seconds_until
from tests.programs import needs
from tests.trial import two_instances
from tests.trial.two_instances import PER_MINUTE

ARTICLE = "/tin-tuc/bai-thu/"
JOBS = 40
SECONDS = 3

pytestmark = [
    pytest.mark.trial,
    needs("postgresql", "redis", "varnish", "nginx"),
    pytest.mark.skipif(
        "postgresql" in settings.DATABASES["default"]["ENGINE"], reason="it makes a PostgreSQL of its own"
    ),
]


class Door:
    """One way in, as an editor uses it."""

    def __init__(self, port: int):
        self.port = port

    def get(self, address: str, **headers):
        return ask(self.port, address, **headers)


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with two_instances.two_instances(tmp_path_factory.mktemp("stack")) as stack:
        yield stack


@pytest.fixture(scope="module")
def editor(stack):
    return Editor(Door(stack.port))


@pytest.fixture(scope="module")
def pk(stack):
    return int(re.findall(r'"id": ?(\d+)', stack.get("/api/v2/articles/?locale=vi&slug=bai-thu&fields=id").text)[-1])


def test_a_session_holds_at_both(stack, editor):
    for site in stack.sites:
        assert ask(site.port, "/admin/", Cookie=editor.cookie).status == 200
        assert ask(site.port, "/admin/").status == 302


def test_what_is_changed_at_one_shows_at_the_other_and_at_the_edge(stack, editor, pk):
    assert stack.get(ARTICLE).status == 200
    assert [ask(site.port, ARTICLE).status for site in stack.sites] == [200, 200]
    one = Editor(Door(stack.sites[0].port))
    one.unpublish(pk)
    began = time.monotonic()
    for port in (stack.sites[1].port, stack.port):
        seconds_until(lambda port=port: ask(port, ARTICLE).status == 410, SECONDS)
    Editor(Door(stack.sites[1].port)).publish(pk)
    for port in (stack.sites[0].port, stack.port):
        seconds_until(lambda port=port: ask(port, ARTICLE).status == 200, SECONDS)
    assert time.monotonic() - began < 60


def test_a_limit_is_counted_over_both(stack):
    statuses = [
        ask(stack.sites[number % 2].port, f"/tim-kiem/?q=x{number}", X_Forwarded_For="203.0.113.77").status
        for number in range(PER_MINUTE + 30)
    ]
    # Some seconds pass meanwhile, and each gives one back.
    assert PER_MINUTE <= statuses.count(200) < PER_MINUTE + 28
    assert set(statuses) == {200, 429}


def test_each_job_is_done_once_and_both_work(stack):
    stack.shell(
        "from cms.core.storages.deleting import delete_later\n"
        f"for number in range({JOBS}): delete_later.enqueue('default', f'nothing/{{number}}')"
    )
    ask_how = (
        "from django_tasks_db.models import DBTaskResult\n"
        "rows = list(DBTaskResult.objects.filter(task_path__endswith='delete_later'))\n"
        "print(sum(r.status == 'SUCCESSFUL' for r in rows), sorted({len(r.worker_ids) for r in rows}))"
    )
    seconds_until(lambda: stack.shell(ask_how).endswith(f"{JOBS} [1]"), 60)
    # One that was killed by another of these tests counts as living for a while.
    ask_who = "from cms.operations.models import WorkerPulse; print(WorkerPulse.objects.alive().count())"
    seconds_until(lambda: stack.shell(ask_who) == "2", 60)


def test_what_was_set_for_a_minute_is_published_once(stack):
    stack.shell(
        "from datetime import timedelta\n"
        "from django.utils import timezone\n"
        "from articles.models import ArticlePage\n"
        "from tests.factories import add_article\n"
        "stream = ArticlePage.objects.get(slug='bai-thu', locale__language_code='vi').get_parent().specific\n"
        "page = add_article(stream, title='Hẹn giờ', slug='hen-gio')\n"
        "page.unpublish()\n"
        "page.refresh_from_db()\n"
        "page.go_live_at = timezone.now() + timedelta(seconds=3)\n"
        "page.save_revision(approved_go_live_at=page.go_live_at)"
    )
    seconds_until(lambda: stack.get("/tin-tuc/hen-gio/").status == 200, 90)
    count = (
        "from wagtail.models import PageLogEntry\n"
        "print(PageLogEntry.objects.filter(action='wagtail.publish.scheduled').count())"
    )
    assert stack.shell(count) == "1"


def test_nginx_speaks_http_2_over_tls_on_both_internets_and_hands_out_parts(stack):
    front = stack.front
    answer = front.ask(ARTICLE, "-H", "X-Request-ID: from-a-stranger-1")
    assert answer.startswith("HTTP/2 200")
    # The id is nginx's own.
    assert re.search(r"(?m)^x-request-id: [0-9a-f]{32}\r?$", answer)
    assert "cache-tag" not in answer.partition("\r\n\r\n")[0].lower()
    assert front.ask("/healthz", host="[::1]").startswith("HTTP/2 200")
    assert front.ask("/metrics").startswith("HTTP/2 404")
    assert ask(front.http, ARTICLE).status == 301
    name = stack.shell(
        "from django.core.files.base import ContentFile\n"
        "from django.core.files.storage import default_storage\n"
        "print(default_storage.save('videos/abc/phim.mp4', ContentFile(bytes(range(256)) * 12000)))"
    )
    part = front.ask(f"/uploads/{name}", "-r", "2097152-2097161", "-o", str(front.folder / "part"), "-D", "-")
    assert part.startswith("HTTP/2 206")
    # The headers are in the file, too.
    assert (front.folder / "part").read_bytes().endswith(b"\r\n\r\n" + bytes(range(10)))
    css = re.search(r'href="(/static/[^"]+\.css)"', answer)[1]
    assert re.search(r"(?i)cache-control: [^\r\n]*immutable", front.ask(css))


def test_without_redis_and_without_files_readers_read_and_editors_work(stack, editor):
    stack.redis.stop()
    stack.files.stop()
    try:
        for site in stack.sites:
            for number, address in enumerate(("/", ARTICLE, "/en/", "/api/v2/articles/", "/tim-kiem/", "/admin/")):
                got = ask(site.port, f"{address}?a={number}", Cookie=editor.cookie)
                assert got.status in (200, 400), (address, got.status)
            # A file is not there for the moment, and that is said at once.
            began = time.monotonic()
            got = ask(site.port, "/uploads/videos/abc/x.mp4")
            assert (got.status, got.headers["Retry-After"]) == (503, "10")
            assert time.monotonic() - began < 8
            assert ask(site.port, "/readyz").status == 503
    finally:
        stack.redis.start()
        stack.files.start()
    seconds_until(lambda: all(site.status("/readyz") == 200 for site in stack.sites), 30)


def test_one_that_is_killed_is_not_missed(stack):
    gone, other = stack.sites
    gone.kill_all()
    statuses = []
    until = time.monotonic() + 10
    while time.monotonic() < until:
        statuses.append(stack.get(f"/tim-kiem/?q=y{len(statuses)}").status)
        assert stack.front.ask("/").startswith("HTTP/2 200")
        time.sleep(0.2)
    # Varnish notices within some seconds; what it keeps it answers all the time.
    assert set(statuses[-10:]) == {200}
    assert other.status("/readyz") == 200
    gone.start()
    seconds_until(lambda: gone.status("/readyz") == 200, 60)
