"""What Wagtail asks this room: whom it shows which pages."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import policy_registry


@hooks.register("construct_page_chooser_queryset")
def only_pages_one_may_know(pages, request):
    """Choosers offer what is published, and drafts of the trees one works in."""
    if request.user.is_superuser:
        return pages
    explorable = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return pages.filter(Q(live=True) | Q(pk__in=explorable.order_by().values("pk")))


@hooks.register("before_move_page")
def refuse_before_asking(request, page, destination):
    """Wagtail asks for the right to move only after showing both titles."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
