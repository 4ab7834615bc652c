"""The editor's page, in the place of wagtail-localize's own, which stays for pictures and links of a language."""

from functools import wraps

from django.db import models, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel, StatusSidePanel
from wagtail.log_actions import registry as log_registry
from wagtail.models import Page, WorkflowMixin
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from cms.translation.editor.figures import figures_of
from cms.translation.editor.finishing import finish
from cms.translation.editor.opening import has_source, is_locked_for
from cms.translation.editor.preview import TranslationPreviewPanel
from cms.translation.editor.texts import texts_of
from cms.translation.facts.views import address_of
from cms.translation.guards import may_publish
from cms.translation.sources import take_over_changes


def put_in_place() -> None:
    """Show our editor wherever wagtail-localize shows its own. Doing it twice changes nothing."""
    original = edit_translation.edit_translation
    if getattr(original, "is_two_columns", False):
        return

    @wraps(original)
    def edit(request, translation, instance):
        if not has_source(translation):
            return _let_go(request, translation)
        # What is no text (pictures, links, chosen pages) is changed for a language in upstream's own editor.
        return (
            original(request, translation, instance)
            if "values" in request.GET
            else edit_texts(request, translation, instance)
        )

    edit.is_two_columns = True
    edit_translation.edit_translation = edit


def edit_texts(request, translation: Translation, target: models.Model):
    """Show the texts; take what is done with the whole (POST). Whoever gets here may edit the target."""
    if request.method == "POST":
        if is_locked_for(request.user, target):
            messages.error(request, _("This translation is locked or waits for approval. Nothing was changed."))
        else:
            finish(request, translation, target)
        return redirect(request.path)
    with transaction.atomic():
        if take_over_changes(translation.source):
            translation.source.refresh_from_db()
            messages.info(request, _("The source has changed since. These are its texts as they are now."))
    texts = texts_of(translation)
    panels = _side_panels(request, translation, target)
    context = {
        "translation": translation,
        "instance": target,
        "is_page": isinstance(target, Page),
        "model_opts": target._meta,
        "page_perms": target.permissions_for_user(request.user) if isinstance(target, Page) else None,
        "source_url": translation.source.get_source_instance_edit_url(),
        "texts": texts,
        "figures": figures_of(texts),
        "is_locked": is_locked_for(request.user, target),
        "can_publish": may_publish(request.user, target),
        "is_in_review": isinstance(target, WorkflowMixin) and target.workflow_in_progress,
        "hand_in_url": _hand_in_url(translation, target),
        "number_of_values": translation.source.overridablesegment_set.count()
        + translation.source.relatedobjectsegment_set.count(),
        "facts_url": address_of(translation),
        "links": _links(translation, target),
        "machine": _machine(translation),
        "side_panels": panels,
        "media": MediaContainer(panels).media,
    }
    return TemplateResponse(request, "translation/admin/editor/editor.html", context)


def _let_go(request, translation: Translation):
    """Leave a translation whose original was deleted as a text of its own."""
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    messages.warning(
        request,
        _("The original of this translation has been deleted. What was translated stays, and is edited like any page."),
    )
    return redirect(request.path)


def _links(translation: Translation, target: models.Model) -> dict[str, str]:
    links = {
        name: reverse(f"wagtail_localize:{view}", args=[translation.pk])
        for name, view in (("download", "download_pofile"), ("upload", "upload_pofile"), ("stop", "stop_translation"))
    }
    if isinstance(target, Page):
        links["alias"] = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
        links["history"] = reverse("wagtailadmin_pages:history", args=[target.pk])
    return links


def _hand_in_url(translation: Translation, target: models.Model) -> str:
    """Return where a translation is given to those who approve it, "" where nobody has to."""
    has_workflow = isinstance(target, WorkflowMixin) and target.has_workflow
    return reverse("translation_hand_in", args=[translation.pk]) if has_workflow else ""


def _machine(translation: Translation) -> dict | None:
    translator = get_machine_translator()
    if translator is None or not translator.can_translate(translation.source.locale, translation.target_locale):
        return None
    return {
        "name": translator.display_name,
        "url": reverse("wagtail_localize:machine_translate", args=[translation.pk]),
    }


def _side_panels(request, translation: Translation, target: models.Model) -> list:
    if not isinstance(target, Page):
        logged = log_registry.get_logs_for_instance(target).first()
        return [StatusSidePanel(target, request, locale=translation.target_locale, last_updated_info=logged)]
    status = PageStatusSidePanel(
        target,
        request,
        show_schedule_publishing_toggle=False,
        live_object=target,
        scheduled_object=target.get_scheduled_revision_as_object(),
        locale=translation.target_locale,
        translations=[],
    )
    return [status, TranslationPreviewPanel(target, request, translation)]
