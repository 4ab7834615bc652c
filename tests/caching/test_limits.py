"""Who asks too often is told to wait; nobody is taken for somebody else."""

import ipaddress
import json

import pytest

from cms.caching.limits import Limits
from cms.core.client_address import parse
from tests.caching.site import Site


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def environ(address="203.0.113.9", path="/", **variables):
    return {"REMOTE_ADDR": address, "PATH_INFO": path, "QUERY_STRING": "", "REQUEST_METHOD": "GET", **variables}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limits(clock):
    return Limits(60, [ipaddress.ip_network("127.0.0.1"), ipaddress.ip_network("10.0.0.0/8")], clock=clock)


def test_a_minutes_worth_at_once_then_one_a_second(limits, clock):
    assert [limits.seconds_to_wait(environ()) for _ in range(60)] == [0] * 60
    assert limits.seconds_to_wait(environ()) == 1
    assert limits.seconds_to_wait(environ("203.0.113.10")) == 0
    clock.now += 1
    assert limits.seconds_to_wait(environ()) == 0
    assert limits.seconds_to_wait(environ()) == 1
    clock.now += 3600
    assert [limits.seconds_to_wait(environ()) for _ in range(61)] == [0] * 60 + [1]


def test_keys_and_the_admin_are_not_counted(limits):
    for _ in range(100):
        assert limits.seconds_to_wait(environ(path="/api/v2/articles/", HTTP_AUTHORIZATION="Bearer x")) == 0
        assert limits.seconds_to_wait(environ(path="/admin/pages/")) == 0
    assert limits.seconds_to_wait(environ()) == 0


def test_a_key_is_no_way_round_the_limit_of_pages(limits):
    assert [limits.seconds_to_wait(environ(HTTP_AUTHORIZATION="Bearer x")) for _ in range(61)][-1] == 1


@pytest.mark.parametrize(
    ("address", "forwarded", "client"),
    [
        ("203.0.113.9", "198.51.100.7", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "1.1.1.1, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, 10.0.0.3", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        ("127.0.0.1", "", None),
        ("127.0.0.1", "unknown", None),
        ("10.1.2.3", "[2001:db8:1:2::5]:443", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("::1", "", None),
        ("", "198.51.100.7", None),
    ],
)
def test_only_trusted_proxies_are_believed(limits, address, forwarded, client):
    assert limits.client_of(environ(address, HTTP_X_FORWARDED_FOR=forwarded)) == client


def test_without_trusted_proxies_the_header_says_nothing():
    assert Limits(60, []).client_of(environ(HTTP_X_FORWARDED_FOR="1.1.1.1")) == "203.0.113.9"
    assert Limits(60, []).client_of(environ("127.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1")) is None


def test_what_is_remembered_is_bounded(limits, monkeypatch):
    monkeypatch.setattr("cms.caching.limits.MAX_ADDRESSES", 10)
    for number in range(50):
        limits.seconds_to_wait(environ(f"203.0.113.{number}"))
    assert len(limits._full_at) == 10


@pytest.mark.parametrize("text", ["", "x", "1.2.3", "1.2.3.4.5", "[::1", "999.1.1.1"])
def test_what_is_no_address_is_none(text):
    assert parse(text) is None


class Once:
    """Limits that refuse."""

    def seconds_to_wait(self, _environ):
        return 7


@pytest.mark.parametrize(("address", "language"), [("/x/", "vi"), ("/en/x/", "en"), ("/enter/", "vi")])
def test_a_page_is_refused_in_its_language(address, language):
    got = Site(limits=Once()).get(address)
    assert got.status == 429
    assert got.headers["Retry-After"] == "7"
    assert got.headers["Content-Language"] == language
    assert got.headers["Cache-Control"] == "no-store"
    assert f'lang="{language}"' in got.body.decode()
    assert Site(limits=Once()).get(address, method="HEAD").body == b""


@pytest.mark.parametrize(("query", "language"), [("", "vi"), ("?lang=en", "en"), ("?lang=xx", "vi")])
def test_the_api_is_refused_by_a_problem_document(query, language):
    got = Site(limits=Once()).get(f"/api/v2/articles/{query}")
    assert got.status == 429
    assert got.headers["Content-Type"] == "application/problem+json"
    assert got.headers["Content-Language"] == language
    assert json.loads(got.body)["status"] == 429


def test_what_is_answered_from_memory_is_not_counted():
    site = Site()
    site.get()
    site.layer.limits = Once()
    assert site.get().status == 200
    assert site.get("/other/").status == 429
