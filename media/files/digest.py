"""The public digest of an uploaded file: by it readers know whether they have it already."""

import hashlib

from django.core.files import File


def sha256_of(file: File) -> str:
    """Return the SHA-256 of a whole file, in hexadecimal; the file is at its beginning afterwards."""
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in iter(lambda: file.read(File.DEFAULT_CHUNK_SIZE), b""):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
