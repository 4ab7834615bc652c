"""The fact guard at the doors of wagtail-localize: its editor and its synchronisation."""

from functools import wraps

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.translation.facts.guarding import MARK, error_of, refusal, refusing_segments
from cms.translation.facts.views import address_of
from cms.translation.guards import may_publish


def put_in_place() -> None:
    """Replace upstream's functions by ones that ask the guard. Doing it twice changes nothing.

    Can go when wagtail-localize has a hook for checks of its own.
    """
    if getattr(edit_translation.edit_translation, "asks_the_fact_guard", False):
        return
    StringTranslation.get_error = _explain_marks(StringTranslation.get_error)
    edit_translation.edit_translation = _guard_editor(edit_translation.edit_translation)
    UpdateTranslationsView.form_valid = _tell_what_was_not_published(UpdateTranslationsView.form_valid)


def _explain_marks(original):
    """Say below a segment which facts differ, in the reader's language."""

    @wraps(original)
    def get_error(self):
        error = original(self)
        return error_of(self) if error == MARK else error

    return get_error


def _guard_editor(original):
    """Refuse "publish" with the names of the segments; warn whoever opens the editor."""

    @wraps(original)
    def edit(request, translation, instance):
        is_publishing = request.method == "POST" and request.POST.get("action") == "publish"
        if request.method == "GET" or (is_publishing and may_publish(request.user, instance)):
            segments = refusing_segments(translation.source, translation.target_locale)
            if segments and is_publishing:
                messages.error(request, refusal(segments), buttons=[_button(translation)])
                return redirect(request.path)
            if segments:
                _warn(request, translation, len(segments))
        return original(request, translation, instance)

    edit.asks_the_fact_guard = True
    return edit


def _tell_what_was_not_published(original):
    """Upstream passes over whatever it could not publish, and says all is well."""

    @wraps(original)
    def form_valid(self, form):
        response = original(self, form)
        if form.cleaned_data["publish_translations"]:
            enabled = self.object.translations.filter(enabled=True).select_related("target_locale", "source")
            for translation in enabled:
                segments = refusing_segments(translation.source, translation.target_locale)
                if segments:
                    messages.error(self.request, refusal(segments), buttons=[_button(translation)])
        return response

    return form_valid


def _warn(request, translation: Translation, number: int) -> None:
    text = ngettext(
        "The facts of %(number)d text differ from the source; the translation cannot be published like this.",
        "The facts of %(number)d texts differ from the source; the translation cannot be published like this.",
        number,
    )
    messages.warning(request, text % {"number": number}, buttons=[_button(translation)])


def _button(translation: Translation):
    return messages.button(address_of(translation), _("Fact check"))
