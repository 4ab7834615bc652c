"""A storage over a bucket of an S3-compatible server: django-storages', with limits to how long anybody waits.

The site hands files out itself, by their permissions and with byte ranges; so a bucket needs to be open to nobody.
"""

import contextlib
import logging
from collections.abc import Iterator
from datetime import datetime

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.utils.deconstruct import deconstructible
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from cms.core.storages import patience
from cms.core.storages.away import StorageAwayError

logger = logging.getLogger(__name__)

CONNECT_SECONDS, READ_SECONDS = 2, 8
ATTEMPTS = 2
BLOCK = 64 * 1024
NOT_FOUND = 404


@deconstructible
class BucketStorage(S3Storage):
    """`base_url`: where the site serves what is in it, None for nowhere; `alias` is its name in STORAGES.

    Every method raises StorageAwayError while the server is away, but `delete`, which leaves that to a job.
    """

    def __init__(self, *, alias: str, base_url: str | None = None, addressing_style: str = "path", **options):
        self.alias, self.base_url = alias, base_url
        self.patience = patience.Patience(alias)
        config = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
            signature_version="s3v4",
            s3={"addressing_style": addressing_style},
            # Not every server knows the newer checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(
            client_config=config,
            transfer_config=TransferConfig(use_threads=False),
            file_overwrite=False,
            default_acl=None,
            **options,
        )

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self.patience.reading(), self._answered():
            yield

    @contextlib.contextmanager
    def _asking(self) -> Iterator[None]:
        with self.patience.asking(), self._answered():
            yield

    @contextlib.contextmanager
    def _answered(self) -> Iterator[None]:
        try:
            yield
            self.patience.note_answer()
        except FileNotFoundError:
            self.patience.note_answer()
            raise
        except ClientError as error:
            # What a missing file means, the callers say; anything else is the server's trouble, or our key's.
            self.patience.note_answer()
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
            raise StorageAwayError(f"{self.alias}: status {status}") from error
        except (BotoCoreError, Boto3Error) as error:
            self.patience.note_failure()
            logger.warning(
                "The storage %s does not answer (%s): left alone for %d s",
                self.alias,
                type(error).__name__,
                patience.PAUSE_SECONDS,
            )
            raise StorageAwayError(f"{self.alias}: {type(error).__name__}") from error

    def check(self) -> None:
        """Raise StorageAwayError unless the bucket is there and ours to read."""
        with self._reading():
            self.connection.meta.client.head_bucket(Bucket=self.bucket_name)

    def look(self, name: str) -> tuple[int, datetime]:
        """Return (size in bytes, when it was stored). Raises FileNotFoundError."""
        with self._reading(), _missing_is_not_found(name):
            entry = self.bucket.Object(self._key(name))
            return entry.content_length, entry.last_modified

    def stream(self, name: str, first: int, length: int) -> Iterator[bytes]:
        """Yield `length` bytes from the byte `first` on, asking the server for these alone."""
        if length <= 0:
            return
        with self._reading(), _missing_is_not_found(name):
            body = self.bucket.Object(self._key(name)).get(Range=f"bytes={first}-{first + length - 1}")["Body"]
        try:
            while block := self._block(body):
                yield block
        finally:
            body.close()

    def _block(self, body) -> bytes:
        with self._reading():
            return body.read(BLOCK)

    def _key(self, name: str) -> str:
        return self._normalize_name(name.replace("\\", "/"))

    def url(self, name, *arguments, **options):
        if self.base_url is None:
            raise ValueError("This file is not accessible via a URL.")
        return f"{self.base_url}{filepath_to_uri(name.lstrip('/'))}"

    def delete(self, name):
        from cms.core.storages.deleting import delete_later

        try:
            self.delete_now(name)
        except StorageAwayError:
            # What names the file is gone already: nobody shall wait, and nothing be undone.
            delete_later.enqueue(self.alias, name)

    def delete_now(self, name: str) -> None:
        with self._asking():
            super().delete(name)

    def _open(self, name, mode="rb"):
        with self._asking():
            opened = super()._open(name, mode)
            if "r" in mode:
                # Fetched here and now, so that what reads it later does not meet the network.
                _ = opened.file
            return opened

    def _save(self, name, content):
        with self._asking():
            return super()._save(name, content)

    def exists(self, name):
        with self._reading():
            return super().exists(name)

    def listdir(self, name):
        with self._reading():
            return super().listdir(name)

    def size(self, name):
        return self.look(name)[0]

    def get_modified_time(self, name):
        return self.look(name)[1]


@contextlib.contextmanager
def _missing_is_not_found(name: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == NOT_FOUND:
            raise FileNotFoundError(name) from error
        raise
