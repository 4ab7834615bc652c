"""What search engines are told."""

from . import env

SEARCH_ENGINES = env.SEARCH_ENGINES
