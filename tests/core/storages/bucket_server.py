"""A real S3-compatible server in a process of its own (moto's), which can be stopped and started again."""

import http.client
import os
import subprocess
import sys
import time

import boto3
from django.conf import settings

from tests.caching.served import free_port

START_SECONDS = 60
BUCKETS = ("site", "site-private")
KEYS = {"access_key": "key", "secret_key": "secret"}


class BucketServer:
    """Holds two empty buckets; what is in them is gone when it stops."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        self.launch("moto.server")
        for bucket in BUCKETS:
            self.client.create_bucket(Bucket=bucket)

    def launch(self, module: str) -> None:
        """Start a module that takes moto's arguments; return when it answers."""
        with (self.folder / "moto.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", module, "-H", "127.0.0.1", "-p", str(self.port)],
                stdout=log,
                stderr=log,
                cwd=settings.BASE_DIR,
                env={"PATH": os.environ["PATH"], "HOME": str(self.folder)},
            )
        until = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < until, (self.folder / "moto.log").read_text()
            time.sleep(0.1)

    @property
    def client(self):
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id=KEYS["access_key"],
            aws_secret_access_key=KEYS["secret_key"],
        )

    def answers(self) -> bool:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/moto-api/")
            return connection.getresponse().status == http.client.OK
        except OSError:
            return False

    def names(self, bucket: str) -> set[str]:
        return {entry["Key"] for entry in self.client.list_objects_v2(Bucket=bucket).get("Contents", ())}

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables of a site that keeps its files here."""
        return {
            "STORAGE": "s3",
            "STORAGE_ENDPOINT": self.url,
            "STORAGE_BUCKET": BUCKETS[0],
            "STORAGE_PRIVATE_BUCKET": BUCKETS[1],
            "STORAGE_ACCESS_KEY": KEYS["access_key"],
            "STORAGE_SECRET_KEY": KEYS["secret_key"],
        }

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(10)
