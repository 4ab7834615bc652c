"""The models of this room, where Django looks for them; each has a file of its own."""

from home.pages.home_page import HomePage

__all__ = ["HomePage"]
