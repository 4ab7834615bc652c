"""How galleries and their library are delivered."""

from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.search.registry import Searched
from cms.search.registry import register as register_searched
from media.galleries.gallery_filters import GALLERY_FILTERS
from media.galleries.serializers import GalleryIndexSerializer, GallerySerializer
from media.models import GalleryIndexPage, GalleryPage


def register() -> None:
    register_type(
        DeliveredType(
            model=GalleryIndexPage,
            endpoint="pages",
            serializer=GalleryIndexSerializer,
            listing_fields=("title", "introduction"),
        )
    )
    register_type(
        DeliveredType(
            model=GalleryPage,
            endpoint="galleries",
            serializer=GallerySerializer,
            listing_fields=("title", "event_date", "place", "summary", "cover", "count"),
            filters=GALLERY_FILTERS,
            ordering=("-event_date", "-pk"),
        )
    )
    register_searched(GalleryPage, Searched(dated=lambda gallery: gallery.event_date))
