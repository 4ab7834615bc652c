"""The row a page was found by: what is delivered of it, known to whoever shows the page without asking again."""

import json
from functools import cached_property

from django.utils import timezone
from wagtail.models import Page

from cms.delivery.models import DeliveredItem


class KnownRow:
    """A live row and what its document says, read once."""

    def __init__(self, row: DeliveredItem):
        self.row = row

    @classmethod
    def remember(cls, page: Page, row: DeliveredItem) -> None:
        page.known_row = cls(row)

    @classmethod
    def of(cls, page: Page) -> "KnownRow | None":
        """Return what is known of this instance's row; None where nobody has read it, or it is to be written again."""
        known = page.__dict__.get("known_row")
        return known if known is not None and known.is_up_to_date else None

    @property
    def is_up_to_date(self) -> bool:
        """Whether the worker has nothing left to do about it."""
        return self.row.due_at is None or self.row.due_at > timezone.now()

    @cached_property
    def document(self) -> dict:
        return json.loads(self.row.document)
