"""Every StreamField block of the project, a file a block; `BodyStreamBlock` is what page types use."""

from cms.core.blocks.body import BodyStreamBlock

__all__ = ["BodyStreamBlock"]
