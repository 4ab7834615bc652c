"""Throwing a page away, putting it back, and emptying the bin. Each is one transaction."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision, WorkflowState

from cms.bin.models import DAYS, BinnedPage
from cms.bin.places import is_in_bin, make_box, remove_boxes
from cms.core.fallbacks import has_own_text, is_untranslated
from cms.delivery.tree_lock import changing_tree


def throw_away(page: Page, user) -> BinnedPage:
    """Withdraw a page with all below it, and put it in the bin. What was planned for it is not any more."""
    with changing_tree(page):
        whole = _whole(page)
        was_live = [list(row) for row in whole.live().order_by("path").values_list("pk", "live_revision_id")]
        for one in whole.live().order_by("-path").specific():
            UnpublishPageAction(one, user=user).execute(skip_permission_checks=True)
        keys = [str(pk) for pk in whole.values_list("pk", flat=True)]
        Revision.page_revisions.filter(object_id__in=keys).update(approved_go_live_at=None)
        for state in WorkflowState.objects.active().for_instance(page):
            state.cancel(user=user)
        parent = page.get_parent()
        MovePageAction(page, make_box(page), pos="last-child", user=user).execute(skip_permission_checks=True)
        return BinnedPage.objects.create(page_id=page.pk, parent_id=parent.pk, was_live=was_live, binned_by=user)


def put_back(binned: BinnedPage, user, is_published: bool) -> Page:
    """Put a page back where it was; `is_published` publishes what was live. Raises ValidationError."""
    parent = binned.parent
    if parent is None or is_in_bin(parent):
        raise ValidationError(_("The section this page was in has been deleted: put that back first."))
    page = Page.objects.get(pk=binned.page_id).specific
    with changing_tree(page, parent):
        slug = find_available_slug(parent, page.slug, ignore_page_id=page.pk)
        has_new_slug = slug != page.slug
        if has_new_slug:
            page.slug = slug
            page.save(update_fields=["slug", "url_path"], clean=False)
        box = page.get_parent()
        MovePageAction(page, parent, pos="last-child", user=user).execute(skip_permission_checks=True)
        was_live = binned.was_live
        binned.delete()
        remove_boxes(box)
        for pk, revision in was_live if is_published else []:
            # The revision that was live has the address that somebody else has now.
            _publish_again(pk, None if has_new_slug and pk == page.pk else revision, user)
    page.refresh_from_db()
    return page


def remove(binned: BinnedPage, user=None) -> None:
    """Delete a page for good."""
    page = binned.page.specific
    with changing_tree(page):
        box = page.get_parent()
        page.delete(user=user)
        remove_boxes(box)


def empty() -> int:
    """Delete for good what has been in the bin for thirty days; return how many pages."""
    old = BinnedPage.objects.filter(binned_at__lte=timezone.now() - timedelta(days=DAYS)).select_related("page")
    found = list(old)
    for binned in found:
        remove(binned)
    return len(found)


def _whole(page: Page):
    """Return the page and all below it, and what is translated below the pages that stand in for it."""
    stand_ins = [one for one in page.get_translations().select_related("locale") if is_untranslated(one)]
    paths = [page.path, *(one.path for one in stand_ins)]
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    return Page.objects.filter(below).filter(has_own_text())


def _publish_again(pk: int, revision_id: int | None, user) -> None:
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        return
    revision = Revision.objects.filter(pk=revision_id).first() if revision_id else None
    revision = revision or page.specific.save_revision(user=user, clean=False)
    revision.publish(user=user, skip_permission_checks=True)
