"""When cards for sharing are looked at again: pages come and go, move, and are closed to all but some."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.core.restrictions import stand_ins_of
from cms.discovery.sharing.cards import settle_card, settle_cards_below


def connect() -> None:
    page_published.connect(on_page, dispatch_uid="cards of published pages")
    page_unpublished.connect(on_page, dispatch_uid="cards of withdrawn pages")
    post_page_move.connect(on_move, dispatch_uid="cards of moved pages")
    for signal in (post_save, post_delete):
        signal.connect(on_restriction, sender=PageViewRestriction, dispatch_uid=f"cards of private pages {id(signal)}")


def on_page(sender, instance, **kwargs):
    transaction.on_commit(partial(settle_card.enqueue, instance.pk))


def on_move(sender, instance, **kwargs):
    _look_below(instance)


def on_restriction(sender, instance, **kwargs):
    if kwargs.get("raw"):
        return
    # What stands in for a page is as private, and so is what is below that.
    for pages in (Page.objects.filter(pk=instance.page_id), *stand_ins_of([instance.page_id])):
        for page in pages:
            _look_below(page)


def _look_below(page: Page | None) -> None:
    if page is not None:
        transaction.on_commit(partial(settle_cards_below.enqueue, page.path))
