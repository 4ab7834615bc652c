"""Backups, and what must outlive the loss of the database."""

from .env import DATA_DIR

BACKUP_FOLDER = DATA_DIR / "backups"
# Which cases were erased, by number alone: see cms/core/erasures.py.
ERASURE_JOURNAL = DATA_DIR / "erasures.jsonl"
