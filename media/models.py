"""The models of this room, where Django looks for them; each has a file of its own."""

from media.files.document import CustomDocument
from media.files.document_text import DocumentText
from media.files.image import CustomImage, CustomRendition
from media.files.media_file import MediaFile
from media.galleries.gallery_index_page import GalleryIndexPage
from media.galleries.gallery_item import GalleryItem
from media.galleries.gallery_page import GalleryPage
from media.videos.caption_file import CaptionFile
from media.videos.video_index_page import VideoIndexPage
from media.videos.video_page import VideoPage
from media.videos.video_series import VideoSeries

__all__ = [
    "CaptionFile",
    "CustomDocument",
    "CustomImage",
    "CustomRendition",
    "DocumentText",
    "GalleryIndexPage",
    "GalleryItem",
    "GalleryPage",
    "MediaFile",
    "VideoIndexPage",
    "VideoPage",
    "VideoSeries",
]
