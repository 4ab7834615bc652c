"""A page's preview links in the admin: making, listing and revoking them."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from cms.previews.models import HOURS, PreviewLink


def links(request, page_id: int):
    """List the links that are valid; make one (POST), whose address is shown this once."""
    page = _page(request, page_id)
    address = None
    if request.method == "POST":
        _link, token = PreviewLink.make(page, request.user)
        address = settings.BASE_URL.rstrip("/") + reverse("preview", args=[token])
    valid = page.preview_links.filter(expires_at__gt=timezone.now()).select_related("created_by")
    context = {"page": page, "links": valid, "address": address, "hours": HOURS}
    return TemplateResponse(request, "previews/admin/links.html", context)


@require_POST
def revoke(request, page_id: int, pk: int):
    """End a link now."""
    page = _page(request, page_id)
    get_object_or_404(PreviewLink, pk=pk, page_id=page.pk).delete()
    messages.success(request, _("The link is not valid any more."))
    return redirect("preview_links", page.pk)


def _page(request, page_id: int) -> Page:
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page
