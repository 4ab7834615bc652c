"""Partners, endpoints, and changes of the delivery store without pages behind them."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.partners.models import Partner, WebhookDelivery, WebhookEndpoint

ARTICLE, LAW = "articles.ArticlePage", "articles.LawDocumentPage"


def make_partner(name="Công đoàn phường Hồng Gai", **fields) -> Partner:
    values = {
        "contact_name": "Nguyễn Thị Hoa",
        "contact_email": "hoa@example.vn",
        "site_url": "https://honggai.example.vn/",
        "receives_webhooks": True,
    }
    return Partner.objects.create(name=name, **{**values, **fields})


def make_endpoint(partner=None, url="https://honggai.example.vn/hook", **fields) -> WebhookEndpoint:
    return WebhookEndpoint.objects.create(partner=partner or make_partner(), url=url, **fields)


def make_change(row=None, *, at: datetime | None = None, **fields) -> DeliveredItem:
    """Publish an item straight into the store, or change one: it gets the next number."""
    if row is None:
        row = DeliveredItem(type=ARTICLE, uuid=uuid.uuid4(), locale="vi", object_id=uuid.uuid4().int % 10**9)
        row.is_live = True
    for name, value in fields.items():
        setattr(row, name, value)
    with transaction.atomic():
        sequence = DeliverySequence.locked()
        row.changed_at = sequence.changed_at = at or timezone.now()
        row.sequence = sequence.value = sequence.value + 1
        row.save()
        sequence.save()
    return DeliveredItem.objects.get(pk=row.pk)


def the_delivery() -> WebhookDelivery:
    """Return the only delivery there is."""
    return WebhookDelivery.objects.get()
