"""The bin in the admin: what lies there, and putting it back."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.bin.models import BinnedPage
from cms.bin.throwing import put_back, remove

ON_A_PAGE = 50


def index(request):
    """List what the user threw away himself, and what was in the sections he works in."""
    found = BinnedPage.objects.select_related("page__locale", "page__content_type", "parent", "binned_by")
    if not request.user.is_superuser:
        sections = policy_registry.get_by_type(Page).explorable_instances(request.user)
        found = found.filter(Q(binned_by=request.user) | Q(parent__in=sections.order_by().values("pk")))
    binned = Paginator(found, ON_A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(request, "bin/admin/index.html", {"binned": binned})


@require_POST
def restore(request, pk: int):
    """Put a page back; published again only by who may publish there, else as a draft."""
    binned = get_object_or_404(BinnedPage.objects.select_related("parent"), pk=pk)
    rights = binned.parent.permissions_for_user(request.user) if binned.parent else None
    if rights is not None and not rights.can_add_subpage():
        raise PermissionDenied
    is_published = rights is not None and rights.can_publish_subpage()
    try:
        page = put_back(binned, request.user, is_published)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("bin")
    text = _("“%(title)s” is back where it was.") if page.live else _("“%(title)s” is back where it was, as a draft.")
    messages.success(request, text % {"title": page.get_admin_display_title()})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@require_POST
def delete(request, pk: int):
    """Delete a page for good before its time; for administrators."""
    if not request.user.is_superuser:
        raise PermissionDenied
    binned = get_object_or_404(BinnedPage.objects.select_related("page"), pk=pk)
    title = binned.page.title
    remove(binned, request.user)
    messages.success(request, _("“%(title)s” is deleted for good.") % {"title": title})
    return redirect("bin")
