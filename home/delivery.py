"""How this room's pages and snippets are delivered."""

from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.delivery.serializers import PageSerializer
from home.models import HomePage


def register() -> None:
    register_type(DeliveredType(model=HomePage, endpoint="pages", serializer=PageSerializer, listing_fields=("title",)))
