"""The models of this room, where Django looks for them; each has a file of its own."""

from media.files.document import CustomDocument
from media.files.image import CustomImage, CustomRendition
from media.files.media_file import MediaFile

__all__ = ["CustomDocument", "CustomImage", "CustomRendition", "MediaFile"]
