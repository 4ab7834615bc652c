"""Unpublishing and moving ask about the other languages; what was ticked is done after the page itself."""

from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages

from cms.core.other_languages import chosen


def unpublish_too(request, page):
    for one in chosen(request, page, "unpublish"):
        UnpublishPageAction(one, user=request.user).execute(skip_permission_checks=True)
        messages.success(request, _("“%(title)s” is unpublished too.") % {"title": one.get_admin_display_title()})


def move_too(request, page):
    section = type(page).objects.get(pk=page.pk).get_parent()
    for one in chosen(request, page, "move"):
        target = section.get_translation_or_none(one.locale_id)
        values = {"title": one.get_admin_display_title()}
        if target is None or not one.permissions_for_user(request.user).can_move_to(target):
            messages.warning(request, _("“%(title)s” stays where it is.") % values)
            continue
        MovePageAction(one, target, pos="last-child", user=request.user).execute(skip_permission_checks=True)
        messages.success(request, _("“%(title)s” is moved too.") % values)
