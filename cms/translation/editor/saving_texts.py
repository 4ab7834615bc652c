"""Saving one text of a translation: nobody overwrites what somebody else wrote meanwhile, and nothing is lost."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext

from cms.core.text.nfc import clean_text
from cms.translation.editor.figures import figures_of
from cms.translation.editor.opening import open_translation
from cms.translation.editor.texts import EditorText, texts_of, version_of
from cms.translation.memory.repeats import fill

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL
MAX_LENGTH = 100_000


@require_POST
def save_text(request, translation_id: int, context_id: int, string_id: int) -> HttpResponse:
    """Save a text (`value`), or tick the machine's (`checked`); answers with its row and the repeats it filled.

    409 where another text was saved since `version` was read, or where the source has another text now.
    """
    try:
        translation, _target = open_translation(request, translation_id)
    except Http404:
        message = _("The original or the language of this translation has been removed. What you wrote is still here.")
        return JsonResponse({"message": message}, status=404)
    except PermissionDenied:
        message = _("This translation is locked or waits for approval. What you wrote is still here, not saved.")
        return JsonResponse({"message": message}, status=403)
    context = get_object_or_404(TranslationContext, pk=context_id, object_id=translation.source.object_id)
    string = get_object_or_404(String, pk=string_id)
    value = request.POST.get("value", "")
    if len(value) > MAX_LENGTH:
        return JsonResponse({"message": _("This text is too long.")}, status=400)
    place = {"translation_of": string, "context": context, "locale": translation.target_locale}
    kept = StringTranslation.objects.filter(**place).select_related("last_translated_by").first()
    text = _text_at(translation, context_id, string_id)
    if text is None:
        return _keep_for_later(request, place, kept, value)
    if "checked" in request.POST and kept is not None:
        _tick(kept, request.user)
    else:
        data = text.from_field(clean_text(value).strip())
        is_new = kept is None or kept.data != data
        if is_new and version_of(kept) != request.POST.get("version", ""):
            text.conflict, text.typed = kept, value
            return _answer(request, texts_of(translation), [text], status=409)
        if not _write(place, data, request.user):
            StringTranslation.objects.filter(**place).delete()
    repeats = fill(translation, [string_id])
    texts = texts_of(translation)
    same = [one for one in texts if one.segment.string_id == string_id]
    return _answer(request, texts, [one for one in same if repeats or one.segment.context_id == context_id])


def _text_at(translation: Translation, context_id: int, string_id: int) -> EditorText | None:
    """Return the text as the source has it now; None where its source has changed meanwhile."""
    segments = StringSegment.objects.filter(source=translation.source, context=context_id, string=string_id)
    if not segments.exists():
        return None
    return next(
        one
        for one in texts_of(translation)
        if (one.segment.context_id, one.segment.string_id) == (context_id, string_id)
    )


def _write(place: dict, data: str, user) -> bool:
    """Write a text down; False where there is none to write."""
    if not data:
        return False
    written = {"data": data, "translation_type": MANUAL, "tool_name": "", "last_translated_by": user}
    StringTranslation.objects.update_or_create(**place, defaults={**written, "has_error": False, "field_error": ""})
    return True


def _tick(machine: StringTranslation, user) -> None:
    machine.translation_type, machine.last_translated_by = MANUAL, user
    machine.save(update_fields=["translation_type", "last_translated_by", "updated_at"])


def _keep_for_later(request, place: dict, kept: StringTranslation | None, value: str) -> HttpResponse:
    """Keep what was written for a sentence the source does not have any more: it is the new one's old translation."""
    if kept is None:
        _write(place, clean_text(value).strip(), request.user)
    message = _(
        "The source has changed while you were writing. What you wrote is kept as the old translation of this text. "
        "Reload the page to see the source as it is now."
    )
    return JsonResponse({"message": message, "reload": True}, status=409)


def _answer(request, texts: list[EditorText], shown: list[EditorText], status: int = 200) -> JsonResponse:
    """Return the rows to show anew, and the figures of all texts."""
    template = "translation/admin/editor/text.html"
    rows = {one.html_id: render_to_string(template, {"text": one}, request) for one in shown}
    figures = render_to_string("translation/admin/editor/figures.html", {"figures": figures_of(texts)}, request)
    return JsonResponse({"rows": rows, "figures": figures}, status=status)
