"""Two addresses share an answer only if Django could not tell them apart; what is somebody's own has no key."""

import pytest
from django.http import QueryDict

from cms.caching.address import Addresses, canonical


def environ(path="/tin-tuc/", query="", **variables):
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "wsgi.url_scheme": "http",
        **variables,
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a=1&b=2", "b=2&a=1"),
        ("limit=5&fields=*&offset=0", "offset=0&fields=*&limit=5"),
        ("a=2&b=1&a=1", "a=2&a=1&b=1"),
    ],
)
def test_the_order_of_parameters_makes_no_other_address(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a=1&a=2", "a=2&a=1"),
        ("a=1", "a=2"),
        ("a=", "a"),
        ("a", ""),
        ("%61=1&a=2", "a=2&%61=1"),
        ("a+b=1&a b=2", "a b=2&a+b=1"),
        ("a=1%26b=2", "a=1&b=2"),
        ("A=1", "a=1"),
        ("a=1&&b=2", "a=1&b=2"),
    ],
)
def test_what_django_may_tell_apart_stays_apart(one, other):
    assert canonical(one) != canonical(other)


def test_a_canonical_query_says_what_the_query_said():
    for query in ("b=2&a=1&b=1&c", "z&y=&x=%C3%A1", "tag=a&page=2&tag=b&&"):
        assert dict(QueryDict(canonical(query)).lists()) == dict(QueryDict(query).lists())


@pytest.mark.parametrize(
    "variables",
    [
        {"REQUEST_METHOD": "POST"},
        {"REQUEST_METHOD": "OPTIONS"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "a=b; sessionid=abc"},
        {"HTTP_COOKIE": "a=b;messages=abc"},
        {"HTTP_RANGE": "bytes=0-9"},
        {"HTTP_IF_MATCH": '"x"'},
        {"path": "/admin/pages/"},
        {"query": "a=" + "x" * 3000},
    ],
)
def test_what_is_somebodys_own_has_no_key(variables):
    assert Addresses().key_of(environ(**variables)) is None


@pytest.mark.parametrize("cookie", ["django_language=en", "mysessionid=1", "x=sessionid", "csrftoken=abc"])
def test_other_cookies_change_nothing(cookie):
    addresses = Addresses()
    assert addresses.key_of(environ(HTTP_COOKIE=cookie)) == addresses.key_of(environ())


def test_host_scheme_and_path_are_part_of_the_key(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    addresses = Addresses()
    plain = addresses.key_of(environ())
    assert addresses.key_of(environ(HTTP_X_FORWARDED_PROTO="https")) != plain
    assert addresses.key_of(environ(HTTP_HOST="www.example.vn")) != plain
    assert addresses.key_of(environ("/tin-tuc")) != plain
    assert addresses.key_of(environ(REQUEST_METHOD="HEAD")) == plain
