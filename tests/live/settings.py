"""The settings of the tests' running site: the project's, but `make test` encodes pictures in a third of the time.

A trial looks at pictures as readers get them: encoded fast, they are larger.
"""

import os

from cms.settings import *  # noqa: F403 - everything else is as `make run` has it
from cms.settings import AVIF_SPEED

AVIF_SPEED = 10 if os.environ.get("QUICK_PICTURES") else AVIF_SPEED
