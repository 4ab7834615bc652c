"""How what is in this room is delivered, and when pictures' renditions are made."""

from django.db.models.signals import post_save

from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from media.files import public_files
from media.files.renditions import queue_renditions
from media.galleries import delivery as galleries
from media.models import CustomDocument, CustomImage
from media.serializers import DocumentSerializer, ImageSerializer
from media.videos import delivery as videos


def register() -> None:
    galleries.register()
    videos.register()
    register_type(
        DeliveredType(
            model=CustomImage,
            endpoint="images",
            serializer=ImageSerializer,
            listing_fields=("title", "width", "height", "renditions"),
            reads=("renditions",),
        )
    )
    register_type(
        DeliveredType(
            model=CustomDocument, endpoint="documents", serializer=DocumentSerializer, listing_fields=("title", "file")
        )
    )
    public_files.register()
    post_save.connect(queue_renditions, sender=CustomImage, dispatch_uid="renditions")
