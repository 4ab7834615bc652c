"""What a backup says of itself, and whether this release can restore it."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from cms.operations.backup.errors import BackupError

PROJECT = "cong-doan-quang-ninh"
FORMAT = 1


@dataclass
class Manifest:
    """`tables` holds rows by table, `files` [size, SHA-256] by member, `missing` what rows name and nobody has.

    `migrations` are those applied, as "app.name"; `made_at` is ISO 8601, UTC.
    """

    made_at: str
    release: str
    database: str
    migrations: list[str]
    epoch: str
    sequence: int
    key_digest: str
    tables: dict[str, int]
    database_size: int
    files: dict[str, list] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    project: str = PROJECT
    format: int = FORMAT

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def from_json(cls, data: bytes) -> "Manifest":
        """Raises BackupError."""
        try:
            manifest = cls(**json.loads(data))
            is_right = all(
                isinstance(size, int) and size >= 0 and isinstance(digest, str)
                for size, digest in manifest.files.values()
            ) and isinstance(manifest.database_size, int)
        except (ValueError, TypeError, AttributeError) as error:
            raise BackupError("The backup's list of contents cannot be read") from error
        if not is_right:
            raise BackupError("The backup's list of contents cannot be read")
        return manifest


def marker() -> bytes:
    """Return what stands first in a backup, so that anything else is known at once."""
    return json.dumps({"project": PROJECT, "format": FORMAT}).encode()


def check_marker(data: bytes) -> None:
    """Raises BackupError unless a backup of this project in a format of this release begins so."""
    try:
        value = json.loads(data)
        project, number = value["project"], int(value["format"])
    except (ValueError, TypeError, KeyError) as error:
        raise BackupError("This is no backup of this project") from error
    if project != PROJECT:
        raise BackupError(f"This is a backup of another project, {project!r}")
    if number > FORMAT:
        raise BackupError("This backup was made by a newer release, in a format that this one cannot read")


def check_migrations(manifest: Manifest) -> None:
    """Raises BackupError if the backup's schema is not one that this release can bring forward to its own."""
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    known |= {f"{app}.{name}" for one in loader.disk_migrations.values() for app, name in one.replaces}
    unknown = sorted(set(manifest.migrations) - known)
    if unknown:
        raise BackupError(
            f"This backup was made by another release: {len(unknown)} of its migrations are unknown here, such as"
            f" {unknown[0]}. Restore it with the release that made it, or a later one"
        )
    if not manifest.migrations:
        raise BackupError("This backup holds no migrated database")


def key_digest() -> str:
    """Return what tells whether SECRET_KEY is the same, and nothing of the key."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"backup: which key", hashlib.sha256).hex()[:16]
