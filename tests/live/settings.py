"""The project's settings as the tests' running site has them: its pictures are encoded in a third of the time."""

from cms.settings import *  # noqa: F403 - everything else is as `make run` has it

AVIF_SPEED = 10
