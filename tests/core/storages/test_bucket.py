"""Files in a bucket are handed out in the parts that are asked for; a server that is away keeps nobody waiting."""

from datetime import timedelta

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.core.storages import patience
from cms.core.storages.away import StorageAwayError
from cms.core.storages.bucket import BucketStorage
from cms.operations.worker.task_runner import TaskRunner
from media.files.renditions import make_renditions
from media.files.stored_file import StoredFile
from media.models import CustomDocument
from tests.core.storages.bucket_server import BUCKETS, KEYS, BucketServer
from tests.factories import make_image


def options(server_url, bucket, **more):
    return {"endpoint_url": server_url, "region_name": "us-east-1", "bucket_name": bucket, **KEYS, **more}


class Refusing:
    """Stands for the network: each use of a client raises what it is told to, and is counted."""

    def __init__(self, storage, monkeypatch, error):
        self.asked, self.error = 0, error
        monkeypatch.setattr(type(storage), "connection", property(lambda _storage: self))

    def __getattr__(self, name):
        self.asked += 1
        raise self.error


@pytest.fixture
def storage():
    return BucketStorage(alias="default", base_url="/uploads/", **options("http://127.0.0.1:1", "site"))


def gone():
    return EndpointConnectionError(endpoint_url="http://127.0.0.1:1")


def test_a_server_that_is_away_is_asked_once_and_then_left_alone(storage, monkeypatch, caplog):
    refusing = Refusing(storage, monkeypatch, gone())
    for ask in (
        lambda: storage.exists("a"),
        lambda: storage.size("a"),
        lambda: storage.open("a"),
        lambda: storage.listdir(""),
        lambda: list(storage.stream("a", 0, 9)),
        storage.check,
        lambda: storage.save("b", ContentFile(b"x")),
    ):
        with pytest.raises(StorageAwayError):
            ask()
    assert refusing.asked == 1
    assert [record.message for record in caplog.records if record.name == "cms.core.storages.bucket"] == [
        "The storage default does not answer (EndpointConnectionError): left alone for 5 s"
    ]
    storage.patience.away_until = 0
    with pytest.raises(StorageAwayError):
        storage.exists("a")
    assert refusing.asked == 2


def test_a_refused_key_is_said_and_not_taken_for_a_missing_file(storage, monkeypatch):
    answer = {"Error": {"Code": "403"}, "ResponseMetadata": {"HTTPStatusCode": 403}}
    Refusing(storage, monkeypatch, ClientError(answer, "HeadObject"))
    with pytest.raises(StorageAwayError, match="status 403"):
        storage.size("a")


def test_addresses_are_the_sites_own_and_private_files_have_none(storage):
    assert storage.url("images/a b.webp") == "/uploads/images/a%20b.webp"
    private = BucketStorage(alias="private", **options("http://127.0.0.1:1", "site-private"))
    with pytest.raises(ValueError, match="not accessible"):
        private.url("a")


def test_a_request_for_a_file_is_answered_503_while_the_server_is_away(client, site, monkeypatch):
    def look(self, *arguments):
        raise StorageAwayError("default: gone")

    monkeypatch.setattr(StoredFile, "__init__", look)
    response = client.get("/uploads/images/x.webp")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10" and "no-store" in response.headers["Cache-Control"]
    # Readers read: a page needs no file.
    assert client.get("/").status_code == 200


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = BucketServer(tmp_path_factory.mktemp("bucket"))
    yield server
    server.stop()


@pytest.mark.trial
class TestOverAConnection:
    """With a server that speaks S3 in another process."""

    @pytest.fixture
    def buckets(self, server, settings):
        of = {"default": (BUCKETS[0], {"base_url": "/uploads/"}), "private": (BUCKETS[1], {})}
        settings.STORAGES = {
            **settings.STORAGES,
            **{
                alias: {
                    "BACKEND": "cms.core.storages.bucket.BucketStorage",
                    "OPTIONS": {"alias": alias, **options(server.url, bucket, **more)},
                }
                for alias, (bucket, more) in of.items()
            },
        }
        if not server.answers():
            server.start()
        return storages

    def test_parts_are_asked_for_and_nothing_more(self, buckets, rf):
        data = bytes(range(256)) * 4000
        name = buckets["default"].save("videos/abc/phim.mp4", ContentFile(data))
        for header, part in (("bytes=0-9", data[:10]), ("bytes=900000-", data[900000:]), ("bytes=-5", data[-5:])):
            response = StoredFile(buckets["default"], name).respond(rf.get("/", HTTP_RANGE=header), "video/mp4")
            assert response.status_code == 206
            assert b"".join(response.streaming_content) == part
        whole = StoredFile(buckets["default"], name).respond(rf.get("/"), "video/mp4")
        assert b"".join(whole.streaming_content) == data
        again = StoredFile(buckets["default"], name).respond(rf.get("/", HTTP_IF_NONE_MATCH=whole["ETag"]), "video/mp4")
        assert again.status_code == 304
        wrong = StoredFile(buckets["default"], name).respond(rf.get("/", HTTP_RANGE="bytes=9999999-"), "video/mp4")
        assert wrong.status_code == 416

    def test_three_kinds_of_files_each_where_it_belongs(
        self, buckets, server, client, site, django_capture_on_commit_callbacks
    ):
        image = make_image()
        document = CustomDocument.objects.create(title="Hướng dẫn", file=ContentFile(b"%PDF-1.4 x", name="x.pdf"))
        make_renditions(image)
        buckets["private"].save("cases/x.pdf", ContentFile(b"private"))
        names = server.names(BUCKETS[0])
        assert {document.file.name, image.file.name} <= names
        assert server.names(BUCKETS[1]) == {"cases/x.pdf"}
        picture = client.get(image.picture("x").largest_url("full"), headers={"Range": "bytes=0-9"})
        assert (picture.status_code, len(b"".join(picture.streaming_content))) == (206, 10)
        assert "immutable" in picture.headers["Cache-Control"]
        # Originals and what people send in have no address of their own, whatever the path looks like.
        for path in (image.file.name, document.file.name, "cases/x.pdf"):
            assert client.get(f"/uploads/{path}").status_code == 404
        part = client.get(document.url, headers={"Range": "bytes=0-3"})
        assert (part.status_code, b"".join(part.streaming_content)) == (206, b"%PDF")
        with django_capture_on_commit_callbacks(execute=True):
            image.delete()
        assert names - server.names(BUCKETS[0]) >= {image.file.name}

    def test_what_was_to_be_deleted_while_it_was_away_is_deleted_when_it_is_back(
        self, buckets, server, settings, db, monkeypatch, caplog
    ):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
        name = buckets["default"].save("images/x.webp", ContentFile(b"x"))
        monkeypatch.setattr(patience, "PAUSE_SECONDS", 0)
        server.stop()
        buckets["default"].delete(name)
        (job,) = DBTaskResult.objects.all()
        TaskRunner("one").run_next()
        job.refresh_from_db()
        assert job.status == "READY" and job.run_after > timezone.now()
        server.start()
        server.client.put_object(Bucket=BUCKETS[0], Key=name, Body=b"x")
        DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))
        TaskRunner("one").run_next()
        assert server.names(BUCKETS[0]) == set()
