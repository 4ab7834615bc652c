"""The edge is told of everything, once the change is known everywhere, and again until it has heard."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone

from cms.caching import purging
from cms.caching.models import PurgeOrder, SiteVersion
from cms.caching.orders import WAIT, order
from cms.delivery.models import DeliverySequence
from tests.factories import add_article, add_stream, publish

pytestmark = pytest.mark.django_db


class Edge:
    """A server that takes purges, or refuses them."""

    def __init__(self):
        self.status, self.told = 200, []
        edge = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self):
                edge.told.append(set(self.headers[purging.HEADER].split()))
                self.send_response(edge.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_arguments):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def edge(settings):
    edge = Edge()
    settings.EDGE_PURGE_URLS = [edge.url]
    yield edge
    edge.stop()


def let_time_pass():
    PurgeOrder.objects.update(due_at=timezone.now())


def test_nothing_leaves_before_every_worker_knows(edge):
    order("a")
    purging.purge()
    assert edge.told == []
    assert PurgeOrder.objects.get(tag="a").due_at - timezone.now() > WAIT - timedelta(seconds=0.5)
    let_time_pass()
    purging.purge()
    assert [tags - {"site"} for tags in edge.told] == [{"a"}]
    assert not PurgeOrder.objects.exists()


def test_a_publication_is_told_by_its_items_and_their_types(site, edge):
    stream = add_stream(site.home)
    article = add_article(stream)
    purging.purge()
    PurgeOrder.objects.all().delete()
    article.title = "Khác"
    publish(article)
    purging.order_what_was_delivered()
    let_time_pass()
    purging.purge()
    told = set().union(*edge.told)
    expected = {f"articlepage-{article.translation_key}", f"articlepage-{article.pk}", "articlepage", "changes"}
    assert expected | {"page", f"page-{article.pk}"} <= told
    assert not {"site", "html"} & told


def test_what_was_told_is_not_told_again(site, edge, django_assert_num_queries):
    publish(site.home)
    purging.purge()
    let_time_pass()
    purging.purge()
    edge.told.clear()
    with django_assert_num_queries(3):
        purging.purge()
    assert edge.told == []


def test_another_epoch_and_a_flood_flush_everything(site, edge, monkeypatch):
    purging.purge()
    PurgeOrder.objects.all().delete()
    DeliverySequence.objects.update(epoch="another")
    purging.order_what_was_delivered()
    assert [one.tag for one in PurgeOrder.objects.all()] == ["site"]
    PurgeOrder.objects.all().delete()
    monkeypatch.setattr(purging, "MAX_ITEMS", 0)
    site.home.title = "Khác"
    publish(site.home)
    PurgeOrder.objects.all().delete()
    purging.order_what_was_delivered()
    assert [one.tag for one in PurgeOrder.objects.all()] == ["site"]
    assert SiteVersion.objects.get().sequence == DeliverySequence.current().value


@pytest.mark.parametrize("is_down", [True, False])
def test_an_edge_that_does_not_hear_is_told_again_later(edge, is_down, settings):
    if is_down:
        edge.stop()
    edge.status = 503
    order("a")
    pauses = []
    for _ in range(4):
        let_time_pass()
        purging.send_due(edge.url)
        pauses.append((PurgeOrder.objects.get().due_at - timezone.now()).total_seconds())
    assert pauses == sorted(pauses) and pauses[-1] > 10
    if is_down:
        edge.__init__()
        PurgeOrder.objects.update(url=edge.url)
    edge.status = 200
    let_time_pass()
    purging.send_due(edge.url)
    assert edge.told[-1] == {"a"}
    assert not PurgeOrder.objects.exists()


def test_many_tags_go_in_requests_of_bounded_size(edge):
    for number in range(120):
        order(f"tag-{number}")
    order("tag-1")
    let_time_pass()
    purging.send_due(edge.url)
    assert [len(tags) for tags in edge.told] == [50, 50, 20]


def test_one_edge_that_is_down_does_not_hold_up_another(edge, settings):
    settings.EDGE_PURGE_URLS = ["http://127.0.0.1:9", edge.url]
    order("a")
    let_time_pass()
    purging.purge()
    assert {"a"} in [tags - {"site"} for tags in edge.told]
    assert {one.url for one in PurgeOrder.objects.filter(tag="a")} == {"http://127.0.0.1:9"}
