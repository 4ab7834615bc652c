"""What leaves the house goes to public HTTPS, to the address that was looked at, and comes back in time."""

import socket
import time

import pytest

from cms.partners.outgoing import UnreachableError, send
from cms.partners.public_address import is_public
from cms.partners.target import TargetRefusedError, read_target
from tests.partners.receiver import drip, flood, hang_up, receiving, redirect, wait_for

NOT_PUBLIC = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
]
REFUSED = [
    "http://example.vn/",
    "ftp://example.vn/",
    "file:///etc/passwd",
    "gopher://example.vn/",
    "javascript:alert(1)",
    "//example.vn/",
    "example.vn",
    "",
    "https://",
    "https:///hook",
    "https://user@example.vn/",
    "https://user:password@example.vn/",
    "https://@example.vn/",
    "https://example.vn:80/",
    "https://example.vn:22/",
    "https://example.vn:0/",
    "https://example.vn:99999/",
    "https://example.vn:x/",
    "https://example.vn\\@127.0.0.1/",
    "https://exa mple.vn/",
    "https://example.vn/a b",
    "https://example.vn/\r\nHost: x",
    "https://example.vn/\x00",
    "https://example..vn/",
    "https://" + "a" * 64 + ".vn/",
    "https://[::1",
    "https://[fe80::1%25eth0]/",
    "https://example.vn/" + "a" * 2000,
    "https://example.vn/đường-dẫn",
]
# Written in ways that only some readers take for an address: the resolver decides what they are.
HIDDEN_LOOPBACK = ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]", "[::ffff:7f00:1]"]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_known_as_such(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "203.162.4.191", "2606:4700::1111", "2405:4800::1"])
def test_a_public_address_is_known_as_such(address):
    assert is_public(address)


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_public_https_address_is_refused_as_it_is_written(url):
    with pytest.raises(TargetRefusedError):
        read_target(url)


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("https://example.vn", "example.vn", 443, "/"),
        ("https://Example.VN:8443/hook?a=1#part", "example.vn", 8443, "/hook?a=1"),
        ("https://công-đoàn.vn/", "xn--cng-on-mta9myk.vn", 443, "/"),
        ("https://[2606:4700::1111]/", "2606:4700::1111", 443, "/"),
    ],
)
def test_a_good_address_is_taken_apart(url, host, port, path):
    target = read_target(url)
    assert (target.host, target.port, target.path) == (host, port, path)


@pytest.fixture
def connections_made(monkeypatch):
    """Nothing may be connected to: return the list of what was tried."""
    tried = []

    def connect(address, *_arguments, **_named):
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def resolve_to(monkeypatch, *addresses):
    """Make every name resolve to these; return the list of what was asked."""
    asked = []

    def getaddrinfo(host, port, *_arguments, **_named):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize("host", HIDDEN_LOOPBACK)
def test_loopback_is_refused_however_it_is_written(host, connections_made):
    with pytest.raises((TargetRefusedError, UnreachableError)):
        send(f"https://{host}/")
    assert connections_made == []


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["169.254.169.254"], ["8.8.8.8", "127.0.0.1"], ["::1"], []])
def test_a_name_that_leads_inside_is_refused(monkeypatch, connections_made, addresses):
    resolve_to(monkeypatch, *addresses)
    with pytest.raises(TargetRefusedError):
        send("https://rebind.example.vn/")
    assert connections_made == []


def test_a_name_is_resolved_once_and_the_connection_goes_there(monkeypatch, connections_made):
    asked = resolve_to(monkeypatch, "8.8.8.8", "1.1.1.1")
    with pytest.raises(UnreachableError) as raised:
        send("https://example.vn/")
    assert raised.value.kind == "connection"
    assert asked == ["example.vn"]
    assert connections_made == [("8.8.8.8", 443), ("1.1.1.1", 443)]


def test_an_unknown_name_is_no_answer(monkeypatch):
    def getaddrinfo(*_arguments, **_named):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(UnreachableError) as raised:
        send("https://nowhere.example.vn/")
    assert raised.value.kind == "name"


def test_the_setting_opens_loopback_and_nothing_else(loopback, monkeypatch, connections_made):
    with pytest.raises(UnreachableError):
        send("http://127.0.0.1:9/")
    assert connections_made == [("127.0.0.1", 9)]
    for url in ("http://10.0.0.1/", "https://192.168.0.1/", "https://8.8.8.8:22/", "http://8.8.8.8/"):
        with pytest.raises(TargetRefusedError):
            send(url)


def test_an_answer_of_any_status_is_an_answer(loopback):
    with receiving(503) as receiver:
        answer = send(receiver.url, method="POST", body=b"{}", headers={"X-Own": "1"})
    assert (answer.status, answer.body) == (503, b"ok")
    (request,) = receiver.requests
    assert (request.method, request.path, request.body) == ("POST", "/hook", b"{}")
    assert request.headers["x-own"] == "1"


def test_redirects_are_not_followed(loopback):
    with receiving(redirect) as receiver:
        assert send(receiver.url).status == 302
    assert len(receiver.requests) == 1


def test_no_more_of_an_answer_is_read_than_wanted(loopback):
    with receiving(flood) as receiver:
        assert len(send(receiver.url).body) == 64 * 1024


@pytest.mark.parametrize(("behaviour", "kind"), [(wait_for(3), "timeout"), (drip, "timeout"), (hang_up, "protocol")])
def test_a_server_that_does_not_answer_properly_holds_nobody_up(loopback, behaviour, kind):
    started_at = time.monotonic()
    with receiving(behaviour) as receiver, pytest.raises(UnreachableError) as raised:
        send(receiver.url, total_seconds=0.5)
    assert raised.value.kind == kind
    assert time.monotonic() - started_at < 3


def test_name_and_certificate_are_those_of_the_address(loopback, monkeypatch, certified):
    resolve_to(monkeypatch, "127.0.0.1")
    names = []
    context = certified("partner.example.vn")
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    with receiving(tls=context, host="partner.example.vn") as receiver:
        assert send(receiver.url).status == 200
    assert names == ["partner.example.vn"]
    assert receiver.requests[0].headers["host"].startswith("partner.example.vn:")


def test_a_certificate_for_another_name_is_refused(loopback, monkeypatch, certified):
    resolve_to(monkeypatch, "127.0.0.1")
    with (
        receiving(tls=certified("other.example.vn"), host="partner.example.vn") as receiver,
        pytest.raises(UnreachableError) as raised,
    ):
        send(receiver.url)
    assert raised.value.kind == "certificate"
    assert receiver.requests == []
