"""Small galleries, videos and files for tests."""

from datetime import date
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Locale

from media.models import (
    CaptionFile,
    CustomImage,
    GalleryIndexPage,
    GalleryItem,
    GalleryPage,
    MediaFile,
    VideoIndexPage,
    VideoPage,
    VideoSeries,
)
from tests.factories import add_page

VTT = "WEBVTT\n\n00:00.000 --> 00:03.000\nGiờ đổi ca.\n\n00:03.000 --> 00:06.000\nVề nhà an toàn.\n"
# The beginning of an MP4 file: its type box.
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 1000
YOUTUBE = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def picture_bytes(image_format="JPEG", size=(1200, 800), color="#0b4f9e", mode="RGB", **options) -> bytes:
    """Return the file of a picture of one colour."""
    data = BytesIO()
    Image.new(mode, size, color).save(data, image_format, **options)
    return data.getvalue()


def store_image(data: bytes | None = None, name="anh.jpg", **fields) -> CustomImage:
    data = picture_bytes() if data is None else data
    return CustomImage.objects.create(**{"title": "Ảnh", **fields}, file=ImageFile(BytesIO(data), name=name))


def add_gallery_library(home, **fields):
    return add_page(home, GalleryIndexPage, **{"title": "Thư viện ảnh", **fields})


def make_items(images, **fields) -> list[GalleryItem]:
    return [
        GalleryItem(image=image, sort_order=order, **{"alt_text": f"Ảnh {order}", "caption": f"Lời {order}", **fields})
        for order, image in enumerate(images)
    ]


def add_gallery(library, images=(), items=None, **fields) -> GalleryPage:
    items = make_items(images) if items is None else items
    return add_page(
        library, GalleryPage, **{"title": "Bộ ảnh", "event_date": date(2026, 2, 10), "items": items, **fields}
    )


def add_video_library(home, **fields):
    return add_page(home, VideoIndexPage, **{"title": "Thư viện video", **fields})


def add_video(library, **fields) -> VideoPage:
    if not fields.get("file"):
        fields.setdefault("provider_url", YOUTUBE)
    return add_page(library, VideoPage, **{"title": "Video", "recorded_on": date(2026, 4, 28), **fields})


def store_film(name="phim.mp4", content=MP4, **fields) -> MediaFile:
    return MediaFile.objects.create(
        **{"title": "Phim", "type": "video", "duration": 12, **fields}, file=ContentFile(content, name=name)
    )


def store_captions(language="vi", text=VTT, **fields) -> CaptionFile:
    return CaptionFile.objects.create(
        **{"title": f"Phụ đề {language}", **fields},
        language=language,
        file=ContentFile(text.encode(), name="phu-de.vtt"),
    )


def make_series(name="An toàn là trên hết", english="") -> VideoSeries:
    series = VideoSeries(name=name, locale=Locale.objects.get(language_code="vi"))
    series.save()
    series.save_revision().publish()
    if english:
        translation = series.copy_for_translation(Locale.objects.get(language_code="en"))
        translation.name = english
        translation.save()
        translation.save_revision().publish()
    return series
