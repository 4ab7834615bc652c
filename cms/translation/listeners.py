"""What happens to a Vietnamese page happens to the pages that stand in for it, in the same transaction.

Translations with a text of their own are never touched here: each language publishes alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db.models.signals import pre_delete
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.core.fallbacks import has_own_text
from cms.core.models import BasePage
from cms.translation.trees import mirror_page, mirror_tree, stand_ins_of, was_ever_published


def connect() -> None:
    page_published.connect(on_publish, dispatch_uid="trees follow")
    page_unpublished.connect(on_unpublish, dispatch_uid="trees follow")
    post_page_move.connect(on_move, dispatch_uid="trees follow")
    pre_delete.connect(on_delete, dispatch_uid="trees follow")


@contextmanager
def trees_follow_later() -> Iterator[None]:
    """Let many pages be published first, and the other languages' trees follow them all at once, at the end."""
    page_published.disconnect(on_publish, dispatch_uid="trees follow")
    try:
        yield
    finally:
        connect()
    mirror_tree()


def _leads(page: Page) -> bool:
    """Return whether the other languages' trees follow this page."""
    return page.alias_of_id is None and page.locale.language_code == settings.LANGUAGE_CODE


def on_publish(instance, alias=False, **kwargs):
    """Make missing aliases; show drafts that were never published (they show the source's text) again."""
    if alias:
        _keep_scheduled_out(instance)
        return
    if not _leads(instance):
        return
    instance.made_with_this_publication = tuple(alias.pk for alias in mirror_page(instance))
    # Wagtail publishes aliases itself.
    for page in stand_ins_of(instance, alias_of=None, live=False):
        if not was_ever_published(page):
            page.live = True
            page.save(update_fields=["live"], clean=False)


def _keep_scheduled_out(alias: Page) -> None:
    # Wagtail 8.0 makes aliases live already when the publication of their source is only scheduled.
    if alias.live and alias.alias_of is not None and not alias.alias_of.live:
        alias.live = False
        alias.save(update_fields=["live"], clean=False)


def on_unpublish(instance, **kwargs):
    if not _leads(instance):
        return
    for page in stand_ins_of(instance):
        if page.live:
            page.live = False
            page.save(update_fields=["live"], clean=False)


def on_move(instance, parent_page_before, parent_page_after, **kwargs):
    """Move what stands in for a moved page to the same place in its own tree."""
    if parent_page_before.pk == parent_page_after.pk or not _leads(instance):
        return
    for page in stand_ins_of(instance):
        parent = parent_page_after.get_translation_or_none(page.locale_id)
        if parent is None:
            mirror_page(parent_page_after)
            parent = parent_page_after.get_translation(page.locale_id)
        if page.get_parent().pk != parent.pk:
            _take_free_slug(page, parent)
            page.move(parent, pos="last-child")


def _take_free_slug(page: Page, parent: Page) -> None:
    # The editor chose a place where the moved page's own address is free; in another language it may be taken.
    slug = find_available_slug(parent, page.slug, ignore_page_id=page.pk)
    if slug != page.slug:
        page.slug = slug
        page.save(update_fields=["slug", "url_path"], clean=False)


def on_delete(sender, instance, **kwargs):
    """Delete the aliases of a deleted page, but for those below which something was translated.

    Wagtail would turn them into pages of their own, with the text of a page that is gone.
    """
    if not issubclass(sender, BasePage):
        return
    for alias in Page.objects.filter(alias_of=instance.pk):
        if not alias.get_descendants().filter(has_own_text()).exists():
            alias.specific.delete()
