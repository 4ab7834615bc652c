"""Partners: what may leave the house."""

from .env import LINK_CHECK_DAYS, OUTGOING_LOOPBACK  # noqa: F401 - read from settings
