"""What a machine translated: never published before a person has looked at it; its failures are told, not ours."""

import logging
from functools import wraps

import requests
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.views import edit_translation, update_translations

logger = logging.getLogger(__name__)
MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE
# No answer, or none that was asked for.
FAILURES = (requests.RequestException, LookupError, TypeError, ValueError)


class MachineFailedError(Exception):
    """The machine gave no translation; its cause says why."""


def put_in_place() -> None:
    """Replace wagtail-localize's functions. Doing it twice changes nothing.

    Upstream translates addresses, too, and answers 500 where the machine does not answer. Can go when it does neither.
    """
    original = edit_translation.apply_machine_translation
    if getattr(original, "leaves_addresses", False):
        return
    edit_translation.apply_machine_translation = update_translations.apply_machine_translation = _without_addresses(
        original
    )
    edit_translation.machine_translate = _telling(edit_translation.machine_translate)
    view = update_translations.UpdateTranslationsView
    view.post = _telling(view.post)


def _without_addresses(original):
    @wraps(original)
    def apply(translation_id, user, machine_translator):
        try:
            has_translated = original(translation_id, user, machine_translator)
        except FAILURES as error:
            logger.exception("machine translation of %s failed", translation_id)
            raise MachineFailedError from error
        translation = Translation.objects.select_related("source").get(pk=translation_id)
        # An address is made from the title in its own language.
        for address in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            context__path="slug",
            locale=translation.target_locale_id,
            translation_type=MACHINE,
        ):
            address.delete()
        return has_translated

    apply.leaves_addresses = True
    return apply


def _telling(original):
    @wraps(original)
    def view(*args, **kwargs):
        try:
            return original(*args, **kwargs)
        except MachineFailedError:
            request = next(one for one in args if hasattr(one, "META"))
            messages.error(request, _("The machine did not answer. Nothing was changed; please try again later."))
            return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))

    return view


class UncheckedTextsError(ValidationError):
    """Refuses to publish a translation; says how many of its texts nobody has checked."""

    def __init__(self, number: int):
        text = ngettext(
            "Not published: %(number)d text was written by a machine and nobody has checked it yet.",
            "Not published: %(number)d texts were written by a machine and nobody has checked them yet.",
            number,
        )
        super().__init__(text, code="machine", params={"number": number})


def unchecked_texts(source: TranslationSource, locale) -> int:
    """Return how many texts of the source as it is now a machine translated, and nobody has ticked."""
    segments = StringSegment.objects.filter(source=source).get_translations(locale)
    return segments.filter(translation_type=MACHINE).count()


def require_checked_texts(source: TranslationSource, locale) -> None:
    """Raise UncheckedTextsError where a translation may not be published."""
    number = unchecked_texts(source, locale)
    if number:
        raise UncheckedTextsError(number)
