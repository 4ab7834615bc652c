"""The project's settings, one module a subject; `env` holds every environment variable."""

from .api import *  # noqa: F403 - settings are assembled from their subjects
from .backup import *  # noqa: F403
from .base import *  # noqa: F403
from .caching import *  # noqa: F403
from .cases import *  # noqa: F403
from .discovery import *  # noqa: F403
from .headers import *  # noqa: F403
from .languages import *  # noqa: F403
from .law import *  # noqa: F403
from .partners import *  # noqa: F403
from .security import *  # noqa: F403
from .seeing import *  # noqa: F403
from .services import *  # noqa: F403
from .statistics import *  # noqa: F403
from .storages import *  # noqa: F403
from .users import *  # noqa: F403
from .wagtail import *  # noqa: F403
