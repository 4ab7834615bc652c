"""What a webhook says: thin, so that nothing withdrawn is ever on its way; the document is one request away.

    {"type": "item.upsert", "timestamp": "…", "data": {"op": "upsert", "type": "articles.ArticlePage", "uuid": "…",
     "locale": "vi", "id": 12, "sequence": 1234, "changed_at": "…", "detail_url": "https://…",
     "feed_url": "https://…"}}

`data` says what the change feed says of the same change.

`type` and `timestamp` are where the Standard Webhooks specification recommends them. A deletion has a `reason` and no
`detail_url`. The id is made of the store's epoch and number: whoever sends a change, it is the same.
"""

import secrets
from datetime import datetime

from django.utils import timezone

from cms.core.addresses import absolute_url
from cms.delivery.changes import Change
from cms.delivery.documents import to_json
from cms.delivery.registry import endpoint_of
from cms.partners.models import WebhookDelivery, WebhookEndpoint

FEED = "/api/v2/changes/"
# When every process of the site knows of a change (each looks once a second): who asks then, gets what is new.
KNOWN_EVERYWHERE_SECONDS = 1.2


def delivery_of(endpoint: WebhookEndpoint, epoch: str, change: Change) -> WebhookDelivery:
    """Return the unsaved delivery of a change."""
    op = "delete" if change.is_deletion else "upsert"
    data = {
        "op": op,
        "type": change.type,
        "uuid": change.uuid,
        "locale": change.locale or None,
        "id": change.object_id,
        "sequence": change.sequence,
        "changed_at": timezone.localtime(change.changed_at),
    }
    if change.is_deletion:
        data["reason"] = change.reason
    else:
        data["detail_url"] = absolute_url(f"/api/v2/{endpoint_of(change.type)}/{change.object_id}/")
    return WebhookDelivery(
        endpoint=endpoint,
        message_id=f"msg_{epoch}_{change.sequence}",
        sequence=change.sequence,
        op=op,
        type=change.type,
        uuid=change.uuid,
        locale=change.locale,
        body=_body(f"item.{op}", change.changed_at, data),
    )


def test_delivery_of(endpoint: WebhookEndpoint, now: datetime) -> WebhookDelivery:
    """Return the unsaved delivery of a test, which says of no item that it changed."""
    data = {"op": "test"}
    return WebhookDelivery(
        endpoint=endpoint, message_id=f"msg_test_{secrets.token_hex(8)}", op="test", body=_body("test", now, data)
    )


def _body(kind: str, moment: datetime, data: dict) -> str:
    data = {**data, "feed_url": absolute_url(FEED)}
    return to_json({"type": kind, "timestamp": timezone.localtime(moment), "data": data})
