"""moto's server, begun with what a file in HOME says it kept: a server of files that comes back has what it had."""

import pickle
from pathlib import Path

KEPT = "kept.pickle"
REGION = "us-east-1"


def fill(path: Path) -> None:
    """Put in the buckets and files of a pickle made by the same test: (buckets, content by (bucket, name))."""
    from moto.core import DEFAULT_ACCOUNT_ID
    from moto.s3.models import s3_backends

    buckets, kept = pickle.loads(path.read_bytes())
    backend = s3_backends[DEFAULT_ACCOUNT_ID]["aws"]
    for bucket in buckets:
        backend.create_bucket(bucket, REGION)
    for (bucket, name), content in kept.items():
        backend.put_object(bucket, name, content)


if __name__ == "__main__":
    from moto.server import main

    fill(Path.home() / KEPT)
    main()
