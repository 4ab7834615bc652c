"""Where what people send in is kept: never below a public address."""

from django.core.files.storage import Storage, storages


def private_storage() -> Storage:
    """Return the storage that settings name "private"; called late, so that tests and installations may differ."""
    return storages["private"]
