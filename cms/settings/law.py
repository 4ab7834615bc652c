"""The law library, and the answers that rest on it."""

from .env import ANSWER_REVIEW_GRACE_DAYS  # noqa: F401 - read from settings
