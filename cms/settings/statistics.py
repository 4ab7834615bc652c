"""Counting visits."""

from .env import DATA_DIR

# What was counted and is not in the database yet: some seconds' worth.
STATISTICS_FOLDER = DATA_DIR / "statistics"
# How long a page shows the numbers its process has read.
STATISTICS_SNAPSHOT_SECONDS = 60
# Counts one address may send: a whole office behind one of them reads too.
STATISTICS_COUNTS_PER_MINUTE = 1_200
