"""The checklist's word about the other languages."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.moderation.checklist import Point
from cms.translation.models import TranslationState

State = TranslationState.State
FINE = (State.ORIGINAL, State.CURRENT)


def translation(page: Page) -> Iterable[Point]:
    """Say how the page's text stands in the other languages; nothing where there is none. One query."""
    rows = TranslationState.objects.filter(translation_key=page.translation_key).exclude(locale=page.locale_id)
    for row in rows.select_related("locale"):
        if row.state != State.ORIGINAL:
            label = _("Translation: %(language)s") % {"language": row.locale.get_display_name()}
            yield Point(label, row.state in FINE, str(row.get_state_display()))
