"""Where a page or snippet of the table is edited, and where it is sent to translation."""

from django.apps import apps
from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from cms.translation.models import TranslationState


def edit_url(row: TranslationState) -> str:
    """Return where this row's own version is edited, "" where there is none."""
    if row.object_id is None:
        return ""
    model = apps.get_model(row.type)
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[row.object_id])
    if model not in get_snippet_models():
        return ""
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(row.object_id)])


def submission_url(row: TranslationState) -> str:
    """Return where the original of a missing translation is sent to translation, its language chosen already."""
    model = apps.get_model(row.type)
    if issubclass(model, Page):
        url = reverse("wagtail_localize:submit_page_translation", args=[row.source_id])
    else:
        names = [model._meta.app_label, model._meta.model_name, quote(row.source_id)]
        url = reverse("wagtail_localize:submit_snippet_translation", args=names)
    return f"{url}?select_locale={row.locale.language_code}"
