"""The page "Fact check" of a translation: what differs, and a place to say why it is right all the same."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from cms.core.text.nfc import clean_text
from cms.translation.facts.guarding import DoubtfulSegment, doubtful_segments, waive


class WaiverForm(forms.Form):
    """Which segment, in which wording, and why it is right."""

    segment = forms.IntegerField(widget=forms.HiddenInput)
    digest = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Reason"), min_length=10, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_reason(self):
        return clean_text(self.cleaned_data["reason"]).strip()


def fact_check(request, translation_id: int):
    """List a translation's doubtful segments; take a waiver (POST). For whoever may edit the translated page."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    try:
        target = translation.get_target_instance()
    except translation.source.specific_content_type.model_class().DoesNotExist:
        raise Http404 from None
    if not edit_translation.user_can_edit_instance(request.user, target):
        raise PermissionDenied
    segments = doubtful_segments(translation.source, translation.target_locale)
    form = WaiverForm(request.POST) if request.method == "POST" else None
    if form is not None and _take(request, form, segments, translation):
        return redirect(address_of(translation))
    rows = [(segment, _form_of(segment, form)) for segment in segments if segment.waiver is None]
    context = {
        "target": target,
        "edit_url": translation.get_target_instance_edit_url(),
        "rows": rows,
        "waived": [segment for segment in segments if segment.waiver is not None],
    }
    return TemplateResponse(request, "translation/admin/fact_check.html", context)


def address_of(translation: Translation) -> str:
    return reverse("translation_facts", args=[translation.pk])


def _take(request, form: WaiverForm, segments: list[DoubtfulSegment], translation: Translation) -> bool:
    """Write down a waiver; return whether the request is done with."""
    if not form.is_valid():
        if "segment" in form.errors or "digest" in form.errors:
            messages.error(request, _("This text has changed meanwhile. Please look at it again."))
            return True
        return False
    chosen = next((one for one in segments if one.string_translation.pk == form.cleaned_data["segment"]), None)
    if chosen is None or chosen.digest != form.cleaned_data["digest"]:
        messages.error(request, _("This text has changed meanwhile. Please look at it again."))
        return True
    waive(chosen, translation, form.cleaned_data["reason"], request.user)
    messages.success(
        request, _("“%(place)s” stands as it is. The reason is kept in the history.") % {"place": chosen.label}
    )
    return True


def _form_of(segment: DoubtfulSegment, sent: WaiverForm | None) -> WaiverForm:
    """Return the form below a segment: the one that was sent, with its errors, or an empty one."""
    key = segment.string_translation.pk
    if sent is not None and sent.cleaned_data.get("segment") == key:
        return sent
    return WaiverForm(initial={"segment": key, "digest": segment.digest}, auto_id=f"id_%s_{key}")
