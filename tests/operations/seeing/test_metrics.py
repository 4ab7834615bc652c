"""/metrics is what Prometheus reads, told for all processes, to whom it may be told."""

import ipaddress
import json
import socket

import pytest
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from cms.caching.models import PurgeOrder
from cms.operations.models import WorkerPulse
from cms.operations.seeing.metrics import readings, snapshots
from cms.operations.seeing.metrics.catalogue import COUNTED, READ
from cms.operations.seeing.metrics.counts import Counts, counts
from cms.operations.seeing.metrics.exposition import written
from tests.factories import add_article, add_stream

TOKEN = "a-token-of-this-test-only-0123456789"


@pytest.fixture(autouse=True)
def own_counts(settings, tmp_path, monkeypatch):
    settings.METRICS_FOLDER = tmp_path / "metrics"
    counts.reset()


def read(text):
    """Return {sample: value by its labels' values} as Prometheus' own parser reads it."""
    samples = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            samples.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return samples


def test_the_site_tells_how_it_is(client, site):
    article = add_article(add_stream(site.home))
    counts.reset()
    article.get_latest_revision().publish()
    WorkerPulse.beat("one")
    for attempts in (0, 2):
        PurgeOrder.objects.create(url="http://edge:6081", tag=f"t{attempts}", due_at=timezone.now(), attempts=attempts)
    response = client.get("/metrics")
    assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]
    found = read(response.text)
    assert found["cms_sequence"][()] > 0
    assert found["cms_workers"][()] == 1
    assert (found["cms_edge_purges_waiting"], found["cms_edge_purges_failing"]) == (
        {("edge:6081",): 2},
        {("edge:6081",): 1},
    )
    assert set(found["cms_jobs"]) == {("ready",), ("running",), ("failed",)}
    assert found["cms_webhook_endpoints"] == {("active",): 0, ("failing",): 0, ("paused",): 0, ("gone",): 0}
    assert found["cms_database_bytes"][()] > 100_000 and found["cms_disk_free_bytes"][()] > 0
    assert found["cms_publish_seconds_count"] == {("PublishPageRevision",): 1}


def test_every_metric_has_its_type_and_words_and_nothing_else_is_told():
    one = Counts()
    one.add("cms_requests_total", kind='a"b\\c\nd', status="200")
    one.observe("cms_request_seconds", 0.03, kind="page")
    one.observe("cms_request_seconds", 77, kind="page")
    one.add("cms_secret_total")
    text = written(one.values())
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert set(families) == {"cms_requests", "cms_request_seconds"}
    assert families["cms_requests"].samples[0].labels["kind"] == 'a"b\\c\nd'
    buckets = {s.labels["le"]: s.value for s in families["cms_request_seconds"].samples if s.name.endswith("_bucket")}
    assert [buckets[bound] for bound in ("0.025", "0.05", "30.0", "+Inf")] == [0, 1, 1, 2]
    assert all(metric.says for metric in (COUNTED | READ).values())


def test_processes_are_added_up_and_a_broken_file_is_passed_over(tmp_path, settings):
    counts.add("cms_requests_total", kind="page", status="200")
    snapshots.write(counts.values())
    folder, host = settings.METRICS_FOLDER, socket.gethostname()
    other = [["cms_requests_total", [["kind", "page"], ["status", "200"]], 4]]
    (folder / f"{host}-999999991.json").write_text(json.dumps(other))
    (folder / f"{host}-999999992.json").write_text('[["cms_req')
    (folder / "elsewhere-999999991.json").write_text(json.dumps(other))
    assert snapshots.read_all() == {("cms_requests_total", (("kind", "page"), ("status", "200"))): 5}
    snapshots.forget_the_dead()
    assert sorted(path.name for path in folder.glob(f"{host}-*")) == [snapshots._own_file().name]


def test_a_subject_that_cannot_be_read_is_left_out(db, monkeypatch):
    def gone():
        raise OSError("secret")
        yield

    monkeypatch.setattr(readings, "SUBJECTS", [gone, readings._workers])
    assert readings.read() == {("cms_workers", ()): 0}


def test_only_allowed_addresses_and_tokens_may_ask(client, db, settings):
    def status(**environ):
        return client.get("/metrics", **environ).status_code

    assert status() == 200
    assert status(REMOTE_ADDR="203.0.113.9") == 403
    # Some proxy of this machine passed it on, and nobody says that it is to be believed.
    assert status(HTTP_X_FORWARDED_FOR="127.0.0.1") == 403
    settings.TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.1")]
    assert status(HTTP_X_FORWARDED_FOR="203.0.113.9") == 403
    assert status(HTTP_X_FORWARDED_FOR="127.0.0.1, 203.0.113.9") == 403
    settings.METRICS_ADDRESSES = [ipaddress.ip_network("10.0.0.0/8")]
    assert status() == 403
    assert status(HTTP_X_FORWARDED_FOR="10.9.8.7") == 200
    settings.METRICS_TOKEN = TOKEN
    assert status(REMOTE_ADDR="203.0.113.9", HTTP_AUTHORIZATION=f"Bearer {TOKEN}") == 200
    assert status(REMOTE_ADDR="203.0.113.9", HTTP_AUTHORIZATION="Bearer x") == 403
    settings.METRICS_TOKEN = ""
    assert status(REMOTE_ADDR="203.0.113.9", HTTP_AUTHORIZATION="Bearer ") == 403
    assert client.post("/metrics").status_code == 405
