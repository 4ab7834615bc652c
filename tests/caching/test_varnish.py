"""Through a real Varnish: new content within three seconds, nothing withdrawn, nobody's own kept."""

import http.client
import subprocess
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.caching.served import Editor, ServedSite, ask, free_port, seconds_until
from tests.programs import needs

VCL = Path("cms/operations/deploy/varnish.vcl")
ARTICLE, OTHER, LIST = "/tin-tuc/bai-thu/", "/tin-tuc/bai-khac/", "/tin-tuc/"
API = "/api/v2/articles/?locale=vi&fields=id,title"
GALLERIES = "/api/v2/galleries/?locale=vi"
SECONDS = 3

pytestmark = [
    pytest.mark.trial,
    needs("varnish"),
]


class Varnish:
    """varnishd with the project's own configuration, in front of a site."""

    def __init__(self, folder: Path, port: int, site_port: int):
        self.folder, self.port = folder, port
        text = Path(settings.BASE_DIR, VCL).read_text().replace('.port = "8000"', f'.port = "{site_port}"')
        (folder / "site.vcl").write_text(text)
        self.start()

    def start(self) -> None:
        options = ["-F", "-f", str(self.folder / "site.vcl"), "-a", f"127.0.0.1:{self.port}", "-s", "malloc,32m"]
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                ["varnishd", "-j", "none", *options, "-p", "http_gzip_support=off", "-n", str(self.folder / "work")],
                stdout=log,
                stderr=log,
            )
        seconds_until(self.answers, 30)

    def answers(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            assert self.process.poll() is None, (self.folder / "log").read_text()
            return False

    def get(self, address, method="GET", **headers):
        return ask(self.port, address, method, **headers)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="module")
def both(tmp_path_factory, django_db_setup):
    if settings.DATABASES["default"]["ENGINE"] != "cms.delivery.databases.sqlite3":
        pytest.skip("the embedded database runs in the SQLite half")
    port = free_port()
    site = ServedSite(tmp_path_factory.mktemp("served"), EDGE_PURGE_URLS=f"http://127.0.0.1:{port}")
    try:
        varnish = Varnish(tmp_path_factory.mktemp("varnish"), port, site.port)
        yield site, varnish
        varnish.stop()
    finally:
        site.stop()


@pytest.fixture(scope="module")
def varnish(both):
    return both[1]


@pytest.fixture(scope="module")
def editor(both):
    return Editor(both[0])


@pytest.fixture(scope="module")
def pk(both):
    items = ask(both[0].port, "/api/v2/articles/?locale=vi&slug=bai-thu&fields=id").text
    return int(items.rpartition('"id":')[2].partition(",")[0].partition("}")[0])


def is_kept(got) -> bool:
    return int(got.headers["Age"] or 0) > 0


def keep(varnish, *addresses) -> None:
    """Have Varnish keep these for more than a second; what was changed before may still be purged."""

    def all_kept() -> bool:
        for address in addresses:
            varnish.get(address)
        time.sleep(1.1)
        return all(is_kept(varnish.get(address)) for address in addresses)

    seconds_until(all_kept, 15)


def test_varnish_keeps_and_says_nothing_of_tags(varnish):
    keep(varnish, ARTICLE, LIST, API)
    got = varnish.get(ARTICLE, Accept_Encoding="gzip, deflate, br")
    assert got.headers["Content-Encoding"] == "br"
    assert "Cache-Tag" not in got.headers and "xkey" not in got.headers
    assert varnish.get(ARTICLE, If_None_Match=varnish.get(ARTICLE).headers["ETag"]).status == 304


def test_a_withdrawal_and_a_publication_show_within_three_seconds(varnish, editor, pk):
    detail = f"/api/v2/articles/{pk}/"
    for change, status in ((editor.unpublish, 410), (editor.publish, 200)):
        for address in (ARTICLE, LIST, API, detail):
            varnish.get(address)
        keep(varnish, GALLERIES)
        change(pk)
        began = time.monotonic()
        # To the API what is withdrawn is as if it had never been: its change feed tells more.
        for address, expected in ((ARTICLE, status), (detail, 404 if status == 410 else status)):
            seconds_until(lambda address=address, expected=expected: varnish.get(address).status == expected, SECONDS)
        for address in (LIST, API):
            seconds_until(
                lambda address=address, status=status: ("Bài thử" in varnish.get(address).text) == (status == 200),
                SECONDS,
            )
        assert time.monotonic() - began < SECONDS
        # What lists no article is not flushed with it.
        assert is_kept(varnish.get(GALLERIES))


def test_an_editor_passes_by(varnish, editor):
    keep(varnish, OTHER)
    own = varnish.get(OTHER, Cookie=editor.cookie)
    assert not is_kept(own) and "private" in own.headers["Cache-Control"]
    assert is_kept(varnish.get(OTHER))
    assert is_kept(varnish.get(OTHER, Cookie="django_language=en; theme=dark"))
    assert not is_kept(varnish.get(OTHER, Authorization="Bearer x"))


def purge(varnish, tag: str, address: str) -> int:
    """Ask for a purge from this address of the machine's own; return the status."""
    connection = http.client.HTTPConnection("127.0.0.1", varnish.port, timeout=20, source_address=(address, 0))
    try:
        connection.request("PURGE", "/", headers={"xkey-purge": tag})
        return connection.getresponse().status
    finally:
        connection.close()


def test_strangers_do_not_purge(both):
    site, varnish = both
    keep(varnish, OTHER)
    # Varnish takes the tags off for readers: the site itself says which they are.
    tag = ask(site.port, OTHER).headers["Cache-Tag"].split(",")[0].strip()
    assert purge(varnish, tag, "127.0.0.2") == 403
    assert is_kept(varnish.get(OTHER))
    assert purge(varnish, "nothing-has-this-tag", "127.0.0.1") == 200
    assert is_kept(varnish.get(OTHER))
    assert purge(varnish, tag, "127.0.0.1") == 200
    assert not is_kept(varnish.get(OTHER))


def test_purges_wait_for_an_edge_that_is_down(both, varnish, editor, pk):
    varnish.stop()
    editor.unpublish(pk)
    time.sleep(2)
    varnish.start()
    assert varnish.get(ARTICLE).status == 410
    editor.publish(pk)
    # What waited is sent with the rest, the worker's pauses grow to some seconds only.
    seconds_until(lambda: varnish.get(ARTICLE).status == 200, 15)
