"""The door to the translator's editor for what was translated as a page of its own: it asks first."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.translation.editor.opening import is_locked_for
from cms.translation.guards import may_translate
from cms.translation.memory.adoption import adopt, original_of


def adopt_page(request, page_id: int):
    """Ask, and on POST take a page's texts into the editor. For whoever may edit the page and translate."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit() or is_locked_for(request.user, page):
        raise PermissionDenied
    source = original_of(page)
    if source is None:
        raise Http404
    if not may_translate(request.user, source, page.locale):
        raise PermissionDenied
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if request.method != "POST":
        context = {"page": page, "source": source, "edit_url": edit_url}
        return TemplateResponse(request, "translation/admin/editor/adopt.html", context)
    _translation, recognised, total = adopt(page, request.user)
    text = _("This page can be translated text by text from now on: %(number)d of %(total)d texts were recognised.")
    messages.success(request, text % {"number": recognised, "total": total})
    return redirect(edit_url)


def header_buttons(page, user, view_name=None, next_url=None):
    """Offer it in the header of such a page's own editor (hook `register_page_header_buttons`)."""
    if view_name == "edit" and not page.is_root() and original_of(page) is not None:
        url = reverse("adopt_translation", args=[page.pk])
        yield Button(_("Translate text by text"), url, icon_name="wagtail-localize-language", priority=59)
