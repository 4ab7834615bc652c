"""Partners: what may leave the house."""

from .env import OUTGOING_LOOPBACK  # noqa: F401 - read from settings
