"""What the documentation shows of each endpoint: its newest answer, with long texts cut short."""

import json

from cms.api.audience import PUBLIC_ONLY
from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.delivery.models import DeliveredItem

LONGEST_TEXT = 90
MOST_ITEMS = 2
CUT = "…"


def newest_answers(endpoints: tuple[DeliveredEndpoint, ...], language: str) -> dict[str, str]:
    """Return {endpoint's name: JSON of a list of one item}; an endpoint that has nothing yet is left out."""
    answers = {}
    for endpoint in endpoints:
        rows = DeliveredItem.objects.for_audiences(PUBLIC_ONLY).filter(
            type__in=[made.name for made in endpoint.types], locale__in=[language, ""]
        )
        listing = rows.order_by("-sequence").values_list("listing", flat=True).first()
        if listing is not None:
            answer = {"meta": {"total_count": 1}, "items": [shortened(json.loads(listing))]}
            answers[endpoint.name] = json.dumps(answer, ensure_ascii=False, indent=2)
    return answers


def shortened(value):
    """Return JSON of which enough is left to see what it is."""
    if isinstance(value, dict):
        return {name: shortened(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shortened(inner) for inner in value[:MOST_ITEMS]]
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return value[:LONGEST_TEXT] + CUT
    return value
