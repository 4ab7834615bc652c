"""How what is in this room is delivered and found, and when pictures' renditions are made and documents read."""

from django.db.models.signals import post_save

from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.search.registry import register_texts
from media.files import public_files
from media.files.reading import queue_reading
from media.files.renditions import queue_renditions
from media.files.shown_texts import texts_of
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
    post_save.connect(queue_reading, sender=CustomDocument, dispatch_uid="reading")
    register_texts(texts_of)
    post_save.connect(queue_renditions, sender=CustomImage, dispatch_uid="renditions")
