"""The page a reader is shown, as machines are told of it: its delivered document, read once."""

import json
from functools import cached_property

from django.db.models import Subquery
from django.utils import translation
from wagtail.models import Page

from cms.core.known_tree import is_restricted_page
from cms.delivery.documents import to_json
from cms.delivery.known_row import KnownRow
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import type_of
from cms.discovery.item import Item
from cms.discovery.models import ShareCard


class ShownPage:
    """Nothing of what only some readers may see: then `item` is None."""

    def __init__(self, page: Page):
        self.page = page

    @cached_property
    def row(self) -> DeliveredItem | None:
        """Its row, with its card's file beside it; None where it is not delivered (or not yet). At most one query."""
        known = KnownRow.of(self.page)
        if known is not None:
            return known.row
        rows = DeliveredItem.objects.live().filter(type=self.page._meta.label, object_id=self.page.pk)
        card = ShareCard.objects.filter(page=self.page.pk).values("file")[:1]
        return rows.filter(uuid=self.page.translation_key).annotate(card_file=Subquery(card)).first()

    @property
    def card_url(self) -> str:
        """The address of the picture drawn for it, "" where there is none."""
        if hasattr(self.row, "card_file"):
            name = self.row.card_file
        else:
            name = ShareCard.objects.filter(page=self.page.pk).values_list("file", flat=True).first()
        return ShareCard._meta.get_field("file").storage.url(name) if name else ""

    @property
    def is_public(self) -> bool:
        """Whether anyone may show it again."""
        return self.row is not None and self.row.audience == DeliveredItem.Audience.PUBLIC

    @cached_property
    def item(self) -> Item | None:
        """What its document says; of a page that only this website shows, the document that nobody gets."""
        known = KnownRow.of(self.page)
        if known is not None:
            return Item(known.document)
        if self.row is not None:
            return Item.of(self.row)
        delivered_type = type_of(self.page)
        if delivered_type is None or not self.page.live or is_restricted_page(self.page):
            return None
        with translation.override(self.page.locale.language_code):
            return Item(json.loads(to_json(delivered_type.serializer(self.page).data)))
