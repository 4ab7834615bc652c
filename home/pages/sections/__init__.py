"""The sections of the home page, a file a kind; `HomeSectionsBlock` is what the home page uses."""

from home.pages.sections.home_sections import HomeSectionsBlock

__all__ = ["HomeSectionsBlock"]
