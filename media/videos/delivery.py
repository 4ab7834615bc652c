"""How videos and their library are delivered, and that a changed film or caption changes its videos."""

from django.db.models import Q
from django.db.models.signals import post_save, pre_delete

from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.delivery.unit_of_work import mark
from cms.search.registry import Searched
from cms.search.registry import register as register_searched
from media.models import CaptionFile, MediaFile, VideoIndexPage, VideoPage
from media.videos.serializers import VideoIndexSerializer, VideoSerializer
from media.videos.video_filters import VIDEO_FILTERS
from media.videos.video_queryset import NEWEST_FIRST


def register() -> None:
    register_type(
        DeliveredType(
            model=VideoIndexPage,
            endpoint="pages",
            serializer=VideoIndexSerializer,
            listing_fields=("title", "introduction"),
        )
    )
    register_type(
        DeliveredType(
            model=VideoPage,
            endpoint="videos",
            serializer=VideoSerializer,
            listing_fields=("title", "summary", "recorded_on", "duration", "series", "poster"),
            filters=VIDEO_FILTERS,
            ordering=NEWEST_FIRST,
        )
    )
    register_searched(VideoPage, Searched(dated=lambda video: video.recorded_on))
    # Neither is delivered by itself, so nobody else listens to them.
    for model in (MediaFile, CaptionFile):
        post_save.connect(mark_videos, sender=model, dispatch_uid=f"videos of {model.__name__}")
        # Deleting one empties the videos' fields by an update in bulk, which sends no signal.
        pre_delete.connect(mark_videos, sender=model, dispatch_uid=f"videos of deleted {model.__name__}")


def mark_videos(sender, instance, **kwargs):
    """Mark the videos that show a film or captions."""
    if kwargs.get("raw"):
        return
    shown = Q(file=instance.pk) if sender is MediaFile else Q(captions_vi=instance.pk) | Q(captions_en=instance.pk)
    for video in VideoPage.objects.filter(shown):
        mark(video)
