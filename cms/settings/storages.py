"""Where files are kept: three kinds, in folders of DATA_DIR or in buckets.

Renditions, captions and films are public under names that nobody can guess; originals and documents are in the same
storage and go through the site's own views; what people send in is in another, below no address.
"""

from . import env

MEDIA_URL = "/uploads/"
MEDIA_ROOT = env.DATA_DIR / "uploads"

if env.STORAGE == "s3":
    _BUCKET = "cms.core.storages.bucket.BucketStorage"
    _SERVER = {
        "endpoint_url": env.STORAGE_ENDPOINT,
        "region_name": env.STORAGE_REGION,
        "access_key": env.STORAGE_ACCESS_KEY,
        "secret_key": env.STORAGE_SECRET_KEY,
        "addressing_style": env.STORAGE_ADDRESSING,
    }
    _FILES = {
        "BACKEND": _BUCKET,
        "OPTIONS": {**_SERVER, "alias": "default", "bucket_name": env.STORAGE_BUCKET, "base_url": MEDIA_URL},
    }
    _PRIVATE = {
        "BACKEND": _BUCKET,
        "OPTIONS": {**_SERVER, "alias": "private", "bucket_name": env.STORAGE_PRIVATE_BUCKET},
    }
else:
    _FILES = {"BACKEND": "cms.core.storages.whole_files.WholeFileStorage"}
    _PRIVATE = {
        "BACKEND": "cms.core.storages.whole_files.WholeFileStorage",
        # Readable by the server's own user alone.
        "OPTIONS": {
            "location": env.DATA_DIR / "private",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }

STORAGES = {
    "default": _FILES,
    "private": _PRIVATE,
    "staticfiles": {"BACKEND": "cms.core.assets.storage.AssetStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
