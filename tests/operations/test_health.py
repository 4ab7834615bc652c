"""Health says what works, with a status a load balancer understands."""

import pytest
from django.db import OperationalError

from cms.operations.health import parts, views
from cms.operations.models import WorkerPulse


@pytest.fixture(autouse=True)
def _nothing_failed_before():
    views._failing.clear()


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_a_living_process_says_so_without_the_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]
    assert "Set-Cookie" not in response.headers
    assert "Vary" not in response.headers


def test_ready_when_every_part_works(client, db, data_dir):
    WorkerPulse.beat("one")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "parts": dict.fromkeys(parts.PARTS, "ok")}


def test_not_ready_without_a_worker(client, db, data_dir):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["parts"]["worker"] == "failed"


def test_the_log_tells_once_that_a_part_fails_and_once_that_it_works_again(client, db, data_dir, caplog):
    for _ in range(3):
        client.get("/readyz")
    WorkerPulse.beat("one")
    for _ in range(3):
        client.get("/readyz")
    assert [record.message for record in caplog.records if record.name == "cms.operations.health.views"] == [
        "Not ready: worker: NotReadyError: no worker has been seen for a while",
        "Ready again: worker",
    ]


def test_not_ready_when_the_storage_cannot_be_written(client, db, settings, tmp_path):
    WorkerPulse.beat("one")
    (tmp_path / "a file").touch()
    settings.DATA_DIR = tmp_path / "a file"
    found = client.get("/readyz").json()["parts"]
    assert [name for name, state in found.items() if state == "failed"] == ["storage"]


def test_readers_are_not_sent_elsewhere_when_the_cache_forgets(client, db, data_dir, settings):
    WorkerPulse.beat("one")
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert response.json()["parts"]["cache"] == "failed"


def test_not_ready_while_migrations_are_missing(client, db, data_dir, monkeypatch):
    WorkerPulse.beat("one")
    monkeypatch.setattr(parts, "_migrated", False)
    monkeypatch.setattr(parts.MigrationExecutor, "migration_plan", lambda *args: ["one"])
    assert client.get("/readyz").json()["parts"]["migrations"] == "failed"


def test_a_database_that_is_gone_is_a_503_and_no_error(client, db, data_dir, monkeypatch, caplog):
    def gone():
        raise OperationalError("secret address of the server")

    monkeypatch.setitem(parts.PARTS, "database", gone)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["parts"]["database"] == "failed"
    assert "secret" not in response.text
    assert "secret" in caplog.text


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_only_takes_reading_methods(client, address):
    assert client.post(address).status_code == 405
