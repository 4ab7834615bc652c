"""A flood on one path waits among its own and is turned away beyond that; others do not notice."""

import threading

from django.http import HttpResponse

from cms.caching.turns import AT_ONCE, WAITING
from cms.operations.start import web_server
from tests.caching.site import PAGE, Site


class Crowd:
    """Asks for many addresses of one path, which are answered when they may be."""

    def __init__(self, count):
        self.go, self.began = threading.Event(), threading.Semaphore(0)
        self.site = Site(self._answer)
        self.got = []
        self.threads = [threading.Thread(target=self._ask, args=[f"/crowded/?x={number}"]) for number in range(count)]

    def _answer(self, environ):
        if environ["PATH_INFO"] == "/crowded/" and "HTTP_COOKIE" not in environ:
            self.began.release()
            self.go.wait(10)
        return HttpResponse(PAGE)

    def _ask(self, address):
        self.got.append(self.site.get(address).status)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        for _ in range(AT_ONCE):
            assert self.began.acquire(timeout=5)
        return self

    def __exit__(self, *_error):
        self.go.set()
        for thread in self.threads:
            thread.join(10)


def test_of_one_path_some_are_built_some_wait_and_the_rest_is_turned_away():
    too_many = 5
    with Crowd(AT_ONCE + WAITING + too_many) as crowd:
        while len(crowd.got) < too_many:
            pass
        assert crowd.site.built == AT_ONCE
        assert crowd.got == [429] * too_many
        refused = crowd.site.get("/crowded/?x=another")
        assert (refused.status, refused.headers["Retry-After"]) == (429, "1")
        assert crowd.site.get("/another/").status == 200
        assert crowd.site.get("/crowded/", cookie="sessionid=abc").status == 200
    assert sorted(crowd.got) == [200] * (AT_ONCE + WAITING) + [429] * too_many
    assert crowd.site.get("/crowded/?x=later").status == 200


def test_one_path_never_takes_all_threads_of_the_web_server():
    assert AT_ONCE + WAITING < web_server.THREADS


def test_what_fails_gives_its_turn_back():
    def fail(environ):
        raise RuntimeError

    site = Site(fail)
    for _ in range(AT_ONCE + WAITING + 1):
        try:
            site.get()
        except RuntimeError:
            continue
        raise AssertionError
    assert not site.layer.turns._building and not site.layer.turns._waiting
